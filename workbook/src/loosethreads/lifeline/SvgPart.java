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
  /** Where an element begins whose text has characters of two columns. */
  private static final String WIDE_TEXT = "<text(?=[^>]*>[^<]*[\\u2e80-\\uffef])";

  /**
   * The picture as a document for a renderer that knows no patterns and no media queries:
   * activities differ by shade.
   *
   * @param wideFont for texts with Chinese characters, which the usual font lacks
   */
  public String forPrint(String wideFont) {
    int head = svg.indexOf('>') + 1;
    return svg.substring(0, head)
        + "<style>\n"
        + SvgScheme.cssOfPrint()
        + "</style>"
        + svg.substring(head).replaceAll(WIDE_TEXT, "$0 style=\"font-family:" + wideFont + "\"");
  }

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
