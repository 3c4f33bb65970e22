// SPDX-License-Identifier: Apache-2.0
package loosethreads.guide;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The text of all sections of all pages, for a script that works without a server. */
final class SearchIndex {
  /** Of a section, or of an entry of the glossary. */
  private static final Pattern HEADING =
      Pattern.compile(
          "<(?:h[23]|dt class=\"hdlist1\"><a) id=\"([^\"]+)\">(.*?)</(?:h[23]|dt)>",
          Pattern.DOTALL);

  private final List<String> sections = new ArrayList<>();

  void add(Language language, Page page) {
    String html = page.body();
    List<MatchResult> headings = HEADING.matcher(html).results().toList();
    int begin = headings.isEmpty() ? html.length() : headings.getFirst().start();
    section(language, page, "", "", html.substring(0, begin));
    for (int i = 0; i < headings.size(); i++) {
      MatchResult heading = headings.get(i);
      int end = i + 1 < headings.size() ? headings.get(i + 1).start() : html.length();
      section(
          language,
          page,
          "#" + heading.group(1),
          Html.text(heading.group(2)),
          html.substring(heading.end(), end));
    }
  }

  private void section(Language language, Page page, String anchor, String heading, String html) {
    String text = Html.text(html.replaceAll("(?s)<svg.*?</svg>|<pre.*?</pre>", " "));
    if (!text.isEmpty()) {
      sections.add(
          "[%s,%s,%s,%s]"
              .formatted(
                  string(language.folder() + page.file() + anchor),
                  string(Html.text(page.title())),
                  string(heading),
                  string(text)));
    }
  }

  private static String string(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  /** The script: for each section its address, its page's title, its own, and its text. */
  String script() {
    return "window.guideSections = [\n" + String.join(",\n", sections) + "\n];\n";
  }
}
