// SPDX-License-Identifier: Apache-2.0
package loosethreads.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Every kind of damage to the guide's sources turns its build red; here all at once. */
@TestInstance(Lifecycle.PER_CLASS)
@ResourceLock("AsciiDoc")
class GuideIsRedTest {
  private List<String> problems;

  @BeforeAll
  @Timeout(300) // Ruby starts here, which takes its time on a busy machine
  void damage(@TempDir Path root, @TempDir Path site) throws IOException {
    SmallGuide small = new SmallGuide(root);
    try (var asciidoc = new Asciidoc(root)) {
      small.translate(asciidoc);
      damage(small);
      problems = small.build(asciidoc, site);
    }
  }

  private static void damage(SmallGuide small) throws IOException {
    small.replace("lessons/lesson1/zh.po", "msgstr \"译`thread`\"", "msgstr \"译`threads`\"");
    small.replace(
        SmallGuide.CHAPTER,
        "It has no `thread`.",
        """
        It has no `thread`.

        It has {no-such-attribute}.

        It is <<no-such-anchor>>, and https://example.org[elsewhere].

        A text that nobody has translated.

        include::gone.adoc[]

        ----
        include::Lesson1.java[tag=gone]
        ----

        ----
        %s
        ----
        """
            .formatted("x".repeat(89)));
    small.replace(SmallGuide.CHAPTER, ":ended-after: 0.31 s", ":ended-later: 0.31 s");
    small.replace(SmallGuide.CHAPTER, "{ended-after}", "{ended-later}");
    small.replace(SmallGuide.CHAPTER, ":stuck: 3\n", "");
    small.replace(SmallGuide.CHAPTER, ", with {stuck} stuck", "");
    small.replace(SmallGuide.SOLUTION, "solution\n", "solution\n:ended-after: 310 ms\n");
    small.replace(SmallGuide.CHAPTER, "10 accepted, 3 collected", "9 refused");
    small.replace(SmallGuide.SOLUTION, "It has no thread.", "It has no more thread.");
    small.replace(SmallGuide.FRONT_PAGE, "lesson1.svg", "gone.svg");
    small.replace(SmallGuide.FRONT_PAGE, "Be small.", "link:gone.html[Be small].");
  }

  private void assertProblem(String problem) {
    assertTrue(
        problems.stream().anyMatch(p -> p.contains(problem)),
        () -> "'%s' in %s".formatted(problem, String.join("\n", problems)));
  }

  @Test
  void an_include_that_is_missing() {
    assertProblem("include file not found: ");
  }

  @Test
  void a_tag_that_is_missing() {
    assertProblem("tag 'gone' not found in include file");
  }

  @Test
  void an_attribute_that_is_missing() {
    assertProblem("skipping reference to missing attribute: no-such-attribute");
  }

  @Test
  void an_anchor_that_is_missing() {
    assertProblem("lesson1.html: there is no #no-such-anchor");
  }

  @Test
  void an_image_that_is_missing() {
    assertProblem("index.html: there is no workbook/guide/gone.svg");
  }

  @Test
  void a_link_that_leads_nowhere() {
    assertProblem("wrap-up.html: there is no gone.html");
  }

  @Test
  void an_output_that_no_run_printed() {
    assertProblem("lesson.adoc: the run of the broken program was another: no line is like '9");
  }

  @Test
  void a_figure_that_no_run_measures() {
    assertProblem("lesson.adoc: no run of the build measures {ended-later}");
  }

  @Test
  void a_figure_that_is_measured_and_not_shown() {
    assertProblem("lesson1 shows no {stuck}");
  }

  @Test
  void a_figure_of_another_kind() {
    assertProblem("solution.adoc: {ended-after} was 310 ms, and is 0.42 s");
  }

  @Test
  void a_line_that_would_wrap() {
    assertProblem("lesson1.html: longer than 88: xxx");
  }

  @Test
  void a_text_without_a_translation() {
    assertProblem("zh-CN: not translated: 'A text that nobody has translated.'");
  }

  @Test
  void a_translation_of_what_has_changed() {
    assertProblem("zh-CN: not translated: 'It has no more thread.'");
    assertProblem(
        "zh-CN: the guide no longer says 'It has no thread.', but 'It has no more thread.'");
  }

  @Test
  void a_translation_that_changes_the_code() {
    assertProblem("the translation of 'It has no `thread`.' has the code [threads], not [thread]");
  }

  @Test
  void nothing_else_is_complained_about() {
    assertEquals(
        List.of(),
        problems.stream()
            .filter(p -> !p.matches("(?s).*(ended-|stuck|gone|no-such|9 refused|xxx|zh-CN: ).*"))
            .toList());
  }
}
