// SPDX-License-Identifier: Apache-2.0
package loosethreads.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import loosethreads.SmallLesson;
import loosethreads.check.Checker.Extent;
import loosethreads.proof.Within;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One checker, and checks that follow each other. */
class CheckerTest {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  /** An unusual heap marks the JVMs of a test. */
  private static final Limits LIMITS =
      new Limits(
          Limits.USUAL.compile(),
          Limits.USUAL.proof(),
          Limits.USUAL.check(),
          Limits.USUAL.run(),
          "77m");

  @TempDir private Path folder;

  @Test
  void a_compilation_that_nobody_waits_for_makes_no_folder_again() {
    Path gone = folder.resolve("gone");
    var source = new Compiler.Source("A", "A.java", "class A {}");
    assertThrows(IOException.class, () -> new Compiler().compile(source, "", gone));
    assertFalse(Files.exists(gone));
  }

  @Test
  void an_interrupt_ends_a_check_and_what_the_program_started() throws Exception {
    String program =
        Strange.answering(
            "new ProcessBuilder(\"sleep\", \"86420\").start(); Thread.sleep(60_000);");
    var small = new SmallLesson(folder);
    try (var sleepers = new Processes("86420");
        var checker = new Checker(small.lessons())) {
      var end = new CompletableFuture<Throwable>();
      Thread check =
          Thread.ofPlatform()
              .name("check")
              .start(
                  () -> {
                    try {
                      end.complete(new AssertionError(check(checker, small, program)));
                    } catch (Exception e) {
                      end.complete(e);
                    }
                  });
      assertTrue(Within.await(LIMIT, () -> !sleepers.alive().isEmpty()), "the program runs");
      check.interrupt();
      assertInstanceOf(InterruptedException.class, end.get(10, TimeUnit.SECONDS));
      sleepers.mustAllHaveEnded();
      assertEquals(Verdict.PASS, check(checker, small, SmallLesson.FIXED));
    }
  }

  @Test
  void a_lesson_measures_its_own_figures_and_says_why_it_can_not() throws Exception {
    var small = new SmallLesson(folder);
    small.write(
        "lessons/lesson1/Lesson1Figures.java",
        """
        class Lesson1Figures implements loosethreads.proof.Figures {
          @Override
          public void ofBroken(loosethreads.proof.Readings readings) {
            readings.number(Lesson1.answer(), "the-answer");
          }

          @Override
          public void ofFixed(loosethreads.proof.Readings readings) {
            throw loosethreads.proof.ProofFailure.fail("it does something else");
          }
        }
        """);
    var program = new ProgramFile("Lesson1.java", SmallLesson.BROKEN);
    try (var checker = new Checker(small.lessons())) {
      assertEquals(Map.of("the-answer", "42"), checker.measure(small.lesson(), program, true));
      var failure =
          assertThrows(IOException.class, () -> checker.measure(small.lesson(), program, false));
      assertEquals(
          "Lesson1Figures of Lesson1.java: it does something else", failure.getMessage().strip());
    }
  }

  @Test
  void after_a_check_another_jvm_stands_by_until_the_checker_is_closed() throws Exception {
    var small = new SmallLesson(folder);
    try (var jvms = new Processes("-Xmx77m")) {
      try (var checker = new Checker(small.lessons(), LIMITS)) {
        checker.prepare(small.lesson());
        assertEquals(Verdict.PASS, check(checker, small, SmallLesson.FIXED));
        assertEquals(Verdict.DOES_NOT_COMPILE, check(checker, small, "class Lesson1 {"));
        assertEquals(Verdict.LEAKED, check(checker, small, SmallLesson.BROKEN));
        assertTrue(Within.await(LIMIT, () -> jvms.alive().size() == 1), "no JVM stands by");
      }
      jvms.mustAllHaveEnded();
    }
  }

  private static Verdict check(Checker checker, SmallLesson small, String text) throws Exception {
    return checker
        .check(small.lesson(), new ProgramFile("Lesson1.java", text), Extent.FIRST_FAILURE)
        .verdict();
  }
}
