// SPDX-License-Identifier: Apache-2.0
package loosethreads.lesson;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/** The lessons and their files: as they came with the tool, or in a checkout. */
public final class Lessons {
  /** Where files are: their text by their path in the checkout, if there is such a file. */
  private interface Source {
    Optional<String> text(String path);
  }

  private final Source source;
  private final Map<Integer, Optional<Lesson>> read = new ConcurrentHashMap<>();

  private Lessons(Source source) {
    this.source = source;
  }

  /** Those that came with the tool, in its jar. */
  public static Lessons bundled() {
    return new Lessons(Lessons::resource);
  }

  /** Those in a checkout. */
  public static Lessons in(Path checkout) {
    return new Lessons(path -> file(checkout.resolve(path)));
  }

  /** All of them, by number from 1. */
  public List<Lesson> all() {
    return IntStream.iterate(1, n -> n + 1)
        .mapToObj(this::find)
        .takeWhile(Optional::isPresent)
        .flatMap(Optional::stream)
        .toList();
  }

  /** One of them; its chapter alone is read for that. */
  public Optional<Lesson> find(int number) {
    return read.computeIfAbsent(
        number, n -> source.text(chapterOf(n)).map(text -> new Chapter(text).lesson(n)));
  }

  /** The text of the broken program. */
  public String broken(Lesson lesson) {
    return text("lessons/" + lesson.folder() + "/" + lesson.fileName());
  }

  /** The text of the fixed program. */
  public String solution(Lesson lesson) {
    return text("solutions/" + lesson.folder() + "/" + lesson.fileName());
  }

  /** The text of the chapter, in AsciiDoc. */
  public String chapter(Lesson lesson) {
    return text(chapterOf(lesson.number()));
  }

  /** The text of the proofs. */
  public String proofs(Lesson lesson) {
    return text("lessons/" + lesson.folder() + "/" + lesson.proofsName() + ".java");
  }

  /** The text of the scenario. */
  public String scenario(Lesson lesson) {
    return text("lessons/" + lesson.folder() + "/" + lesson.scenarioName() + ".java");
  }

  /** The text of what measures the chapter's figures; empty if nothing does. */
  public Optional<String> figures(Lesson lesson) {
    return source.text("lessons/" + lesson.folder() + "/" + lesson.figuresName() + ".java");
  }

  /** The script with which JShell starts on the lesson's program. */
  public String explore(Lesson lesson) {
    return text("lessons/" + lesson.folder() + "/explore.jsh");
  }

  /**
   * A file that the lesson's chapter includes.
   *
   * @param target its path from the chapter; empty if the file did not come with the tool
   */
  public Optional<String> included(Lesson lesson, String target) {
    return source.text(
        Path.of("lessons", lesson.folder(), target)
            .normalize()
            .toString()
            .replace(File.separatorChar, '/'));
  }

  private String text(String path) {
    return source
        .text(path)
        .orElseThrow(() -> new IllegalStateException(path + " did not come with the tool"));
  }

  private static String chapterOf(int number) {
    return "lessons/lesson" + number + "/lesson.adoc";
  }

  private static Optional<String> resource(String path) {
    try (InputStream in = Lessons.class.getClassLoader().getResourceAsStream(path)) {
      return in == null
          ? Optional.empty()
          : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<String> file(Path path) {
    try {
      return Files.exists(path) ? Optional.of(Files.readString(path)) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
