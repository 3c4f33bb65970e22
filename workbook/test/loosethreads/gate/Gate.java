// SPDX-License-Identifier: Apache-2.0
package loosethreads.gate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import loosethreads.check.CheckResult;
import loosethreads.check.Checker;
import loosethreads.check.Checker.Extent;
import loosethreads.check.ProgramFile;
import loosethreads.check.Verdict;
import loosethreads.guide.Transcript;
import loosethreads.lesson.Lesson;
import loosethreads.lesson.Lessons;

/** What must hold for every lesson of a checkout before anybody learns from it. */
public final class Gate {
  private static final int HINTS = 3;
  private static final int LEAST_WORDS = 600;
  private static final int MOST_WORDS = 900;

  /** Of a broken program, unless its chapter's header has another number as {@code :lines:}. */
  private static final int MOST_LINES = 90;

  /** The parts of a chapter, in their order. */
  static final List<String> SECTIONS =
      List.of(
          "The pitfall",
          "The broken program",
          "What it did",
          "The diagnosis",
          "The fix",
          "Why it holds",
          "Fixes that do not hold",
          "Questions",
          "Go and the JVM",
          "Further reading",
          "Hints");

  private final Path checkout;
  private final Lessons lessons;

  public Gate(Path checkout) {
    this.checkout = checkout;
    lessons = Lessons.in(checkout);
  }

  public Lessons lessons() {
    return lessons;
  }

  /** What is missing, and what does not belong; empty if all is well. */
  List<String> problems() throws IOException {
    List<String> problems = new ArrayList<>();
    if (lessons.all().isEmpty()) {
      problems.add("there is no lesson");
    }
    for (Lesson lesson : lessons.all()) {
      problems.addAll(missing(lesson));
      problems.addAll(new ChapterText(chapter(lesson)).problems(SECTIONS));
      problems.addAll(words(lesson));
      if (Transcript.in(Files.readString(chapter(lesson))).isEmpty()) {
        problems.add("the chapter of %s has no [source,jshell]".formatted(lesson.folder()));
      }
      problems.addAll(lines(lesson));
      problems.addAll(frontPage(lesson));
      if (lesson.hints().size() != HINTS) {
        problems.add(
            "%s has %d hints, not %d".formatted(lesson.folder(), lesson.hints().size(), HINTS));
      }
    }
    problems.addAll(strays());
    return problems;
  }

  private List<String> words(Lesson lesson) throws IOException {
    long words = new ChapterText(chapter(lesson)).words();
    return words >= LEAST_WORDS && words <= MOST_WORDS
        ? List.of()
        : List.of(
            "the chapter of %s has %d words, not %d to %d"
                .formatted(lesson.folder(), words, LEAST_WORDS, MOST_WORDS));
  }

  private List<String> lines(Lesson lesson) throws IOException {
    String path = "lessons/" + lesson.folder() + "/" + lesson.fileName();
    Path program = checkout.resolve(path);
    int lines = Files.exists(program) ? Files.readAllLines(program).size() : 0;
    int most = new ChapterText(chapter(lesson)).number("lines", MOST_LINES);
    return lines <= most
        ? List.of()
        : List.of("%s has %d lines, not at most %d".formatted(path, lines, most));
  }

  /** The front page lists each lesson as its chapter's header has it. */
  private List<String> frontPage(Lesson lesson) throws IOException {
    Path readme = checkout.resolve("README.adoc");
    String row = row(lesson);
    return Files.exists(readme) && Files.readString(readme).contains(row)
        ? List.of()
        : List.of("README.adoc lacks the line: " + row);
  }

  static String row(Lesson lesson) {
    return "|link:lessons/%s/lesson.adoc[%d: %s] |%s |`%s`"
        .formatted(
            lesson.folder(), lesson.number(), lesson.title(), lesson.rule(), lesson.outcome());
  }

  private Path chapter(Lesson lesson) {
    return checkout.resolve("lessons").resolve(lesson.folder()).resolve("lesson.adoc");
  }

  private List<String> missing(Lesson lesson) throws IOException {
    Stream<String> missing =
        needed(lesson)
            .filter(path -> !Files.exists(checkout.resolve(path)))
            .map(path -> path + " is missing");
    String rejected = "solutions/" + lesson.folder() + "/rejected";
    boolean hasDiff = files(rejected).stream().anyMatch(f -> f.toString().endsWith(".diff"));
    return Stream.concat(missing, hasDiff ? Stream.of() : Stream.of(rejected + " has no diff"))
        .toList();
  }

  private static Stream<String> needed(Lesson lesson) {
    String lessonFolder = "lessons/" + lesson.folder() + "/";
    String solutionFolder = "solutions/" + lesson.folder() + "/";
    return Stream.of(
        lessonFolder + lesson.fileName(),
        lessonFolder + lesson.proofsName() + ".java",
        lessonFolder + lesson.scenarioName() + ".java",
        lessonFolder + "explore.jsh",
        lessonFolder + "lesson.adoc",
        lessonFolder + "zh.po",
        solutionFolder + lesson.fileName(),
        solutionFolder + "solution.adoc");
  }

  /** A chapter need not measure what its scenario does not show. */
  private static String figures(Lesson lesson) {
    return "lessons/%s/%s.java".formatted(lesson.folder(), lesson.figuresName());
  }

  private List<String> strays() throws IOException {
    List<String> strays = new ArrayList<>();
    for (String top : List.of("lessons", "solutions")) {
      files(top).stream()
          .map(f -> checkout.relativize(f).toString().replace('\\', '/'))
          .filter(this::isStray)
          .forEach(f -> strays.add(f + " does not belong there"));
    }
    return strays;
  }

  private boolean isStray(String path) {
    return lessons.all().stream()
        .noneMatch(
            lesson ->
                needed(lesson).anyMatch(path::equals)
                    || path.equals(figures(lesson))
                    || Pattern.matches(
                        "solutions/%s/(rejected/[a-z0-9-]+\\.diff|(?!rejected/)[a-z]+/%s)"
                            .formatted(lesson.folder(), Pattern.quote(lesson.fileName())),
                        path));
  }

  /**
   * All programs with the verdicts that they must get.
   *
   * @throws IllegalArgumentException if a rejected fix is no usable diff
   */
  public List<Claim> claims() throws IOException {
    List<Claim> claims = new ArrayList<>();
    for (Lesson lesson : lessons.all()) {
      String broken = "lessons/" + lesson.folder() + "/" + lesson.fileName();
      claims.add(
          new Claim(
              lesson, broken, lessons.broken(lesson), lesson.outcome(), Extent.FIRST_FAILURE));
      for (Path file : files("solutions/" + lesson.folder())) {
        String path = checkout.relativize(file).toString();
        if (file.getFileName().toString().equals(lesson.fileName())) {
          claims.add(new Claim(lesson, path, Files.readString(file), "PASS", Extent.ALL));
        } else if (path.endsWith(".diff")) {
          RejectedProgram fix = rejected(path, file);
          claims.add(new Claim(lesson, path, fix.text(), fix.outcome(), Extent.FIRST_FAILURE));
        }
      }
    }
    return claims;
  }

  private RejectedProgram rejected(String path, Path file) throws IOException {
    try {
      return RejectedProgram.read(checkout, file);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(path + ": " + e.getMessage(), e);
    }
  }

  private List<Path> files(String folder) throws IOException {
    Path top = checkout.resolve(folder);
    if (!Files.isDirectory(top)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(top)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  /** Tries the claim; what is wrong with it, if anything. */
  public static Optional<String> refute(Claim claim, Checker checker)
      throws IOException, InterruptedException {
    ProgramFile program = new ProgramFile(claim.program(), claim.text());
    CheckResult result = checker.check(claim.lesson(), program, claim.extent());
    if (result.verdict().name().equals(claim.verdict())) {
      return Optional.empty();
    }
    String why =
        result.verdict() == Verdict.DOES_NOT_COMPILE
            ? result.message()
            : result.proofs().stream()
                .filter(p -> p.outcome().name().equals(result.verdict().name()))
                .findFirst()
                .map(p -> p.name() + ": " + p.message())
                .orElse("");
    return Optional.of(
        "%s must get %s, but got %s%n%s"
            .formatted(claim.program(), claim.verdict(), result.verdict(), why));
  }
}
