// SPDX-License-Identifier: Apache-2.0
package loosethreads.lifeline;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Text in the columns of a terminal, or of any font whose characters are all as wide.
 *
 * @param unicode whether there is more than ASCII
 */
public record Columns(boolean unicode) {
  /** The blocks of Unicode whose characters take two columns, each from its first to its last. */
  private static final List<Integer> WIDE =
      List.of(
          0x1100, 0x115F, 0x2E80, 0x303E, 0x3041, 0xA4CF, 0xA960, 0xA97F, 0xAC00, 0xD7A3, 0xF900,
          0xFAFF, 0xFE30, 0xFE6F, 0xFF00, 0xFF60, 0xFFE0, 0xFFE6, 0x16FE0, 0x18DFF, 0x1B000,
          0x1B2FF, 0x20000, 0x3FFFD);

  /** The columns that a printable text takes. */
  public static int width(String printable) {
    return printable.codePoints().map(Columns::width).sum();
  }

  private static int width(int c) {
    int type = Character.getType(c);
    if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
      return 0;
    }
    for (int i = 0; i < WIDE.size(); i += 2) {
      if (WIDE.get(i) <= c && c <= WIDE.get(i + 1)) {
        return 2;
      }
    }
    return Character.isEmojiPresentation(c) ? 2 : 1;
  }

  /** The text, with a replacement for all that moves the cursor, or can't be shown. */
  public String printable(String text) {
    StringBuilder result = new StringBuilder();
    text.codePoints()
        .map(c -> isPrintable(c) ? c : 0xFFFD)
        .forEach(c -> result.append(unicode ? Character.toString(c) : ascii(c)));
    return result.toString();
  }

  private static String ascii(int c) {
    return switch (c) {
      case '×' -> "x";
      case '…' -> "...";
      default -> c < 0x7F ? Character.toString(c) : "?";
    };
  }

  private static boolean isPrintable(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> c < 0xFE00 || c > 0xFE0F; // selects how wide the character before it is
    };
  }

  /** As much of a text, made printable, as has room; with an ellipsis if that is not all. */
  public String cut(String text, int columns) {
    String printable = printable(text);
    if (width(printable) <= columns) {
      return printable;
    }
    String ellipsis = printable("…");
    return head(printable, columns - width(ellipsis)) + ellipsis;
  }

  /** As much of a printable text as has room; at least one character. */
  private static String head(String printable, int columns) {
    int end = printable.offsetByCodePoints(0, 1);
    while (end < printable.length()) {
      int next = printable.offsetByCodePoints(end, 1);
      if (width(printable.substring(0, next)) > columns) {
        break;
      }
      end = next;
    }
    return printable.substring(0, end);
  }

  /** A printable text and spaces, to as many columns. */
  public static String pad(String printable, int columns) {
    return printable + " ".repeat(Math.max(0, columns - width(printable)));
  }

  /**
   * A text, made printable, in lines of as many columns, broken at spaces; within a word only where
   * that is longer than a line.
   *
   * @param start what the first line begins with; printable; the others with as many spaces
   */
  public List<String> wrap(String start, String text, int columns) {
    int room = columns - width(start);
    List<String> lines = new ArrayList<>();
    String line = "";
    for (String word : printable(text).strip().split(" ", -1)) {
      String rest = word;
      if (!line.isEmpty() && width(line) + 1 + width(rest) > room) {
        lines.add(line);
        line = "";
      }
      while (width(rest) > room) {
        lines.add(head(rest, room));
        rest = rest.substring(lines.getLast().length());
      }
      line = line.isEmpty() ? rest : line + " " + rest;
    }
    lines.add(line);
    String indent = " ".repeat(width(start));
    return IntStream.range(0, lines.size())
        .mapToObj(i -> (i == 0 ? start : indent) + lines.get(i))
        .toList();
  }
}
