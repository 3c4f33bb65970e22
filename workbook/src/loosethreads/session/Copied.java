// SPDX-License-Identifier: Apache-2.0
package loosethreads.session;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import loosethreads.lesson.Lesson;
import loosethreads.lesson.Lessons;
import loosethreads.lesson.Tags;

/**
 * What a lesson was, by digests, when a workspace got it.
 *
 * @param program the broken one, as it was copied
 */
record Copied(String program, String proofs, String chapter) {
  private static final String ABOUT =
      """
      # Loose Threads: what the lessons were when you got them; 'update' compares.
      # The tool writes this file. Without it 'update' can't tell which programs you have edited,
      # and keeps all of them.
      #
      # A line for each lesson: its folder; the broken program; the proofs; the chapter: the first
      # 16 hex digits of the SHA-256 of their lines, joined by line feeds.
      """;

  private static final Pattern ROW =
      Pattern.compile("([0-9a-f]{16}) ([0-9a-f]{16}) ([0-9a-f]{16})");

  static Notes<Copied> notes(Path folder) {
    return new Notes<>(folder.resolve("copied.txt"), ABOUT, Copied::parse, Copied::row);
  }

  /** As the lesson is in this workbook. */
  static Copied now(Lesson lesson, Lessons lessons) {
    return new Copied(
        Digest.of(Tags.removed(lessons.broken(lesson))),
        Digest.of(lessons.proofs(lesson)),
        Digest.of(lessons.chapter(lesson)));
  }

  private static Copied parse(String row) {
    Matcher words = ROW.matcher(row);
    if (!words.matches()) {
      throw new IllegalArgumentException(row);
    }
    return new Copied(words.group(1), words.group(2), words.group(3));
  }

  private String row() {
    return "%s %s %s".formatted(program, proofs, chapter);
  }
}
