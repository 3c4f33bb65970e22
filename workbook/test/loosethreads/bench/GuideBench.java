// SPDX-License-Identifier: Apache-2.0
package loosethreads.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import loosethreads.build.FileLists;
import loosethreads.lesson.Lesson;
import loosethreads.lesson.Lessons;

/**
 * How long the guide takes to build, and how that grows with the lessons: those that there are, and
 * copies of them under other numbers.
 */
final class GuideBench {
  private static final List<String> PARTS =
      List.of("LICENSE", "README.adoc", "jbang-catalog.json", "lessons", "solutions", "workbook");

  private static final List<Integer> FACTORS = List.of(1, 2, 4);

  /** A build that takes longer than this hangs. */
  private static final int LIMIT_MINUTES = 15;

  private final Path checkout;
  private final Path copy;

  private GuideBench(Path checkout, Path copy) {
    this.checkout = checkout;
    this.copy = copy;
  }

  /** In seconds, by the number of lessons. */
  static Map<String, Object> run(Path checkout, Path folder) throws Exception {
    List<Lesson> lessons = Lessons.in(checkout).all();
    Map<String, Object> json = new LinkedHashMap<>();
    for (int factor : FACTORS) {
      var bench = new GuideBench(checkout, folder.resolve("guide-" + factor));
      for (String part : PARTS) {
        bench.copy(checkout, part, part, "", "");
      }
      int all = factor * lessons.size();
      for (int number = lessons.size() + 1; number <= all; number++) {
        bench.add(lessons.get((number - 1) % lessons.size()), number);
      }
      new FileLists(bench.copy).write();
      bench.build(); // compiles
      double seconds = bench.build();
      System.out.printf("  %2d lessons  %4.0f s%n", all, seconds);
      json.put(all + " lessons s", Figures.rounded(seconds));
    }
    return json;
  }

  /** Adds a copy of a lesson under another number. */
  private void add(Lesson lesson, int number) throws IOException {
    int of = lesson.number();
    for (String top : List.of("lessons/lesson", "solutions/lesson")) {
      copy(copy, top + of, top + number, "(?<=[Ll]esson)" + of + "(?!\\d)", "" + number);
    }
    Path frontPage = copy.resolve("README.adoc");
    String row = "(?m)^(\\|link:lessons/lesson)%d(/lesson.adoc\\[)%1$d(:.*)$".formatted(of);
    Matcher found = Pattern.compile(row).matcher(Files.readString(frontPage));
    Files.writeString(
        frontPage,
        found.replaceFirst(
            line ->
                Matcher.quoteReplacement(
                    line.group()
                        + "\n"
                        + String.join("" + number, line.group(1), line.group(2), line.group(3)))));
    translate(lesson, number);
  }

  private void translate(Lesson lesson, int number) throws IOException {
    Files.writeString(
        copy.resolve("workbook/guide/zh.po"),
        """

        msgid "link:lessons/lesson%d/lesson.adoc[%1$d: %s]"
        msgstr "link:lessons/lesson%1$d/lesson.adoc[%1$d]"
        """
            .formatted(number, lesson.title()),
        StandardOpenOption.APPEND);
  }

  private void copy(Path root, String from, String to, String what, String by) throws IOException {
    try (Stream<Path> files = Files.walk(root.resolve(from))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = root.resolve(from).relativize(file).toString();
        Path target = copy.resolve(to).resolve(name.replaceAll(what, by)).normalize();
        Files.createDirectories(target.getParent());
        Files.writeString(target, Files.readString(file).replaceAll(what, by));
      }
    }
  }

  private double build() throws IOException, InterruptedException {
    String script = checkout.resolve("build.sh").toString();
    String guide = copy.resolve("workbook/Guide.java").toString();
    Path said = copy.resolve("said");
    long begin = System.nanoTime();
    Process process =
        new ProcessBuilder(script, "jbang", "run", guide, copy.resolve("site").toString())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    try {
      if (!process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
        throw new IOException("the guide was not built:\n" + Files.readString(said));
      }
      return (System.nanoTime() - begin) / 1e9;
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly().waitFor();
    }
  }
}
