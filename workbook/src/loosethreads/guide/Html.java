// SPDX-License-Identifier: Apache-2.0
package loosethreads.guide;

import java.util.regex.Pattern;

/** Text in HTML. */
final class Html {
  private static final Pattern TAG = Pattern.compile("<[^>]*>");

  private Html() {}

  /** Text as an element or an attribute has it. */
  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  /** The text of some HTML, in one line. */
  static String text(String html) {
    return unescaped(TAG.matcher(html).replaceAll(" ")).replaceAll("\\s+", " ").strip();
  }

  /** The text of some HTML, with its spaces. */
  static String unescaped(String html) {
    return TAG.matcher(html)
        .replaceAll("")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#8217;", "’")
        .replace("&#8230;", "…")
        .replace("&#8201;", " ")
        .replace("&#8212;", "—")
        .replace("&#8203;", "")
        .replace("&#43;", "+")
        .replace("&amp;", "&");
  }
}
