// SPDX-License-Identifier: Apache-2.0
package loosethreads.screen;

import java.util.List;
import java.util.stream.Stream;

/**
 * A piece of what is shown: a line, if it has room in one.
 *
 * @param start what it begins with; further lines are indented by as much
 */
public record Row(Style style, String start, String text) {
  static final Row BLANK = new Row(Style.PLAIN, "", "");

  /** A line as it is, with its indent. */
  static Row of(Style style, String line) {
    String text = line.stripLeading();
    return new Row(style, line.substring(0, line.length() - text.length()), text);
  }

  static Row plain(String line) {
    return of(Style.PLAIN, line);
  }

  /** The lines of a text as they are. */
  static Stream<Row> lines(String text) {
    return lines(Style.PLAIN, text);
  }

  static Stream<Row> lines(Style style, String text) {
    return text.lines().map(line -> of(style, line));
  }

  /** As the lines of a text that goes somewhere else than on a screen. */
  public static String text(List<Row> rows) {
    StringBuilder text = new StringBuilder();
    rows.forEach(row -> text.append("%s%s%n".formatted(row.start, row.text)));
    return text.toString();
  }
}
