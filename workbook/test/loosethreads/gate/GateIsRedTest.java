// SPDX-License-Identifier: Apache-2.0
package loosethreads.gate;

import static loosethreads.SmallLesson.BROKEN;
import static loosethreads.SmallLesson.FIXED;
import static loosethreads.gate.SmallCheckout.LESSON;
import static loosethreads.gate.SmallCheckout.REJECTED;
import static loosethreads.gate.SmallCheckout.SOLUTION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import loosethreads.check.Checker;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each thing that the gate forbids turns it red. */
class GateIsRedTest {
  @TempDir private Path folder;
  private SmallCheckout checkout;

  @BeforeEach
  void make() throws IOException {
    checkout = new SmallCheckout(folder);
  }

  @Test
  void the_small_checkout_is_green() throws Exception {
    assertEquals(List.of(), checkout.gate().problems());
    assertEquals(List.of(), refutations());
  }

  @Test
  void a_broken_program_that_passes() throws Exception {
    checkout.write(LESSON + "Lesson1.java", FIXED);
    onlyRefutes("lessons/lesson1/Lesson1.java must get LEAKED, but got PASS");
  }

  @Test
  void a_broken_program_that_fails_for_another_reason() throws Exception {
    checkout.write(
        LESSON + "Lesson1.java",
        FIXED.replace("return 42;", "throw new IllegalStateException(\"other\");"));
    onlyRefutes("lessons/lesson1/Lesson1.java must get LEAKED, but got FAIL");
  }

  @Test
  void a_broken_program_that_does_not_compile() throws Exception {
    checkout.write(LESSON + "Lesson1.java", BROKEN.replace("42", "forty-two"));
    onlyRefutes("lessons/lesson1/Lesson1.java must get LEAKED, but got DOES_NOT_COMPILE");
  }

  @Test
  void a_solution_that_fails_only_the_last_proof() throws Exception {
    checkout.write(SOLUTION + "Lesson1.java", FIXED.replace("42", "41"));
    checkout.replace(REJECTED, "42", "41");
    onlyRefutes("solutions/lesson1/Lesson1.java must get PASS, but got FAIL");
  }

  @Test
  void a_variant_that_fails() throws Exception {
    checkout.write(SOLUTION + "variant/Lesson1.java", BROKEN);
    onlyRefutes("solutions/lesson1/variant/Lesson1.java must get PASS, but got LEAKED");
  }

  @Test
  void a_rejected_fix_that_passes() throws Exception {
    checkout.replace(REJECTED, "43", "6 * 7");
    onlyRefutes(REJECTED + " must get FAIL, but got PASS");
  }

  @Test
  void a_rejected_fix_that_is_rejected_for_another_reason() throws Exception {
    checkout.replace(REJECTED, "Outcome: FAIL", "Outcome: HUNG");
    onlyRefutes(REJECTED + " must get HUNG, but got FAIL");
  }

  @Test
  void a_rejected_fix_that_does_not_compile() throws Exception {
    checkout.replace(REJECTED, "43", "forty-three");
    onlyRefutes(REJECTED + " must get FAIL, but got DOES_NOT_COMPILE");
  }

  @Test
  void a_rejected_fix_that_does_not_say_its_outcome() throws Exception {
    checkout.replace(REJECTED, "Outcome: FAIL", "It fails.");
    isUnusable("its first line is not 'Outcome: NAME'");
  }

  @Test
  void a_rejected_fix_that_does_not_say_why() throws Exception {
    checkout.replace(REJECTED, "An answer that nobody asked for.", "");
    isUnusable("it does not say why the fix does not hold");
  }

  @Test
  void a_rejected_fix_that_no_longer_fits_its_program() throws Exception {
    checkout.write(SOLUTION + "Lesson1.java", FIXED.replace("42", "40 + 2"));
    isUnusable("its diff does not fit solutions/lesson1/Lesson1.java");
  }

  @Test
  void a_rejected_fix_of_a_program_that_is_not_there() throws Exception {
    checkout.replace(REJECTED, "--- solutions/lesson1", "--- solutions/lesson9");
    isUnusable("there is no solutions/lesson9/Lesson1.java");
  }

  @Test
  void a_rejected_fix_that_is_no_diff() throws Exception {
    checkout.write(REJECTED, "Outcome: FAIL\nWhy.\n");
    isUnusable("it has no line '--- PROGRAM'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        LESSON + "Lesson1.java",
        LESSON + "Lesson1Proofs.java",
        LESSON + "Lesson1Scenario.java",
        LESSON + "explore.jsh",
        SOLUTION + "Lesson1.java",
        SOLUTION + "solution.adoc",
        REJECTED
      })
  void a_forgotten_file(String path) throws Exception {
    Files.delete(folder.resolve(path));
    String problem =
        path.equals(REJECTED) ? SOLUTION + "rejected has no diff" : path + " is missing";
    assertEquals(List.of(problem), checkout.gate().problems());
  }

  @Test
  void a_checkout_without_lessons() throws Exception {
    Files.delete(folder.resolve(LESSON + "lesson.adoc"));
    assertTrue(checkout.gate().problems().contains("there is no lesson"));
  }

  @Test
  void a_chapter_without_answers() throws Exception {
    checkout.replace(LESSON + "lesson.adoc", "== Questions", "== Answers");
    assertProblem("has no section 'Questions' in its place");
  }

  @Test
  void a_chapter_with_an_empty_section() throws Exception {
    checkout.replace(
        LESSON + "lesson.adoc", "== Questions\n\n" + "word ".repeat(70), "== Questions\n\n");
    assertProblem("the section 'Questions' is empty");
  }

  @Test
  void a_chapter_that_is_too_long() throws Exception {
    checkout.replace(
        LESSON + "lesson.adoc", "== The pitfall\n", "== The pitfall\n" + "word ".repeat(500));
    assertProblem("the chapter of lesson1 has 1200 words, not 600 to 900");
  }

  @Test
  void a_chapter_without_a_transcript() throws Exception {
    checkout.replace(LESSON + "lesson.adoc", "[source,jshell]", "[source,sh]");
    assertProblem("the chapter of lesson1 has no [source,jshell]");
  }

  @Test
  void a_broken_program_that_is_too_long() throws Exception {
    checkout.write(LESSON + "Lesson1.java", BROKEN + "//\n".repeat(90));
    assertProblem("lessons/lesson1/Lesson1.java has 106 lines, not at most 90");
  }

  @Test
  void a_broken_program_that_is_longer_than_its_chapter_allows() throws Exception {
    checkout.write(LESSON + "Lesson1.java", BROKEN + "//\n".repeat(90));
    checkout.replace(LESSON + "lesson.adoc", ":lesson: 1\n", ":lesson: 1\n:lines: 99\n");
    assertProblem("lessons/lesson1/Lesson1.java has 106 lines, not at most 99");
  }

  @Test
  void a_lesson_with_two_hints() throws Exception {
    checkout.replace(LESSON + "lesson.adoc", "hint-3[]", "third[]");
    assertProblem("lesson1 has 2 hints, not 3");
  }

  @Test
  void a_front_page_that_says_another_rule() throws Exception {
    checkout.replace("README.adoc", "Be small.", "Be large.");
    assertProblem("README.adoc lacks the line: |link:lessons/lesson1/lesson.adoc[1: Small]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        LESSON + "Lesson1.class",
        LESSON + "notes.txt",
        "lessons/lesson2/Lesson2.java",
        SOLUTION + "rejected/Lesson1.java",
        SOLUTION + "variant/Other.java"
      })
  void a_stray_file(String path) throws Exception {
    checkout.write(path, "stray");
    assertEquals(List.of(path + " does not belong there"), checkout.gate().problems());
  }

  private void assertProblem(String part) throws IOException {
    List<String> problems = checkout.gate().problems();
    assertEquals(1, problems.size(), () -> problems.toString());
    assertTrue(problems.getFirst().contains(part), problems.getFirst());
  }

  private void isUnusable(String why) {
    var thrown = assertThrows(IllegalArgumentException.class, () -> checkout.gate().claims());
    assertEquals(REJECTED + ": " + why, thrown.getMessage());
  }

  private void onlyRefutes(String headline) throws Exception {
    List<String> refutations = refutations();
    assertEquals(1, refutations.size(), () -> String.join("\n", refutations));
    assertEquals(headline, refutations.getFirst().lines().findFirst().orElse(""));
  }

  private List<String> refutations() throws Exception {
    Gate gate = checkout.gate();
    List<String> refutations = new ArrayList<>();
    try (Checker checker = new Checker(gate.lessons())) {
      for (Claim claim : gate.claims()) {
        Optional<String> refutation = Gate.refute(claim, checker);
        refutation.ifPresent(refutations::add);
      }
    }
    return refutations;
  }
}
