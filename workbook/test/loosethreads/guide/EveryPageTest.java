// SPDX-License-Identifier: Apache-2.0
package loosethreads.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Looks at every page once, with all unfolded: in both schemes, and from narrow to wide. */
@InBrowser
class EveryPageTest {
  private static final int TABLET = 768;

  /** In CSS pixels: phones, a window of 1280 at twice the zoom, tablets, desks. */
  private static final List<Integer> WIDTHS = List.of(320, 640, TABLET, 1280);

  /** But for what scrolls by itself. */
  private static final String TOO_WIDE =
      """
      [...document.querySelectorAll("html, body *:not(svg *, pre *, .scroll *)")].filter((e) =>
        e.scrollWidth > e.clientWidth + 1 && e.clientWidth > 0
          && getComputedStyle(e).overflowX === "visible")
        .map((e) => e.localName + "." + e.className + ": " + e.textContent.trim().slice(0, 80))\
      """;

  private static final String BROKEN_LINES =
      """
      [...document.querySelectorAll(".listing pre")].filter((pre) =>
        pre.scrollWidth > pre.clientWidth
          || [...pre.querySelectorAll(".line")].some((line) =>
            line.offsetHeight > 1.5 * parseFloat(getComputedStyle(line).lineHeight)))
        .map((pre) => pre.textContent.split("\\n")[0])\
      """;

  private static final String OUT_OF_REACH =
      """
      [...document.querySelectorAll("main *")].filter((e) =>
        e.scrollWidth > e.clientWidth && getComputedStyle(e).overflowX === "auto" && e.tabIndex < 0)
        .map((e) => e.outerHTML.slice(0, 100))\
      """;

  private final List<String> errors = new ArrayList<>();
  private final List<String> violations = new ArrayList<>();
  private final List<String> tooWide = new ArrayList<>();
  private final List<String> outOfReach = new ArrayList<>();
  private final List<String> brokenLines = new ArrayList<>();
  private final Map<Path, List<String>> links = new HashMap<>();
  private final Map<Path, Set<String>> ids = new HashMap<>();

  @BeforeAll
  @Timeout(300) // 30 s of a core, which take minutes on a busy machine
  void look(BuiltGuide guide, Browser browser) {
    var axe = new Axe(browser);
    for (Path page : guide.pages()) {
      String name = guide.name(page);
      browser.open(name);
      browser.run("document.querySelectorAll('details').forEach((d) => (d.open = true))");
      links.put(
          page, browser.texts("[...document.querySelectorAll('a[href]')].map((a) => a.href)"));
      ids.put(
          page,
          Set.copyOf(browser.texts("[...document.querySelectorAll('[id]')].map((e) => e.id)")));
      for (int width : WIDTHS) {
        browser.width(width);
        note(tooWide, name + " at " + width, browser.texts(TOO_WIDE));
        note(outOfReach, name + " at " + width, browser.texts(OUT_OF_REACH));
        if (width >= TABLET) {
          note(brokenLines, name + " at " + width, browser.texts(BROKEN_LINES));
        }
      }
      note(violations, name, axe.violations());
      note(errors, name, browser.errors());
    }
    assertTrue(links.size() > 2, "no page was looked at");
  }

  private static void note(List<String> all, String where, List<String> found) {
    found.forEach(what -> all.add(where + ": " + what));
  }

  private static void assertNone(List<String> found) {
    assertEquals("", String.join("\n", found));
  }

  @Test
  void the_console_has_no_error() {
    assertNone(errors);
  }

  @Test
  void every_link_leads_to_a_page_and_to_a_place_in_it() {
    List<String> dead = new ArrayList<>();
    links.forEach(
        (page, all) -> all.stream().filter(this::isDead).forEach(l -> dead.add(page + ": " + l)));
    assertNone(dead);
  }

  private boolean isDead(String link) {
    URI target = URI.create(link);
    if (!target.getScheme().equals("file")) {
      return false;
    }
    Path file = Path.of(target.getPath());
    String place = target.getFragment();
    return place == null
        ? !Files.isRegularFile(file)
        : !ids.getOrDefault(file, Set.of()).contains(place);
  }

  @Test
  void axe_finds_nothing_in_light_or_dark() {
    assertNone(violations);
  }

  @Test
  void nothing_is_wider_than_the_window_from_a_phone_to_a_desk() {
    assertNone(tooWide);
  }

  @Test
  void what_scrolls_sideways_can_be_reached_with_the_keyboard() {
    assertNone(outOfReach);
  }

  @Test
  void listings_neither_wrap_nor_scroll_from_768_pixels_on() {
    assertNone(brokenLines);
  }
}
