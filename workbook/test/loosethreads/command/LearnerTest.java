// SPDX-License-Identifier: Apache-2.0
package loosethreads.command;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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
  void list_says_how_each_program_stands_and_runs_none() throws IOException {
    assertEquals("not checked yet", listed());
    passes();
    assertEquals("PASS", listed());
    Files.writeString(program, PASSES + "// more\n");
    assertEquals("changed since it passed", listed());
    Files.writeString(program, FAILS);
    assertEquals(1, terminal.type("check", "1").status());
    assertEquals("FAIL", listed());
    Files.writeString(program, PASSES);
    assertEquals("changed since it got FAIL", listed());
  }

  @Test
  void a_pass_by_older_proofs_is_not_claimed() throws IOException {
    passes();
    small.write("lessons/lesson1/Lesson1Proofs.java", "no Java, so nothing can run it");
    assertEquals("PASS by older proofs, check it again", listed());
    assertTrue(terminal.type("next").out().contains("Is it mended?"));
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

                And these fixes? The proofs reject each of them. The chapter says why.
                  sleep, daemon-flag, swallow

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
            lesson.rejected().stream().sorted().toList());
      }
    }
  }

  @Test
  void what_is_read_at_the_end_is_there() throws IOException {
    String readme = Files.readString(Checkout.root().resolve("README.adoc"));
    assertTrue(readme.contains("\n== " + Steps.WRAP_UP + "\n"));
  }

  @Test
  void only_the_learners_own_program_counts() throws IOException {
    Files.writeString(workspace.resolve("Other.java"), PASSES);
    Said other = terminal.type("check", "1", "Other.java");
    assertTrue(other.out().endsWith("Verdict: PASS, all 2 proofs hold\n"), other.toString());
    assertEquals("not checked yet", listed());
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
        () -> assertTrue(first.out().contains("lesson1/Lesson1.java: not checked yet\n")));
    assertEquals("", terminal.type("list").err());
  }

  @Test
  void diff_shows_the_solution_after_a_pass_and_else_only_anyway() throws IOException {
    Files.writeString(program, FAILS);
    assertEquals(
        new Said(
            1,
            "",
            "You have not passed lesson 1, and this shows its solution."
                + " If you want it: workbook diff 1 --anyway\n"),
        terminal.type("diff", "1"));
    String diff =
        """
        --- lesson1/Lesson1.java
        +++ the solution
        @@ -1,6 +1,6 @@
         class Lesson1 {
           static int answer() {
        -    return 41;
        +    return 42;
           }
        \s
           public static void main(String... args) {
        """;
    assertEquals(new Said(0, diff, ""), terminal.type("diff", "1", "--anyway"));
    passes();
    assertEquals(
        new Said(0, "lesson1/Lesson1.java is the solution, line by line.\n", ""),
        terminal.type("diff", "1"));
    Files.writeString(program, FAILS);
    assertEquals(new Said(0, diff, ""), terminal.type("diff", "1"));
  }

  @Test
  void diff_takes_any_file_and_the_tags_for_the_guide_are_no_difference() throws IOException {
    Files.writeString(
        workspace.resolve("Other.java"), "// tag::all[]\n" + PASSES + "// end::all[]\n");
    assertEquals(
        new Said(0, "Other.java is the solution, line by line.\n", ""),
        terminal.type("diff", "1", "Other.java", "--anyway"));
    String refused = terminal.type("diff", "1", "Other.java").err();
    assertTrue(refused.endsWith(" workbook diff 1 Other.java --anyway\n"), refused);
  }

  @Test
  void a_diff_in_colour_has_its_signs_too() throws IOException {
    Files.writeString(program, FAILS);
    var colours = new Terminal(small.lessons(), workspace, new Screen(true, Optional.empty()));
    String plain = terminal.type("diff", "1", "--anyway").out();
    String coloured = colours.type("diff", "1", "--anyway").out();
    assertTrue(coloured.contains("\u001b[31m-    return 41;"), coloured);
    assertEquals(plain, coloured.replaceAll("\u001b\\[[0-9;]*m", ""));
  }

  @Test
  void reset_never_loses_a_byte() throws IOException {
    byte[] first = {'m', 'i', 'n', 'e', '\r', '\n', (byte) 0xff};
    byte[] second = {'m', 'o', 'r', 'e'};
    Files.write(program, first);
    assertEquals(
        new Said(
            0,
            """
            Yours is kept: lesson1/Lesson1.java.backup-1
            lesson1/Lesson1.java is the broken program again.
              Run it:           workbook run 1
            """,
            ""),
        terminal.type("reset", "1", "--yes"));
    assertEquals(broken(), Files.readString(program));
    Files.write(program, second);
    terminal.type("reset", "1", "--yes");
    assertEquals(broken(), Files.readString(program));
    assertArrayEquals(first, Files.readAllBytes(program.resolveSibling("Lesson1.java.backup-1")));
    assertArrayEquals(second, Files.readAllBytes(program.resolveSibling("Lesson1.java.backup-2")));
  }

  @Test
  void reset_of_the_broken_program_changes_nothing() throws IOException {
    assertEquals(
        new Said(0, "lesson1/Lesson1.java is the broken program.\n", ""),
        terminal.type("reset", "1"));
    assertEquals(List.of("Lesson1.java"), files(program.getParent()));
  }

  @Test
  void reset_brings_back_a_file_that_is_gone() throws IOException {
    Files.delete(program);
    assertEquals(0, terminal.type("reset", "1", "--yes").status());
    assertEquals(broken(), Files.readString(program));
    assertEquals(List.of("Lesson1.java"), files(program.getParent()));
  }

  @Test
  void reset_without_a_terminal_needs_to_be_told() throws IOException {
    Files.writeString(program, "mine");
    assertEquals(
        new Said(2, "", "There is no terminal to ask you at. Type: workbook reset 1 --yes\n"),
        terminal.type("reset", "1"));
    assertEquals("mine", Files.readString(program));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "n", "no", "what?", "end of input"})
  void reset_does_nothing_without_a_yes(String answer) throws IOException {
    Files.writeString(program, "mine");
    Said said = answering(answer.equals("end of input") ? null : answer).type("reset", "1");
    assertEquals(new Said(1, "Nothing was changed.\n", ""), said);
    assertEquals("mine", Files.readString(program));
    assertEquals(List.of("Lesson1.java"), files(program.getParent()));
  }

  @Test
  void reset_after_a_yes_puts_the_broken_program_back() throws IOException {
    Files.writeString(program, "mine");
    assertEquals(0, answering("Yes").type("reset", "1").status());
    assertEquals(broken(), Files.readString(program));
  }

  private Terminal answering(String answer) {
    return new Terminal(
        small.lessons(), workspace, new Screen(false, Optional.of(question -> answer)));
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

  private String broken() {
    return SmallLesson.BROKEN.replaceAll(".*(tag|end)::.*\n", "");
  }

  private static List<String> files(Path in) throws IOException {
    try (Stream<Path> files = Files.list(in)) {
      return files.map(f -> f.getFileName().toString()).sorted().toList();
    }
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
