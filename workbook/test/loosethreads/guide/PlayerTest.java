// SPDX-License-Identifier: Apache-2.0
package loosethreads.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** The lifelines of a chapter play, for a mouse and for a keyboard. */
@InBrowser
class PlayerTest {
  private static final String PLAY = ".controls button:nth-of-type(1)";
  private static final String BEFORE = ".controls button:nth-of-type(2)";
  private static final String AFTER = ".controls button:nth-of-type(3)";
  private static final String TIME = ".controls input";

  /** That of the thread which the listing shows to be started. */
  private static final String ROW = "[data-run=broken] [data-thread='1']";

  private final Browser browser;

  PlayerTest(Browser browser) {
    this.browser = browser;
  }

  @BeforeEach
  void open() {
    browser.width(1280);
    browser.prefers("reduced-motion", "no-preference");
    browser.open("lesson3.html");
    assertEquals("2.00 s", time(), "the picture is complete");
  }

  private String time() {
    return browser.text("document.querySelector('.controls output').textContent");
  }

  private void assertPlaying(boolean yes) {
    String label = browser.text("document.querySelector(arguments[0]).textContent", PLAY);
    assertEquals(yes ? "Pause" : "Play", label);
  }

  private void awaitMidway() {
    browser.await("+document.querySelector(arguments[0]).value > 100", TIME);
  }

  @Test
  void a_click_plays_from_the_start_and_another_pauses() {
    browser.click(PLAY);
    assertPlaying(true);
    awaitMidway();
    browser.click(PLAY);
    assertPlaying(false);
    String paused = time();
    assertNotEquals("2.00 s", paused);
    browser.width(1000); // some frames later
    assertEquals(paused, time());
  }

  @Test
  void it_stops_at_the_end_and_shows_all_again() {
    browser.run("document.querySelector(arguments[0]).value = 1900", TIME);
    browser.run("document.querySelector(arguments[0]).dispatchEvent(new Event('input'))", TIME);
    browser.click(PLAY);
    browser.await("document.querySelector(arguments[0]).textContent === 'Play'", PLAY);
    assertEquals("2.00 s", time());
    assertEquals(List.of("0", "0"), curtains());
  }

  /** How wide what hides the future is, in each picture. */
  private List<String> curtains() {
    return browser.texts(
        "[...document.querySelectorAll('.curtain')].map((c) => c.getAttribute('width'))");
  }

  @Test
  void the_keyboard_plays_pauses_and_scrubs() {
    browser.focus(PLAY);
    browser.press(Keys.ENTER);
    assertPlaying(true);
    awaitMidway();
    browser.press(Keys.SPACE);
    assertPlaying(false);
    browser.focus(TIME);
    browser.press(Keys.HOME);
    assertEquals("0.00 s", time());
    assertEquals(2, curtains().stream().filter(w -> Double.parseDouble(w) > 500).count());
    browser.press(Keys.ARROW_RIGHT);
    assertNotEquals("0.00 s", browser.text("document.querySelector(arguments[0]).value", TIME));
    browser.press(Keys.END);
    assertEquals("2.00 s", time());
  }

  @Test
  void a_mouse_scrubs_while_it_plays() {
    browser.click(PLAY);
    browser.click(TIME); // in its middle
    assertPlaying(false);
    assertEquals(1, Double.parseDouble(time().replace(" s", "")), 0.05);
  }

  @Test
  void it_steps_from_mark_to_mark_both_ways() {
    browser.click(BEFORE);
    assertEquals("1.00 s", time());
    browser.focus(BEFORE);
    browser.press(Keys.ENTER);
    assertEquals("0.50 s", time());
    browser.press(Keys.ENTER);
    browser.press(Keys.ENTER);
    assertEquals("0.00 s", time());
    browser.click(AFTER);
    assertEquals("0.50 s", time());
    browser.click("[data-run=fixed] .marks li:nth-child(2) button");
    assertEquals("1.00 s", time());
  }

  @Test
  void whoever_wants_no_motion_gets_steps() {
    browser.prefers("reduced-motion", "reduce");
    browser.run(
        """
        const output = document.querySelector(".controls output");
        window.shown = [];
        const note = () => shown.push(output.textContent);
        new MutationObserver(note).observe(output, {childList: true});
        """);
    browser.click(PLAY);
    browser.await("shown.includes('1.00 s')");
    browser.click(PLAY);
    assertEquals(List.of("0.00 s", "0.50 s", "1.00 s"), browser.texts("[...new Set(shown)]"));
  }

  @Test
  void axe_finds_nothing_while_it_plays_and_a_thread_is_pointed_at() {
    browser.click(PLAY);
    awaitMidway();
    browser.click(PLAY);
    browser.point(ROW);
    assertEquals("", String.join("\n", new Axe(browser).violations()));
  }

  @Test
  void a_thread_under_the_mouse_tells_its_stack_and_the_line_that_started_it() {
    browser.point(ROW);
    assertPointedAt("app");
  }

  @Test
  void arrow_keys_walk_from_thread_to_thread() {
    browser.focus("[data-run=broken] [data-thread='0']");
    assertPointedAt("main");
    browser.press(Keys.ARROW_DOWN);
    assertPointedAt("app");
    browser.press(Keys.ARROW_UP);
    assertPointedAt("main");
  }

  private void assertPointedAt(String thread) {
    String told = browser.text("document.querySelector('[data-run=broken] .pointed-at').innerText");
    assertTrue(told.startsWith(thread + ", "), told);
    assertEquals(
        thread.equals("main") ? List.of() : List.of("15"),
        browser.texts(
            "[...new Set([...document.querySelectorAll('.line.marked')].map((l) =>"
                + " l.dataset.broken))]"));
    if (thread.equals("main")) {
      assertTrue(told.contains("at Lesson.main(Lesson3.java:"), told);
    }
  }
}
