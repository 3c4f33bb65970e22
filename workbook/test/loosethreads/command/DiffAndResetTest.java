// SPDX-License-Identifier: Apache-2.0
package loosethreads.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import loosethreads.SmallLesson;
import loosethreads.command.Terminal.Said;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The learner's program beside the solution, and the broken program again. */
class DiffAndResetTest {
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
    var colours =
        new Terminal(small.lessons(), workspace, new Screen(true, true, Optional.empty(), false));
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
        small.lessons(),
        workspace,
        new Screen(true, false, Optional.of(question -> answer), false));
  }

  private void passes() throws IOException {
    Files.writeString(program, PASSES);
    Said said = terminal.type("check", "1");
    assertEquals(0, said.status(), said.toString());
  }

  private String broken() {
    return SmallLesson.BROKEN.replaceAll(".*(tag|end)::.*\n", "");
  }

  private static List<String> files(Path in) throws IOException {
    try (Stream<Path> files = Files.list(in)) {
      return files.map(f -> f.getFileName().toString()).sorted().toList();
    }
  }
}
