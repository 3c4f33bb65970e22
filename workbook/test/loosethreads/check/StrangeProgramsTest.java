// SPDX-License-Identifier: Apache-2.0
package loosethreads.check;

import static loosethreads.check.Strange.answering;
import static loosethreads.check.Strange.running;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import loosethreads.SmallLesson;
import loosethreads.check.Checker.Extent;
import loosethreads.proof.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever a program does, its check ends, says what happened, and leaves nothing running. */
class StrangeProgramsTest {
  private static final String PROOFS = "lessons/lesson1/Lesson1Proofs.java";

  /** The heap is smaller than usual: it is full sooner. */
  private static final Limits LIMITS = limits(Limits.USUAL.proof(), Limits.USUAL.check());

  @TempDir private Path folder;
  private SmallLesson small;

  @BeforeEach
  void write() throws IOException {
    small = new SmallLesson(folder);
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource
  void a_program_that(Strange strange) throws Exception {
    CheckResult result = check(strange.text, Extent.FIRST_FAILURE, LIMITS);
    String said = said(result);
    assertAll(
        () -> assertEquals(strange.verdict, result.verdict(), said),
        () -> assertTrue(said.contains(strange.words), said));
  }

  @Test
  void after_an_exit_the_other_proofs_are_still_run() throws Exception {
    CheckResult result = check(Strange.HALTS.text, Extent.ALL, LIMITS);
    assertEquals(
        List.of("it answers: FAIL", "its main ends: PASS"),
        result.proofs().stream().map(p -> p.name() + ": " + p.outcome()).toList());
  }

  @Test
  void processes_that_a_program_starts_end_with_its_check() throws Exception {
    String seconds = "86417";
    String shell =
        "new ProcessBuilder(\"sh\", \"-c\", \"sleep %s & exec sleep %s\").start();"
            .formatted(seconds, seconds);
    try (var seen = new Processes(seconds)) {
      assertEquals(Verdict.PASS, check(answering(shell), Extent.ALL, LIMITS).verdict());
      seen.mustAllHaveEnded();
    }
  }

  @Test
  void processes_that_hide_end_with_its_check() throws Exception {
    String seconds = "86418";
    assumeTrue(Path.of("/proc/self/cwd").toFile().exists(), "only Linux shows them");
    String shell =
        """
        new ProcessBuilder("env", "-i", "sh", "-c", "setsid sleep %s & exit")
            .inheritIO().start().waitFor();
        """
            .formatted(seconds);
    try (var seen = new Processes(seconds)) {
      assertEquals(Verdict.PASS, check(running(shell), Extent.ALL, LIMITS).verdict());
      seen.mustAllHaveEnded();
    }
  }

  @Test
  void processes_that_are_started_without_end_end_with_its_check() throws Exception {
    String seconds = "86419";
    String program =
        "while (true) new ProcessBuilder(\"sleep\", \"%s\").start();".formatted(seconds);
    try (var seen = new Processes(seconds)) {
      CheckResult result = check(answering(program), Extent.FIRST_FAILURE, LIMITS);
      assertEquals(Verdict.HUNG, result.verdict(), said(result));
      seen.mustAllHaveEnded();
    }
  }

  @Test
  void a_proof_without_a_deadline_ends_at_the_limit_of_a_proof() throws Exception {
    small.write(PROOFS, UNLIMITED);
    Limits limits = limits(Duration.ofSeconds(1), Limits.USUAL.check());
    CheckResult result = check(PARKED, Extent.ALL, limits);
    assertEquals(
        "HUNG it_answers() timed out after 1000 milliseconds, at Lesson1.answer (Lesson1.java:5)",
        said(result));
  }

  @Test
  void what_hangs_at_the_limit_of_a_check_is_recorded_before_it_is_killed() throws Exception {
    small.write(PROOFS, UNLIMITED);
    Limits limits = limits(Limits.USUAL.proof(), Duration.ofSeconds(8));
    CheckResult result = check(PARKED, Extent.ALL, limits);
    ProofResult proof = result.proofs().getFirst();
    assertEquals(Outcome.HUNG, proof.outcome());
    assertTrue(proof.message().contains("ended by force"), proof.message());
    assertTrue(proof.message().contains("at Lesson1.answer (Lesson1.java:5)"), proof.message());
  }

  private static final String PARKED =
      answering("while (true) try { Thread.sleep(1000); } catch (InterruptedException e) { }");

  private static final String UNLIMITED =
      """
      import org.junit.jupiter.api.*;

      class Lesson1Proofs {
        @Test
        void it_answers() throws Exception {
          Lesson1.answer();
        }
      }
      """;

  private static Limits limits(Duration proof, Duration check) {
    return new Limits(Limits.USUAL.compile(), proof, check, Limits.USUAL.run(), "48m");
  }

  private CheckResult check(String text, Extent extent, Limits limits) throws Exception {
    try (var checker = new Checker(small.lessons(), limits)) {
      return checker.check(small.lesson(), new ProgramFile("Lesson1.java", text), extent);
    }
  }

  private static String said(CheckResult result) {
    return result.message()
        + result.proofs().stream()
            .filter(p -> p.outcome() != Outcome.PASS)
            .map(p -> p.outcome() + " " + p.message())
            .collect(Collectors.joining("\n"));
  }
}
