// SPDX-License-Identifier: Apache-2.0
package loosethreads.guide;

import java.util.Map;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The words of the glossary that a page uses.
 *
 * @param terms as the language has them, by their anchors in the glossary
 */
record WordsUsed(Dictionary words, SequencedMap<String, String> terms) {
  /** The page's body, with links to them below it. */
  String below(String body) {
    String text = Html.text(body);
    String links =
        terms.entrySet().stream()
            .filter(term -> uses(text, term.getValue()))
            .map(WordsUsed::link)
            .collect(Collectors.joining(" · "));
    return "%s<p class=\"words\">%s: %s</p>\n".formatted(body, words.of(Label.WORDS_USED), links);
  }

  /** A Chinese word has nothing around it that tells where it begins. */
  private boolean uses(String text, String term) {
    String word = Pattern.quote(term);
    return words.language() == Language.CHINESE
        ? text.contains(term)
        : Pattern.compile("\\b" + word + "(s|es)?\\b", Pattern.CASE_INSENSITIVE)
            .matcher(text)
            .find();
  }

  private static String link(Map.Entry<String, String> term) {
    return "<a href=\"glossary.html#%s\">%s</a>"
        .formatted(term.getKey(), Html.escaped(term.getValue()));
  }
}
