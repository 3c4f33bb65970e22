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
  private static final String CATALOG = "jbang-catalog.json";
  private static final String BUILD = "workbook/Build.java";

  /** What the guide's libraries lack for slides and PDFs; its lists are the guide's. */
  private static final String CLASSROOM = "workbook/Classroom.java";

  private static final Pattern LISTED = Pattern.compile("//(SOURCES|FILES) .*");

  /** The library of the guide is large: who runs a lesson does not wait for it. */
  private static final Script WORKBOOK = new Script("workbook/Workbook.java", List.of("guide"));

  /** The guide has a command line of its own. */
  private static final Script GUIDE =
      new Script("workbook/Guide.java", List.of("watch", "screen", "command"));

  /**
   * A script whose lists are generated.
   *
   * @param without the packages of the tool that it does without
   */
  private record Script(String path, List<String> without) {}

  private final Path root;

  public FileLists(Path root) {
    this.root = root;
  }

  /** Writes them. */
  public void write() throws IOException {
    for (Script script : scripts()) {
      Files.writeString(root.resolve(script.path), text(script));
    }
    Files.writeString(root.resolve(CATALOG), catalog());
  }

  private static List<Script> scripts() {
    return List.of(WORKBOOK, GUIDE);
  }

  /** What lags behind the files that there are. */
  public List<String> problems() throws IOException {
    List<String> problems = new ArrayList<>();
    for (Script script : scripts()) {
      if (!Files.readString(root.resolve(script.path)).equals(text(script))) {
        problems.add(script.path + ": its //SOURCES or //FILES lag. Run ./build.sh files");
      }
    }
    if (!Files.readString(root.resolve(CATALOG)).equals(catalog())) {
      problems.add(CATALOG + " lags behind the lessons. Run ./build.sh files");
    }
    List<String> known = dependencies(BUILD);
    for (String script : List.of(WORKBOOK.path, GUIDE.path, CLASSROOM)) {
      dependencies(script).stream()
          .filter(line -> !known.contains(line))
          .forEach(line -> problems.add("%s lacks %s of %s".formatted(BUILD, line, script)));
    }
    return problems;
  }

  private List<String> dependencies(String script) throws IOException {
    return Files.readAllLines(root.resolve(script)).stream()
        .filter(line -> line.startsWith("//DEPS "))
        .toList();
  }

  private String text(Script script) throws IOException {
    List<String> kept =
        Files.readAllLines(root.resolve(script.path)).stream()
            .filter(line -> !LISTED.matcher(line).matches())
            .toList();
    int end = kept.indexOf("");
    Path folder = root.resolve(script.path).getParent();
    Path packages = folder.resolve("src/loosethreads");
    Stream<String> sources =
        Sources.java(folder.resolve("src"))
            .filter(
                file ->
                    script.without.stream().noneMatch(p -> file.startsWith(packages.resolve(p))))
            .map(file -> "//SOURCES " + Sources.relative(folder, file));
    return Stream.of(
            kept.subList(0, end).stream(),
            sources,
            (script.equals(GUIDE) ? filesOfTheGuide() : filesOfTheLessons())
                .map(file -> "//FILES " + file + "=../" + file),
            kept.subList(end, kept.size()).stream())
        .flatMap(s -> s)
        .reduce("", (all, line) -> all + line + "\n");
  }

  private Stream<String> filesOfTheLessons() {
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
        .filter(path -> Files.exists(root.resolve(path))); // the gate names what is missing
  }

  /** All that it shows or is made with. */
  private Stream<String> filesOfTheGuide() {
    return Stream.concat(
        Stream.of("LICENSE", "README.adoc").filter(path -> Files.exists(root.resolve(path))),
        Stream.of("lessons", "solutions", "workbook/guide")
            .map(root::resolve)
            .filter(Files::isDirectory)
            .flatMap(Sources::files)
            .map(file -> Sources.relative(root, file)));
  }

  private String catalog() {
    List<String> aliases = new ArrayList<>();
    aliases.add(alias(GUIDE, "guide", "The guide: a chapter for each lesson, as a site", ""));
    aliases.add(alias(WORKBOOK, "lifelines", "Draw what a program's threads did", "\"lifelines\""));
    aliases.add(alias(WORKBOOK, "workbook", "The workbook: run, check, hints", ""));
    for (Lesson lesson : Lessons.in(root).all()) {
      int n = lesson.number();
      aliases.add(alias(WORKBOOK, "lesson" + n, lesson.title(), "\"run\", \"" + n + "\""));
      aliases.add(
          alias(
              WORKBOOK, "solution" + n, lesson.title() + ": fixed", "\"solution\", \"" + n + "\""));
    }
    return "{\n  \"catalogs\": {},\n  \"aliases\": {\n"
        + String.join(",\n", aliases.stream().sorted().toList())
        + "\n  }\n}\n";
  }

  private static String alias(Script script, String name, String description, String arguments) {
    String list = arguments.isEmpty() ? "" : ", \"arguments\": [" + arguments + "]";
    return "    \"%s\": {\"script-ref\": \"%s\", \"description\": \"%s\"%s}"
        .formatted(name, script.path, description.replace("\"", "\\\""), list);
  }
}
