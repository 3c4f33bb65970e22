// SPDX-License-Identifier: Apache-2.0
package loosethreads.guide;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import loosethreads.check.Scratch;

/** What the command line for the classroom does. Each returns an exit status. */
public final class ClassroomTasks {
  private ClassroomTasks() {}

  /**
   * Writes the slides into a folder.
   *
   * @param reveal the npm package of reveal.js
   */
  public static int slides(Path reveal, Path folder, PrintStream out) throws Exception {
    return GuideTasks.write(
        (sources, runs, asciidoc) -> SlideDecks.write(sources, runs, asciidoc, reveal, folder),
        folder,
        "The slides are in " + folder.resolve("index.html"),
        out);
  }

  /**
   * Writes the handouts into a folder. The status is 2 if there is no font.
   *
   * @param font for Chinese, instead of the usual ones
   */
  public static int handout(
      Optional<Path> font, boolean withSolutions, Path folder, PrintStream out) throws Exception {
    ChineseFont chinese =
        font.map(file -> new ChineseFont(List.of(file))).orElse(ChineseFont.USUAL);
    if (chinese.file().isEmpty()) {
      out.println(chinese.missing());
      return 2;
    }
    return GuideTasks.write(
        (sources, runs, asciidoc) -> {
          try (Scratch scratch = new Scratch();
              Scratch.Folder work = scratch.folder("handout")) {
            return new Handouts(sources, runs, asciidoc, chinese.file().get(), work.path(), folder)
                .write(withSolutions);
          }
        },
        folder,
        "The handouts are in " + folder,
        out);
  }
}
