// SPDX-License-Identifier: Apache-2.0
package loosethreads.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;

/** What a reader does with the guide besides reading. */
@InBrowser
class ReaderTest {
  private final Browser browser;

  ReaderTest(Browser browser) {
    this.browser = browser;
  }

  @BeforeEach
  void sit() {
    browser.width(1280);
    browser.prefers("color-scheme", "light");
  }

  @ParameterizedTest
  @CsvSource({
    "index.html, daemon, glossary.html#daemon",
    "lesson1.html, 守护, zh/glossary.html#daemon",
    "zh/index.html, 守护, zh/glossary.html#daemon",
    "zh/lesson1.html, daemon, zh/solution1.html#daemon-threads"
  })
  void a_search_finds_sections_of_both_languages(String page, String word, String best) {
    browser.open(page);
    browser.focus(".search input");
    browser.press(word);
    browser.await("document.querySelector('.results li a')");
    String first = browser.text("document.querySelector('.results li').innerText");
    assertTrue(first.contains(word), first);
    browser.press(Keys.TAB);
    browser.press(Keys.ENTER);
    browser.await("!location.href.endsWith(arguments[0])", page);
    assertEquals(best, browser.page());
  }

  @Test
  void a_search_without_result_says_so_and_escape_closes_it() {
    browser.open("index.html");
    browser.focus(".search input");
    browser.press("xyzzy");
    browser.await("document.querySelector('.results').innerText === 'No section has this.'");
    browser.press(Keys.ESCAPE);
    assertEquals("true", browser.text("document.querySelector('.results').hidden"));
  }

  @Test
  void the_other_language_opens_at_the_same_section() {
    browser.open("lesson4.html#hints");
    browser.click("a.language");
    assertEquals("zh/lesson4.html#hints", browser.page());
    browser.click("a.language");
    assertEquals("lesson4.html#hints", browser.page());
  }

  @Test
  void the_scheme_is_switched_and_remembered() {
    browser.open("index.html");
    String light = paper();
    browser.click(".tools > button");
    String dark = paper();
    assertNotEquals(light, dark);
    browser.open("zh/lesson1.html");
    assertEquals(dark, paper());
    browser.prefers("color-scheme", "dark");
    browser.focus(".tools > button");
    browser.press(Keys.ENTER);
    assertEquals(light, paper(), "against the system");
    browser.run("localStorage.clear()");
    browser.open("index.html");
    assertEquals(dark, paper(), "as the system says");
  }

  private String paper() {
    return browser.text("getComputedStyle(document.body).backgroundColor");
  }

  @Test
  void a_listing_is_copied_as_it_is_in_its_file() {
    browser.open("lesson3.html");
    browser.run("navigator.clipboard.writeText = (text) => (window.copied = text)");
    browser.click(".listing.java > button");
    assertEquals(
        browser.text("document.querySelector('.listing.java code').textContent"),
        browser.text("window.copied"));
  }

  @Test
  void without_scripts_all_is_there_to_be_read() {
    browser.open("lesson3.html");
    String all = text();
    browser.scripts(false);
    try {
      browser.open("lesson3.html");
      assertEquals(all, text());
      assertEquals(
          List.of("true", "true"),
          browser.texts(
              "[...document.querySelectorAll('.run svg')].map((p) => p.checkVisibility() + '')"));
    } finally {
      browser.scripts(true);
    }
  }

  /** Without what scripts add. */
  private String text() {
    return browser.text(
        """
        (() => {
          document.querySelectorAll(".controls, .player > .summary, .listing > button").forEach(
            (e) => e.remove());
          return document.querySelector("main").innerText;
        })()\
        """);
  }
}
