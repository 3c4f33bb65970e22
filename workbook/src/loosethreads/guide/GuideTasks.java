// SPDX-License-Identifier: Apache-2.0
package loosethreads.guide;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What the guide's command line does. Each returns an exit status. */
public final class GuideTasks {
  private GuideTasks() {}

  /** Makes something of the sources and the runs, and says what is wrong with it. */
  interface Writer {
    List<String> write(Sources sources, Run.Source runs, Asciidoc asciidoc) throws IOException;
  }

  /** Writes the site into a folder. */
  public static int write(Path folder, PrintStream out) throws Exception {
    return write(
        (sources, runs, asciidoc) -> Site.write(sources, runs, asciidoc, folder),
        folder,
        "The guide is in " + folder.resolve("index.html"),
        out);
  }

  /**
   * Plays the scenarios, and lets the writer write.
   *
   * @param ready what to say if there is nothing wrong
   */
  static int write(Writer writer, Path folder, String ready, PrintStream out) throws Exception {
    try (Bundle bundle = Bundle.unpack();
        var asciidoc = new Asciidoc(bundle.root())) {
      Sources sources = Sources.in(bundle.root());
      out.println("Playing the scenarios");
      Run.Source runs;
      try {
        runs = Rehearsal.of(sources);
      } catch (Rehearsal.Unexpected e) {
        out.println(e.getMessage());
        out.println("Is the machine very busy? Then build this again later.");
        return 1;
      }
      out.println("Writing the pages");
      Files.createDirectories(folder);
      List<String> problems = writer.write(sources, runs, asciidoc);
      problems.forEach(out::println);
      out.println(
          problems.isEmpty() ? ready : problems.size() + " problems. Mend them, and build again.");
      return problems.isEmpty() ? 0 : 1;
    }
  }

  /** Writes the files for translators in a checkout; what is translated stays. */
  public static int writeTranslations(Path checkout, PrintStream out) throws IOException {
    try (var asciidoc = new Asciidoc(checkout)) {
      Translations.of(Sources.in(checkout), asciidoc)
          .write()
          .forEach(
              (file, open) ->
                  out.printf("%4d texts to translate in %s%n", open, checkout.relativize(file)));
      List<String> problems = asciidoc.takeProblems();
      problems.forEach(out::println);
      return problems.isEmpty() ? 0 : 1;
    }
  }
}
