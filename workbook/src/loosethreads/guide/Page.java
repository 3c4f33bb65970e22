// SPDX-License-Identifier: Apache-2.0
package loosethreads.guide;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A page of the guide, in one language.
 *
 * @param file its name in the language's folder; the same in each language
 * @param name what other pages call it: short
 * @param title its first heading
 * @param body what is below that, as HTML
 */
record Page(String file, String name, String title, String body) {
  private static final Pattern HEADING =
      Pattern.compile("<h2 id=\"([^\"]+)\">(.*?)</h2>", Pattern.DOTALL);

  /** A heading of a page, as its table of contents has it. */
  record Heading(String id, String text) {}

  /** Those of its sections. */
  List<Heading> headings() {
    return HEADING
        .matcher(body)
        .results()
        .map(h -> new Heading(h.group(1), Html.text(h.group(2))))
        .toList();
  }
}
