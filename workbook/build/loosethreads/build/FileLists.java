// SPDX-License-Identifier: Apache-2.0
package loosethreads.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import loosethreads.lesson.Lesson;
import loosethreads.lesson.Lessons;

/**
 * What is generated: the lists of files that jbang fetches from a remote catalog, where a glob
 * would be dropped, and the catalog.
 */
public final class FileLists {
  private static final String SCRIPT = "workbook/Workbook.java";
  private static final String BUILD = "workbook/Build.java";
  private static final String CATALOG = "jbang-catalog.json";
  private static final Pattern LISTED = Pattern.compile("//(SOURCES|FILES) .*");

  private final Path root;

  public FileLists(Path root) {
    this.root = root;
  }

  /** Writes them. */
  public void write() throws IOException {
    Files.writeString(root.resolve(SCRIPT), script());
    Files.writeString(root.resolve(CATALOG), catalog());
  }

  /** What lags behind the files that there are. */
  public List<String> problems() throws IOException {
    List<String> problems = new ArrayList<>();
    if (!Files.readString(root.resolve(SCRIPT)).equals(script())) {
      problems.add(SCRIPT + ": its //SOURCES or //FILES lag. Run ./build.sh files");
    }
    if (!Files.readString(root.resolve(CATALOG)).equals(catalog())) {
      problems.add(CATALOG + " lags behind the lessons. Run ./build.sh files");
    }
    List<String> known = dependencies(BUILD);
    dependencies(SCRIPT).stream()
        .filter(line -> !known.contains(line))
        .forEach(line -> problems.add("%s lacks %s of %s".formatted(BUILD, line, SCRIPT)));
    return problems;
  }

  private List<String> dependencies(String script) throws IOException {
    return Files.readAllLines(root.resolve(script)).stream()
        .filter(line -> line.startsWith("//DEPS "))
        .toList();
  }

  private String script() throws IOException {
    List<String> kept =
        Files.readAllLines(root.resolve(SCRIPT)).stream()
            .filter(line -> !LISTED.matcher(line).matches())
            .toList();
    int end = kept.indexOf("");
    Path folder = root.resolve(SCRIPT).getParent();
    Stream<String> sources =
        Sources.java(folder.resolve("src"))
            .map(file -> "//SOURCES " + Sources.relative(folder, file));
    return Stream.of(
            kept.subList(0, end).stream(),
            sources,
            files(),
            kept.subList(end, kept.size()).stream())
        .flatMap(s -> s)
        .reduce("", (text, line) -> text + line + "\n");
  }

  private Stream<String> files() {
    return Lessons.in(root).all().stream()
        .flatMap(
            l ->
                Stream.of(
                    "lessons/" + l.folder() + "/lesson.adoc",
                    "lessons/" + l.folder() + "/" + l.fileName(),
                    "lessons/" + l.folder() + "/" + l.proofsName() + ".java",
                    "lessons/" + l.folder() + "/" + l.scenarioName() + ".java",
                    "lessons/" + l.folder() + "/explore.jsh",
                    "solutions/" + l.folder() + "/" + l.fileName()))
        .filter(path -> Files.exists(root.resolve(path))) // the gate names what is missing
        .map(path -> "//FILES " + path + "=../" + path);
  }

  private String catalog() {
    List<String> aliases = new ArrayList<>();
    aliases.add(alias("lifelines", "Draw what a program's threads did", "\"lifelines\""));
    aliases.add(alias("workbook", "The workbook: run, check, hints", ""));
    for (Lesson lesson : Lessons.in(root).all()) {
      int n = lesson.number();
      aliases.add(alias("lesson" + n, lesson.title(), "\"run\", \"" + n + "\""));
      aliases.add(alias("solution" + n, lesson.title() + ": fixed", "\"solution\", \"" + n + "\""));
    }
    return "{\n  \"catalogs\": {},\n  \"aliases\": {\n"
        + String.join(",\n", aliases.stream().sorted().toList())
        + "\n  }\n}\n";
  }

  private static String alias(String name, String description, String arguments) {
    String list = arguments.isEmpty() ? "" : ", \"arguments\": [" + arguments + "]";
    return "    \"%s\": {\"script-ref\": \"%s\", \"description\": \"%s\"%s}"
        .formatted(name, SCRIPT, description.replace("\"", "\\\""), list);
  }
}
