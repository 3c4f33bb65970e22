// SPDX-License-Identifier: Apache-2.0
package loosethreads.lifeline;

import java.time.Instant;
import java.util.List;

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

  /** The same threads, with other marks and a length that has room for them. */
  public Recording with(List<Mark> otherMarks) {
    long longer = otherMarks.stream().mapToLong(Mark::at).reduce(length, Math::max);
    return new Recording(title, begun, jvm, longer, lifelines, otherMarks, complete);
  }
}
