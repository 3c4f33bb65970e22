// SPDX-License-Identifier: Apache-2.0
package loosethreads.lifeline;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** The elements of an SVG as they are drawn, one a line. */
final class SvgCanvas {
  private static final Columns PRINTABLE = new Columns(true);

  private final StringBuilder svg = new StringBuilder();

  void text(String classes, double x, double y, String text) {
    String named = classes.isEmpty() ? "" : " class=\"%s\"".formatted(classes);
    svg.append(
        "<text%s x=\"%s\" y=\"%s\">%s</text>\n"
            .formatted(named, number(x), number(y), escaped(text)));
  }

  void path(String classes, String path) {
    svg.append("<path class=\"%s\" d=\"%s\"/>\n".formatted(classes, path));
  }

  void rectangle(String classes, double x, double y, double width, double height) {
    svg.append(
        "<rect class=\"%s\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"/>\n"
            .formatted(classes, number(x), number(y), number(width), number(height)));
  }

  /** Begins what is moved down as far, has an attribute, and shows a tooltip to a pointer. */
  void group(String attribute, int y, String tooltip) {
    svg.append(
        "<g %s transform=\"translate(0 %s)\">\n<title>%s</title>\n"
            .formatted(attribute, y, escaped(tooltip)));
  }

  void endGroup() {
    svg.append("</g>\n");
  }

  /** All that was drawn. */
  String drawn() {
    return svg.toString();
  }

  /** A text as XML has it; what XML can't have is replaced. */
  static String escaped(String text) {
    return PRINTABLE
        .printable(text)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  /** With one decimal at most. */
  static String number(double value) {
    return BigDecimal.valueOf(value)
        .setScale(1, RoundingMode.HALF_UP)
        .stripTrailingZeros()
        .toPlainString();
  }
}
