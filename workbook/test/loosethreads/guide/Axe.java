// SPDX-License-Identifier: Apache-2.0
package loosethreads.guide;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The checker of accessibility, axe-core: names, roles, order, contrast and more.
 *
 * <p>To know the contrast of a text it renders what is behind it, which takes most of its time. So
 * it is asked once about texts that are styled alike, on whatever page: pages share their styles.
 */
final class Axe {
  private static final String TEXTS =
      """
      window.styleOf = (e) => e === null ? ""
        : [styleOf(e.parentElement), e.localName, e.className, e.ariaCurrent].join();
      window.textsByStyle = () => {
        const texts = [...document.querySelectorAll("body *:not(svg, svg *)")];
        const hasText = (e) => [...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim());
        return new Map(texts.filter(hasText).map((e) => [styleOf(e), e]));
      };
      """;

  private static final String CONTRAST =
      """
      axe.run({include: [...textsByStyle()].filter(([style]) => arguments[0].includes(style))
        .map(([_, e]) => e)}, {runOnly: ["color-contrast"], preload: false})\
      """;

  /** The words of a listing have a colour each, and nothing else that a rule is about. */
  private static final String WITHOUT_COLOURS =
      "document.querySelectorAll('pre code').forEach((e) => e.replaceChildren(e.textContent))";

  private static final String ALL_BUT_CONTRAST =
      "axe.run({rules: {'color-contrast': {enabled: false}}, preload: false})";

  private static final String TOLD =
      """
      .then((result) => result.violations.flatMap((rule) => rule.nodes.map((node) =>
        rule.id + ": " + node.target + ": " + node.failureSummary)))\
      """;

  private final Browser browser;
  private final String script;
  private final Set<String> looked = new HashSet<>();

  Axe(Browser browser) {
    this.browser = browser;
    try (var axe = Axe.class.getResourceAsStream("/axe.min.js")) {
      script = new String(axe.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is wrong with the page as it is now, in light and in dark. Its listings turn plain. */
  List<String> violations() {
    browser.run(script + TEXTS);
    List<String> all = new ArrayList<>();
    List<String> styles = browser.texts("[...textsByStyle().keys()]");
    List<String> unknown = styles.stream().filter(looked::add).toList();
    if (!unknown.isEmpty()) {
      for (String scheme : List.of("dark", "light")) {
        browser.prefers("color-scheme", scheme);
        browser.awaitTexts(CONTRAST + TOLD, unknown).forEach(v -> all.add(scheme + ": " + v));
      }
    }
    browser.run(WITHOUT_COLOURS);
    all.addAll(browser.awaitTexts(ALL_BUT_CONTRAST + TOLD));
    return all;
  }
}
