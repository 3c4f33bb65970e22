// SPDX-License-Identifier: Apache-2.0
package loosethreads.lifeline;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import loosethreads.lifeline.Lifeline.Activity;
import loosethreads.lifeline.Lifeline.Fate;
import loosethreads.lifeline.Lifeline.Kind;

/**
 * What a picture says in words, in some language.
 *
 * @param translation from the English of each {@link Phrase}
 */
public record Words(UnaryOperator<String> translation) {
  public static final Words ENGLISH = new Words(UnaryOperator.identity());

  String say(Phrase phrase, Object... values) {
    return translation.apply(phrase.english()).formatted(values);
  }

  String of(Activity activity) {
    return say(Phrase.valueOf(activity.name()));
  }

  String of(Fate fate) {
    return say(Phrase.valueOf(fate.name()));
  }

  String of(Kind kind) {
    return say(Phrase.valueOf(kind.name()));
  }

  /** What befell the JVM in this language; what others have said as they said it. */
  Mark of(Mark mark) {
    return Stream.of(Phrase.MAIN_RETURNED, Phrase.SHUTS_DOWN, Phrase.JVM_ENDED)
        .filter(phrase -> phrase.english().equals(mark.text()))
        .findFirst()
        .map(phrase -> new Mark(mark.at(), mark.kind(), say(phrase)))
        .orElse(mark);
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

  /** For example {@code 3 threads in 2.1 s: 1 ended, 2 alive at the end.} */
  String summary(Recording recording) {
    String length = time(recording.length());
    int count = recording.lifelines().size();
    if (count == 0) {
      return say(Phrase.NO_THREAD, length) + gap(recording);
    }
    List<String> fates = new ArrayList<>();
    for (Fate fate : Fate.values()) {
      long these = recording.lifelines().stream().filter(t -> t.fate() == fate).count();
      if (these > 0) {
        fates.add(say(Phrase.valueOf("SOME_" + fate), these));
      }
    }
    String threads = count == 1 ? say(Phrase.ONE_THREAD) : say(Phrase.THREADS, count);
    String all = fates.stream().reduce((a, b) -> say(Phrase.AND, a, b)).orElseThrow();
    return say(Phrase.SUMMARY, threads, length, all) + gap(recording);
  }

  private String gap(Recording recording) {
    return recording.complete() ? "" : " " + say(Phrase.GAP);
  }

  /** All that is known of a row, in one sentence, without its full stop. */
  String sentence(Row row, List<Row> rows) {
    Lifeline first = row.first();
    if (row.rest()) {
      return row.name();
    }
    String fate =
        switch (row.fate()) {
          case ENDED -> say(Phrase.ENDED_AT, time(row.end()));
          case ALIVE -> say(Phrase.ALIVE_AND, doing(first));
          case VANISHED -> say(Phrase.VANISHED_AT, time(row.end()), doing(first));
        };
    String started = started(row, rows);
    return say(
        Phrase.SENTENCE,
        row.name() + row.count(),
        of(first.kind()),
        fate,
        firstName(row).isEmpty() ? started : say(Phrase.AS, started, firstName(row)));
  }

  /** The name that a thread had at its start, if it was renamed. */
  private static String firstName(Row row) {
    String name = row.first().names().getFirst().name();
    boolean renamed = row.members().size() == 1 && !name.equals(row.first().name());
    return renamed ? new Columns(true).cut(name, Rows.LONGEST_NAME) : "";
  }

  private String doing(Lifeline thread) {
    String where = where(thread.stack());
    if (thread.activities().isEmpty()) {
      return where;
    }
    String activity = of(thread.activities().getLast().activity());
    return where.isEmpty() ? activity : say(Phrase.DOING_THERE, activity, where);
  }

  /** {@code in SynchronousQueue.put, at Lesson5.java:23}; empty if there are no frames. */
  String where(List<StackTraceElement> stack) {
    String called = Frames.called(stack).map(Frames::method).orElse("");
    String line = Frames.line(stack).map(Frames::fileAndLine).orElse("");
    if (called.isEmpty()) {
      return line.isEmpty() ? "" : say(Phrase.AT, line);
    }
    return line.isEmpty() ? say(Phrase.IN, called) : say(Phrase.IN_AND_AT, called, line);
  }

  private String started(Row row, List<Row> rows) {
    Lifeline first = row.first();
    if (first.startedAt().isPresent()) {
      String at = say(Phrase.STARTED_AT, Frames.fileAndLine(first.startedAt().get()));
      long guessed = row.members().stream().filter(Lifeline::guessed).count();
      return guessed == 0 ? at : say(Phrase.A_GUESS, at, guessed);
    }
    if (row.members().stream().mapToLong(Lifeline::creator).distinct().count() > 1) {
      return say(Phrase.BY_SEVERAL);
    }
    if (row.parent() >= 0) {
      return say(Phrase.STARTED_BY, rows.get(row.parent()).name());
    }
    // Nothing tells who started a virtual thread; the JVM never does.
    boolean byTheJvm = first.creator() == 0 && first.kind() != Kind.VIRTUAL;
    return say(byTheJvm ? Phrase.BY_THE_JVM : Phrase.BY_AN_UNKNOWN);
  }
}
