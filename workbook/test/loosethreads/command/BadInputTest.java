// SPDX-License-Identifier: Apache-2.0
package loosethreads.command;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import loosethreads.SmallLesson;
import loosethreads.command.Terminal.Said;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What can't be used gets one message: what it is, where, and what next. */
class BadInputTest {
  @TempDir private Path folder;
  private Terminal terminal;

  @BeforeEach
  void open() throws IOException {
    terminal =
        new Terminal(
            new SmallLesson(folder.resolve("lessons")).lessons(),
            Files.createDirectory(folder.resolve("here")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          check 99  | There is no lesson 99; there are lessons 1 to 1.
          check 0   | There is no lesson 0; there are lessons 1 to 1.
          check -1  | There is no lesson -1; there are lessons 1 to 1.
          check abc | Invalid value for positional parameter at index 0 (N): 'abc' is not an int
          check     | Missing required parameter: 'N'
          run 99    | There is no lesson 99; there are lessons 1 to 1.
          run -1    | There is no lesson -1; there are lessons 1 to 1.
          run 1 --watch Mine.java | Name a file, or --watch your own program: not both.
          run 1 --watch --svg A   | Export one run, or --watch your program: not both.
          solution 2 | There is no lesson 2; there are lessons 1 to 1.
          diff 2    | There is no lesson 2; there are lessons 1 to 1.
          reset 0   | There is no lesson 0; there are lessons 1 to 1.
          hint 7    | There is no lesson 7; there are lessons 1 to 1.
          hint 1 4  | There is no hint 4 for lesson 1; there are hints 1 to 3.
          hint 1 -1 | There is no hint -1 for lesson 1; there are hints 1 to 3.
          check 1 --jsn | Unknown option: '--jsn'
          chek 1    | Unmatched arguments from index 0: 'chek', '1'
          """)
  void wrong_usage(String command, String message) {
    Said said = terminal.type(command.strip().split(" +", -1));
    List<String> lines = said.err().lines().toList();
    assertAll(
        said.toString(),
        () -> assertEquals(2, said.status()),
        () -> assertEquals("", said.out()),
        () -> assertEquals(message, lines.getFirst()),
        () -> assertTrue(lines.getLast().matches("Help: 'workbook.* --help'\\."), lines.getLast()));
  }

  @Test
  void a_time_in_which_nothing_can_run() {
    Said said = terminal.type("lifelines", "--for", "0s", "Mine.java");
    assertEquals(2, said.status());
    assertTrue(said.err().contains("'0s' is no time: write 500ms, 10s or 2m"), said.err());
  }

  @ParameterizedTest
  @ValueSource(strings = {"check", "run", "diff"})
  void a_file_that_is_missing(String command) {
    isUnusable("There is no file Mine.java.", command, "1", "Mine.java");
  }

  @ParameterizedTest
  @ValueSource(strings = {"check", "run"})
  void a_file_that_is_a_folder(String command) {
    isUnusable(". is a folder. Name the program's file in it.", command, "1", ".");
  }

  @Test
  void a_file_that_is_a_device() {
    assumeTrue(Files.exists(Path.of("/dev/zero")), "this system has no devices in its files");
    isUnusable("/dev/zero is not a regular file.", "check", "1", "/dev/zero");
  }

  @Test
  void a_file_that_is_very_large() throws IOException {
    write(new byte[5_000_000]);
    isUnusable(
        "Mine.java has 5,000,000 bytes; a lesson's program has a few thousand."
            + " Is it the right file?",
        "check",
        "1",
        "Mine.java");
  }

  @Test
  void a_file_that_is_binary() throws IOException {
    write(new byte[] {(byte) 0xca, (byte) 0xfe, (byte) 0xba, (byte) 0xbe, 0, 0, 0, 69});
    isUnusable("Mine.java is no text in UTF-8.", "check", "1", "Mine.java");
  }

  @Test
  void a_file_in_another_encoding() throws IOException {
    write("// caf\u00e9\nclass Lesson1 {}\n".getBytes(ISO_8859_1));
    isUnusable("Mine.java is no text in UTF-8.", "check", "1", "Mine.java");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                    | is empty.
          ' '                   | is empty.
          // nothing            | declares no class Lesson1, which the proofs call; it has none.
          class Other {}        | declares no class Lesson1, which the proofs call; it has Other.
          Dear diary,           | error:
          module x {}           | error: module declarations should be in a file named module-info
          public class Other {} | error: class Other is public, should be declared in a file
          class Lesson1 {}      | compiles, but lacks what the contract of the lesson names:
          """)
  void a_file_that_is_no_such_program(String text, String message) throws IOException {
    byte[] bytes = text.getBytes(ISO_8859_1);
    write(bytes);
    Said said = terminal.type("check", "1", "Mine.java");
    assertAll(
        said.toString(),
        () -> assertEquals(1, said.status()),
        () -> assertEquals("", said.err()),
        () ->
            assertTrue(
                said.out()
                    .lines()
                    .toList()
                    .get(3)
                    .matches("Mine\\.java(:1:)? \\Q" + message + "\\E.*"),
                said.out()),
        () -> assertTrue(said.out().endsWith("Verdict: DOES_NOT_COMPILE\n"), said.out()),
        () -> assertArrayEquals(bytes, Files.readAllBytes(terminal.here().resolve("Mine.java"))));
  }

  @Test
  void junit_xml_into_a_folder_that_is_not_there() {
    isUnusable(
        "Can't write no/where.xml (there is no such folder). Nothing was overwritten.",
        "check",
        "1",
        "--junit-xml",
        "no/where.xml");
  }

  @Test
  void junit_xml_over_a_folder() {
    isUnusable(
        "Can't write . (not a regular file). Nothing was overwritten.",
        "check",
        "1",
        "--junit-xml",
        ".");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--svg", "--json", "--trace", "--jfr"})
  void an_export_without_a_place_before_the_run(String option) {
    isUnusable(
        "Can't write no/where (there is no such folder). Nothing was overwritten.",
        "run",
        "1",
        option,
        "no/where");
    isUnusable(
        "Can't write . (it is a folder). Nothing was overwritten.", "solution", "1", option, ".");
  }

  @Test
  void a_workspace_where_a_file_is() throws IOException {
    write(new byte[0]);
    isUnusable(
        "Can't write %s (not a directory). Nothing was overwritten."
            .formatted(terminal.here().resolve("Mine.java/lesson1")),
        "init",
        "Mine.java");
  }

  private void write(byte[] bytes) throws IOException {
    Files.write(terminal.here().resolve("Mine.java"), bytes);
  }

  private void isUnusable(String message, String... command) {
    Said said = terminal.type(command);
    assertEquals(new Said(2, "", message + System.lineSeparator()), said);
  }
}
