// SPDX-License-Identifier: Apache-2.0
package loosethreads.screen;

import java.util.ArrayList;
import java.util.List;
import loosethreads.lifeline.Columns;

/**
 * What the terminal can show.
 *
 * @param unicode whether that is more than ASCII
 * @param colour whether it has colours, and the user wants them
 */
public record Look(boolean unicode, boolean colour) {
  /** Sequences that colour what follows, and take no room. */
  private static final String COLOURS = "\u001b\\[[0-9;]*m";

  String paint(Style style, String text) {
    return colour ? style.paint(text) : text;
  }

  String or(String unicodeText, String asciiText) {
    return unicode ? unicodeText : asciiText;
  }

  /** The rows in lines of at most so many columns. */
  public List<String> lines(List<Row> rows, int width) {
    List<String> lines = new ArrayList<>();
    for (Row row : rows) {
      String indent = columns().printable(untabbed(row.start()));
      String start = Columns.width(indent) > width / 2 ? "" : indent;
      columns()
          .wrap(start, untabbed(row.text()), width)
          .forEach(line -> lines.add(paint(row.style(), line)));
    }
    return lines;
  }

  private static String untabbed(String text) {
    return text.replace("\t", "    ");
  }

  /** As much of a text as has room in a line; nothing where there is none for a character. */
  String cut(String text, int width) {
    return width <= or("…", "...").length() ? "" : columns().cut(text, width);
  }

  Columns columns() {
    return new Columns(unicode);
  }

  /** The columns that a painted line takes. */
  static int width(String painted) {
    return Columns.width(painted.replaceAll(COLOURS, ""));
  }
}
