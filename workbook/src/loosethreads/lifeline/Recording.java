// SPDX-License-Identifier: Apache-2.0
package loosethreads.lifeline;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the threads of one JVM did. Times in a recording are nanoseconds since it began.
 *
 * @param title what ran, for people
 * @param begun when the recording began: before the program's {@code main}
 * @param jvm the version of the JVM, for example {@code 25.0.3+9-LTS}
 * @param length until the JVM ended, or until the recording did
 * @param lifelines the program's threads, in the order of their starts; the JVM's own are left out
 * @param marks what else happened, in the order of time
 * @param complete whether there was room for all that happened; else the end is missing
 */
public record Recording(
    String title,
    Instant begun,
    String jvm,
    long length,
    List<Lifeline> lifelines,
    List<Mark> marks,
    boolean complete) {
  public Recording {
    lifelines = List.copyOf(lifelines);
    marks = List.copyOf(marks);
  }

  /**
   * The same, with more marks, and a length that has room for them.
   *
   * @param origin the moment since which the times of these marks are
   */
  public Recording plus(Instant origin, List<Mark> more) {
    long later = Duration.between(begun, origin).toNanos();
    List<Mark> all =
        Stream.concat(
                marks.stream(),
                more.stream().map(m -> new Mark(Math.max(0, m.at() + later), m.kind(), m.text())))
            .sorted(Comparator.comparingLong(Mark::at))
            .toList();
    long longer = all.isEmpty() ? length : Math.max(length, all.getLast().at());
    return new Recording(title, begun, jvm, longer, lifelines, all, complete);
  }

  /** The same, of some of its threads. */
  public Recording with(List<Lifeline> some) {
    return new Recording(title, begun, jvm, length, some, marks, complete);
  }

  /** Whether the JVM began to shut down; it did not if it was killed, or still runs. */
  public boolean shutDown() {
    return marks.stream().anyMatch(m -> m.kind() == Mark.Kind.SHUTDOWN);
  }
}
