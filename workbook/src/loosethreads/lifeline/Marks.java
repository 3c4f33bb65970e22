// SPDX-License-Identifier: Apache-2.0
package loosethreads.lifeline;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The marks of a recording that a picture numbers, from 1 on, in the order of time.
 *
 * @param left how many there are besides
 */
record Marks(List<Mark> shown, int left) {
  private static final int MOST = 10;

  /** All if there is room; else what befell the JVM before what the scenario only said. */
  static Marks of(Recording recording, Words words) {
    List<Mark> all = recording.marks();
    List<Mark> shown =
        IntStream.range(0, all.size())
            .boxed()
            .sorted(Comparator.comparing(i -> all.get(i).kind() == Mark.Kind.NOTE))
            .limit(MOST)
            .sorted()
            .map(i -> words.of(all.get(i)))
            .toList();
    return new Marks(shown, all.size() - shown.size());
  }

  /** For example {@code … and 3 more}; empty if all are shown. */
  String leftInWords(Words words) {
    return left == 0 ? "" : words.say(Phrase.AND_MORE, left);
  }
}
