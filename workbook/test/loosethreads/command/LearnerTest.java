// SPDX-License-Identifier: Apache-2.0
package loosethreads.command;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.stream.Stream;
import loosethreads.Checkout;
import loosethreads.SmallLesson;
import loosethreads.command.Terminal.Said;
import loosethreads.lesson.Lesson;
import loosethreads.lesson.Lessons;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From the broken program to the next lesson, in a workspace. */
class LearnerTest {
  private static final String PASSES = SmallLesson.FIXED;
  private static final String FAILS = SmallLesson.FIXED.replace("42", "41");

  @TempDir private Path folder;
  private SmallLesson small;
  private Terminal terminal;
  private Path workspace;
  private Path program;

  @BeforeEach
  void init() throws IOException {
    small = new SmallLesson(folder.resolve("checkout"));
    workspace = Files.createDirectory(folder.resolve("mine"));
    terminal = new Terminal(small.lessons(), workspace);
    terminal.type("init", ".");
    program = workspace.resolve("lesson1/Lesson1.java");
  }

  @Test
  void list_checks_what_has_changed_and_knows_the_rest() throws IOException {
    assertEquals("as it came", listed());
    Files.writeString(program, FAILS);
    assertEquals("FAIL", listed());
    Files.writeString(program, PASSES);
    assertEquals("PASS", listed());
    Object written = fileKey(workspace.resolve(".loose-threads/progress.txt"));
    assertEquals("PASS", listed());
    assertEquals(written, fileKey(workspace.resolve(".loose-threads/progress.txt")), "no check");
    Files.writeString(program, PASSES.replace("42", "\"42\""));
    assertEquals("DOES_NOT_COMPILE", listed());
  }

  /** Another one for each file that is written: it is put in the place of the last. */
  private static Object fileKey(Path file) throws IOException {
    return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
  }

  @Test
  void next_says_that_a_program_has_changed() throws IOException {
    passes();
    Files.writeString(program, PASSES + "// more\n");
    assertTrue(terminal.type("next").out().contains("Lesson1.java: changed since it passed\n"));
    Files.writeString(program, FAILS);
    assertEquals(1, terminal.type("check", "1").status());
    Files.writeString(program, PASSES);
    assertTrue(terminal.type("next").out().contains("Lesson1.java: changed since it got FAIL\n"));
  }

  @Test
  void a_pass_by_older_proofs_is_not_claimed() throws IOException {
    passes();
    small.write("lessons/lesson1/Lesson1Proofs.java", "no Java, so nothing passes");
    String next = terminal.type("next").out();
    assertTrue(next.contains("Lesson1.java: PASS by older proofs, check it again\n"), next);
    assertEquals("DOES_NOT_COMPILE", listed());
  }

  private String listed() {
    Said said = terminal.type("list");
    assertEquals(0, said.status(), said.toString());
    String line = said.out().lines().toList().get(2);
    String shown = "          lesson1/Lesson1.java: ";
    assertTrue(line.startsWith(shown), line);
    return line.substring(shown.length());
  }

  private void passes() throws IOException {
    Files.writeString(program, PASSES);
    Said said = terminal.type("check", "1");
    assertEquals(0, said.status(), said.toString());
  }

  @Test
  void after_a_pass_check_says_what_to_think_about_and_what_is_next() throws IOException {
    Path chapter = folder.resolve("checkout/lessons/lesson1/lesson.adoc");
    small.write(
        "lessons/lesson1/lesson.adoc",
        Files.readString(chapter)
            + """
            == Fixes that do not hold

            * `sleep`, `daemon-flag`: EARLY. `main` is too quick.
            `swallow` (SILENT):: `answer` says nothing.

            == Questions

            `no-fix` is none.
            """);
    terminal = new Terminal(small.lessons(), workspace);
    Files.writeString(program, PASSES);
    Said said = terminal.type("check", "1");
    assertTrue(
        said.out()
            .endsWith(
                """
                Verdict: PASS, all 2 proofs hold

                And these fixes? The proofs reject each of them.
                  - sleep, daemon-flag, EARLY: 'main' is too quick.
                  - swallow, SILENT: 'answer' says nothing.

                  Yours and ours:   workbook diff 1
                All 1 lessons pass. Read "What the six lessons say" in README.adoc.
                """),
        said.toString());
  }

  @Test
  void the_names_of_the_rejected_fixes_are_those_of_their_files() throws IOException {
    for (Lesson lesson : Lessons.in(Checkout.root()).all()) {
      Path rejected = Checkout.root().resolve("solutions/" + lesson.folder() + "/rejected");
      try (Stream<Path> files = Files.list(rejected)) {
        assertEquals(
            files.map(f -> f.getFileName().toString().replace(".diff", "")).sorted().toList(),
            lesson.rejectedNames().stream().sorted().toList());
      }
    }
  }

  @Test
  void what_is_read_at_the_end_is_there() throws IOException {
    String readme = Files.readString(Checkout.root().resolve("README.adoc"));
    assertTrue(readme.contains("\n== " + Steps.WRAP_UP + "\n"));
  }

  @Test
  void without_a_terminal_a_session_is_one_check() throws IOException {
    Files.writeString(program, FAILS);
    Said said = terminal.type();
    assertEquals(1, said.status(), said.toString());
    assertTrue(said.out().contains("Verdict: FAIL, 1 of 2 proofs hold"), said.toString());
    Files.writeString(program, PASSES);
    said = terminal.type("run", "1", "--watch");
    assertEquals(0, said.status(), said.toString());
    assertTrue(said.out().contains("Verdict: PASS, all 2 proofs hold"), said.toString());
    assertEquals(terminal.type("next"), terminal.type());
  }

  @Test
  void only_the_learners_own_program_is_watched() {
    Said said = terminal.type("run", "1", "Mine.java", "--watch");
    assertEquals(2, said.status(), said.toString());
    assertTrue(said.err().startsWith("Name a file, or --watch your own program: not both."));
  }

  @Test
  void only_the_learners_own_program_counts() throws IOException {
    Files.writeString(workspace.resolve("Other.java"), PASSES);
    Said other = terminal.type("check", "1", "Other.java");
    assertTrue(other.out().endsWith("Verdict: PASS, all 2 proofs hold\n"), other.toString());
    assertEquals("as it came", listed());
    Files.writeString(program, PASSES);
    assertEquals(0, terminal.type("check", "1", "lesson1/../lesson1/Lesson1.java").status());
    assertEquals("PASS", listed());
  }

  @Test
  void json_is_one_line_after_a_pass_too() throws IOException {
    Files.writeString(program, PASSES);
    Said said = terminal.type("check", "1", "--json");
    assertEquals(1, said.out().lines().count(), said.toString());
    assertEquals("PASS", listed());
  }

  @Test
  void a_verdict_that_can_not_be_written_down_stands() throws IOException {
    Path memory = workspace.resolve(".loose-threads");
    Files.delete(memory.resolve("copied.txt"));
    Files.delete(memory);
    Files.writeString(memory, "a file in its place");
    Files.writeString(program, PASSES);
    Said said = terminal.type("check", "1");
    assertEquals(0, said.status(), said.toString());
    assertTrue(said.out().contains("Verdict: PASS"), said.out());
    assertTrue(said.err().contains("Can't write down that verdict: " + memory), said.err());
  }

  @Test
  void damaged_progress_is_said_once_and_ends_nothing() throws IOException {
    passes();
    Path progress = workspace.resolve(".loose-threads/progress.txt");
    Files.writeString(progress, "lesson1 PA");
    Said first = terminal.type("list");
    assertAll(
        first.toString(),
        () -> assertEquals(0, first.status()),
        () -> assertTrue(first.err().startsWith(progress + " was damaged, so nothing counts")),
        () -> assertEquals(1, first.err().lines().count()),
        () -> assertTrue(first.out().contains("lesson1/Lesson1.java: PASS\n"))); // found again
    assertEquals("", terminal.type("list").err());
  }

  @Test
  void next_names_the_lesson_and_what_to_type() throws IOException {
    assertEquals(
        new Said(
            0,
            """
            Lesson 1: Small
            Rule: Be small.

            lesson1/Lesson1.java: not checked yet
              Run it:           workbook run 1
              Is it mended?     workbook check 1
            """,
            ""),
        terminal.type("next"));
    passes();
    assertEquals(
        new Said(0, "All 1 lessons pass. Read \"What the six lessons say\" in README.adoc.\n", ""),
        terminal.type("next"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"next", "diff 1", "reset 1", "update"})
  void outside_of_a_workspace_it_says_how_to_make_one(String command) throws IOException {
    Path outside = Files.createDirectory(folder.resolve("outside"));
    Said said = new Terminal(small.lessons(), outside).type(command.split(" "));
    assertEquals(
        new Said(
            2,
            "",
            "There is no workspace in %s or above it. Make one: workbook init\n"
                .formatted(outside)),
        said);
  }

  @ParameterizedTest
  @ValueSource(strings = {"reset 1 --yes", "update"})
  void in_a_checkout_programs_are_left_to_git(String command) throws IOException {
    small.write("jbang-catalog.json", "{}");
    small.write("workbook/Workbook.java", "");
    Path checkout = folder.resolve("checkout");
    small.write("lessons/lesson1/Lesson1.java", "mine");
    Said said = new Terminal(small.lessons(), checkout).type(command.split(" "));
    assertEquals(2, said.status());
    assertTrue(said.err().startsWith(checkout + " is a clone of the project"), said.toString());
    assertEquals("mine", Files.readString(checkout.resolve("lessons/lesson1/Lesson1.java")));
    assertFalse(Files.exists(checkout.resolve(".loose-threads")));
  }
}
