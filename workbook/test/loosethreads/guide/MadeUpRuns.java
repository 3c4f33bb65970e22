// SPDX-License-Identifier: Apache-2.0
package loosethreads.guide;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import loosethreads.lesson.Lesson;
import loosethreads.lifeline.Lifeline;
import loosethreads.lifeline.Lifeline.Activity;
import loosethreads.lifeline.Lifeline.Fate;
import loosethreads.lifeline.Lifeline.Kind;
import loosethreads.lifeline.Lifeline.Naming;
import loosethreads.lifeline.Lifeline.Span;
import loosethreads.lifeline.Mark;
import loosethreads.lifeline.Recording;

/** Runs that nobody made: with few threads, and with whatever text. */
record MadeUpRuns(String printed, String dump) implements Run.Source {
  private static final long SECOND = 1_000_000_000;

  private static final List<String> NAMES =
      List.of(
          "main", "app", "debug", "a-thread-with-a-name-that-is-longer-than-a-picture-has-room");

  /** From here on there are lines that the listings of some chapters show. */
  private static final int FIRST_LINE = 14;

  MadeUpRuns(String printed) {
    this(printed, "");
  }

  @Override
  public Run of(Lesson lesson, Side side) {
    String title = side.key() + " " + lesson.fileName();
    return new Run(
        printed.lines().toList(), recording(title, lesson.fileName()), dump.lines().toList());
  }

  @Override
  public Map<String, String> figures(Lesson lesson) {
    return Map.of("ended-after", "0.42 s", "stuck", "4");
  }

  @Override
  public Optional<TestRun> test() {
    return Optional.empty();
  }

  @Override
  public List<String> problems() {
    return List.of();
  }

  private static Recording recording(String title, String file) {
    return new Recording(
        title,
        Instant.parse("2026-01-02T03:04:05Z"),
        "25.0.3+9-LTS",
        2 * SECOND,
        IntStream.range(0, NAMES.size()).mapToObj(index -> thread(file, index)).toList(),
        List.of(
            new Mark(SECOND / 2, Mark.Kind.NOTE, "GET /ping: pong"),
            new Mark(SECOND, Mark.Kind.NOTE, "GET /quit: bye")),
        true);
  }

  private static Lifeline thread(String file, int index) {
    boolean alive = index == 0;
    long begin = index * 100_000_000L;
    long end = alive ? 2 * SECOND : SECOND;
    return new Lifeline(
        index + 1,
        List.of(new Naming(begin, NAMES.get(index))),
        Kind.PLATFORM,
        index,
        index == 0 ? Optional.empty() : Optional.of(frame(file, index)),
        false,
        begin,
        end,
        alive ? Fate.ALIVE : Fate.ENDED,
        List.of(new Span(Activity.RUNNING, begin, end)),
        alive ? List.of(frame(file, 9)) : List.of());
  }

  private static StackTraceElement frame(String file, int index) {
    return new StackTraceElement("Lesson", "main", file, FIRST_LINE + index);
  }
}
