// SPDX-License-Identifier: Apache-2.0
package loosethreads.lifeline;

import java.util.List;
import java.util.Optional;

/**
 * A picture of a recording in a page, and what the page may say about it.
 *
 * @param svg the {@code svg} element
 * @param summary how many threads there were, and how they ended
 * @param bars what each row shows, by its index
 * @param marks those with a number in the picture, which is their index and 1
 */
public record SvgPart(String svg, String summary, List<Bar> bars, List<Mark> marks) {
  /**
   * A row: a thread, or several that are alike, of which it tells the first.
   *
   * @param sentence all that is known, in a sentence
   * @param ended whether it ended
   * @param startedAt the line of the program that started it
   * @param stack where it was when it was last seen, innermost first; empty if it has ended
   */
  public record Bar(
      String name,
      String sentence,
      boolean ended,
      Optional<StackTraceElement> startedAt,
      List<StackTraceElement> stack) {
    static Bar of(Row row, List<Row> rows, Words words) {
      return new Bar(
          row.name() + row.count(),
          words.say(Phrase.FULL_STOP, words.sentence(row, rows)),
          row.fate() == Lifeline.Fate.ENDED,
          row.rest() ? Optional.empty() : row.first().startedAt(),
          row.rest() ? List.of() : row.first().stack());
    }
  }
}
