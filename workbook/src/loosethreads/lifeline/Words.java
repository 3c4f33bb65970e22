// SPDX-License-Identifier: Apache-2.0
package loosethreads.lifeline;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import loosethreads.lifeline.Lifeline.Activity;
import loosethreads.lifeline.Lifeline.Fate;
import loosethreads.lifeline.Lifeline.Kind;

/** What a picture says in words. */
final class Words {
  private Words() {}

  static String of(Activity activity) {
    return switch (activity) {
      case RUNNING -> "running";
      case IO -> "in I/O";
      case BLOCKED -> "blocked";
      case WAITING -> "waiting";
      case SLEEPING -> "sleeping";
    };
  }

  static String of(Fate fate) {
    return switch (fate) {
      case ENDED -> "ended";
      case ALIVE -> "alive";
      case VANISHED -> "vanished";
    };
  }

  static String of(Kind kind) {
    return switch (kind) {
      case PLATFORM -> "platform";
      case DAEMON -> "daemon";
      case VIRTUAL -> "virtual";
    };
  }

  /** For example {@code 340 ms} or {@code 3.52 s}. */
  static String time(long nanos) {
    return nanos < 1_000_000_000 ? number(nanos, 6, 0) + " ms" : number(nanos, 9, 2) + " s";
  }

  /** A number of nanoseconds in a unit of 10 to the given power of them, rounded. */
  static String number(long nanos, int power, int decimals) {
    BigDecimal number = BigDecimal.valueOf(nanos, power).setScale(decimals, RoundingMode.HALF_UP);
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  static String threads(int count) {
    return count == 1 ? "1 thread" : count + " threads";
  }

  /** For example {@code 3 threads in 2.1 s: 1 ended, 2 alive at the end.} */
  static String summary(Recording recording) {
    String length = time(recording.length());
    if (recording.lifelines().isEmpty()) {
      return "No thread of the program was seen in " + length + "." + gap(recording);
    }
    List<String> fates = new ArrayList<>();
    for (Fate fate : Fate.values()) {
      long count = recording.lifelines().stream().filter(t -> t.fate() == fate).count();
      if (count > 0) {
        fates.add(count + " " + of(fate) + (fate == Fate.ALIVE ? " at the end" : ""));
      }
    }
    return "%s in %s: %s.%s"
        .formatted(
            threads(recording.lifelines().size()),
            length,
            String.join(", ", fates),
            gap(recording));
  }

  private static String gap(Recording recording) {
    return recording.complete()
        ? ""
        : " More happened than there was room for: the end is missing.";
  }

  /** All that is known of a row, in one sentence. */
  static String sentence(Row row, List<Row> rows) {
    Lifeline first = row.first();
    if (row.rest()) {
      return row.name();
    }
    String fate =
        switch (row.fate()) {
          case ENDED -> "ended at " + time(row.end());
          case ALIVE -> "alive, " + doing(first);
          case VANISHED ->
              "vanished at %s, not ended; last seen %s".formatted(time(row.end()), doing(first));
        };
    return "%s%s, %s: %s; started %s%s"
        .formatted(
            row.name(), row.count(), of(first.kind()), fate, started(row, rows), firstName(row));
  }

  /** The name that a thread had at its start, if it was renamed. */
  private static String firstName(Row row) {
    String name = row.first().names().getFirst().name();
    boolean renamed =
        row.members().size() == 1 && !name.isEmpty() && !name.equals(row.first().name());
    return renamed ? " as " + new Columns(true).cut(name, Rows.LONGEST_NAME) : "";
  }

  private static String doing(Lifeline thread) {
    String activity =
        thread.activities().isEmpty() ? "" : of(thread.activities().getLast().activity());
    return (activity + " " + Frames.where(thread.stack())).strip();
  }

  private static String started(Row row, List<Row> rows) {
    Lifeline first = row.first();
    if (first.startedAt().isPresent()) {
      return "at " + Frames.fileAndLine(first.startedAt().get()) + guessed(row);
    }
    if (row.members().stream().mapToLong(Lifeline::creator).distinct().count() > 1) {
      return "by several threads";
    }
    if (row.parent() >= 0) {
      return "by " + rows.get(row.parent()).name();
    }
    // Nothing tells who started a virtual thread; the JVM never does.
    boolean byTheJvm = first.creator() == 0 && first.kind() != Kind.VIRTUAL;
    return byTheJvm ? "by the JVM" : "by an unknown thread";
  }

  private static String guessed(Row row) {
    long guessed = row.members().stream().filter(Lifeline::guessed).count();
    return guessed == 0 ? "" : " (a guess for %d of them)".formatted(guessed);
  }
}
