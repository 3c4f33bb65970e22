// SPDX-License-Identifier: Apache-2.0
package loosethreads.command;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import loosethreads.SmallLesson;
import loosethreads.command.Terminal.Said;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

/** What each command prints, and its exit status. */
class CommandsTest {
  private static final String PASSES = SmallLesson.FIXED;
  private static final String FAILS = SmallLesson.FIXED.replace("42", "41");
  private static final String DOES_NOT_COMPILE = SmallLesson.FIXED.replace("42", "\"42\"");

  @TempDir private Path folder;
  private SmallLesson small;
  private Terminal terminal;

  @BeforeEach
  void open() throws IOException {
    small = new SmallLesson(folder.resolve("checkout"));
    terminal = new Terminal(small.lessons(), Files.createDirectory(folder.resolve("here")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "init",
        "list",
        "next",
        "run",
        "check",
        "hint",
        "explore",
        "solution",
        "diff",
        "reset",
        "update",
        "lifelines",
        "doctor"
      })
  void each_command_has_help(String command) {
    Said said = terminal.type(command, "--help");
    assertAll(
        said.toString(),
        () -> assertEquals(0, said.status()),
        () -> assertEquals("", said.err()),
        () -> assertTrue(said.out().startsWith("Usage: workbook " + command), said.out()));
  }

  @Test
  void without_a_command_there_is_help_on_all() {
    Said said = terminal.type();
    assertEquals(0, said.status(), said.toString());
    List.of("init", "list", "next", "run", "check", "hint", "solution", "diff", "reset", "update")
        .forEach(c -> assertTrue(said.out().contains("\n  " + c + " "), said.out()));
  }

  @Test
  void check_has_a_line_for_each_proof_and_the_verdict_last() throws IOException {
    Said said = check(PASSES);
    assertEquals(0, said.status(), said.toString());
    assertTrue(
        said.out()
            .matches(
                """
                Lesson 1: Small
                Checking Mine\\.java

                PASS    it answers \\(\\d+ ms\\)
                PASS    its main ends \\(\\d+ ms\\)

                Verdict: PASS, all 2 proofs hold
                """),
        said.out());
  }

  @Test
  void check_says_why_a_proof_does_not_hold() throws IOException {
    Said said = check(FAILS);
    assertEquals(1, said.status(), said.toString());
    assertTrue(
        said.out()
            .endsWith(
                """

                FAIL: it answers
                  answer ==> expected: <42> but was: <41>

                Verdict: FAIL, 1 of 2 proofs hold
                  Stuck?            workbook hint 1
                """),
        said.out());
  }

  @Test
  void what_does_not_compile_gets_the_words_of_javac_with_line_and_caret() throws IOException {
    Said said = check(DOES_NOT_COMPILE);
    assertEquals(1, said.status(), said.toString());
    assertEquals(
        """
        Lesson 1: Small
        Checking Mine.java

        Mine.java:3: error: incompatible types: java.lang.String cannot be converted to int
            return "42";
                   ^

        Verdict: DOES_NOT_COMPILE
        """,
        said.out());
  }

  @Test
  void what_does_not_compile_is_not_explored() throws IOException {
    Files.writeString(terminal.here().resolve("Mine.java"), DOES_NOT_COMPILE);
    Said said = terminal.type("explore", "1", "Mine.java");
    assertEquals(1, said.status(), said.toString());
    assertEquals(check(DOES_NOT_COMPILE).out().replace("Checking", "Exploring"), said.out());
  }

  @Test
  void a_file_and_the_solution_can_not_both_be_explored() {
    Said said = terminal.type("explore", "1", "Mine.java", "--solution");
    assertEquals(2, said.status(), said.toString());
    assertTrue(said.err().startsWith("Name a file, or take the --solution: not both."), said.err());
  }

  @Test
  void a_preview_program_in_a_package_needs_no_configuration() throws IOException {
    Said said =
        check(
            """
            package my.own;

            import java.util.concurrent.StructuredTaskScope;

            public class Lesson1 {
              static int answer() throws InterruptedException {
                try (var scope = StructuredTaskScope.open()) {
                  var answer = scope.fork(() -> 42);
                  scope.join();
                  return answer.get();
                }
              }

              static void main() {}
            }
            """);
    assertEquals(0, said.status(), said.toString());
  }

  @Test
  void json_is_one_object_with_the_verdict_and_each_proof() throws IOException {
    Said said = check(FAILS, "--json");
    assertEquals(1, said.status(), said.toString());
    assertEquals(1, said.out().lines().count());
    Map<String, Object> result = JSON.std.mapFrom(said.out());
    assertEquals(List.of("lesson", "program", "verdict", "proofs"), List.copyOf(result.keySet()));
    assertEquals(1, result.get("lesson"));
    assertEquals("Mine.java", result.get("program"));
    assertEquals("FAIL", result.get("verdict"));
    Map<?, ?> proof = (Map<?, ?>) ((List<?>) result.get("proofs")).getFirst();
    assertEquals(List.of("name", "outcome", "message", "millis"), List.copyOf(proof.keySet()));
    assertEquals("it answers", proof.get("name"));
    assertEquals("FAIL", proof.get("outcome"));
    assertEquals("answer ==> expected: <42> but was: <41>", proof.get("message"));
    assertTrue(proof.get("millis") instanceof Integer, () -> proof.toString());
  }

  @Test
  void json_of_what_does_not_compile_has_the_message() throws IOException {
    Said said = check(DOES_NOT_COMPILE, "--json");
    assertEquals(1, said.status(), said.toString());
    Map<String, Object> result = JSON.std.mapFrom(said.out());
    assertEquals("DOES_NOT_COMPILE", result.get("verdict"));
    assertEquals(List.of(), result.get("proofs"));
    assertTrue(result.get("message").toString().contains("Mine.java:3: error:"), said.out());
  }

  @Test
  void json_survives_any_encoding() throws IOException {
    Said said = check(throwing("\\u00e9\\ud83e\\uddf5\\u0000\\n"), "--json");
    assertTrue(said.out().chars().allMatch(c -> c < 128), said.out());
    Map<?, ?> proof = (Map<?, ?>) ((List<?>) JSON.std.mapFrom(said.out()).get("proofs")).getFirst();
    assertTrue(proof.get("message").toString().contains("\u00e9\ud83e\uddf5\u0000\n"), said.out());
  }

  @Test
  void junit_xml_has_a_case_for_each_proof_and_failures_typed_by_outcome() throws Exception {
    Said said = check(SmallLesson.BROKEN, "--junit-xml", "result.xml");
    assertEquals(1, said.status(), said.toString());
    Element suite = xml("result.xml");
    assertEquals("testsuite", suite.getTagName());
    assertEquals("2", suite.getAttribute("tests"));
    assertEquals("1", suite.getAttribute("failures"));
    assertEquals("0", suite.getAttribute("errors"));
    Element failure = only(suite, "failure");
    assertEquals("LEAKED", failure.getAttribute("type"));
    assertTrue(failure.getTextContent().contains("loose"), failure.getTextContent());
    assertEquals("it answers", ((Element) failure.getParentNode()).getAttribute("name"));
  }

  @Test
  void junit_xml_of_what_does_not_compile_is_an_error() throws Exception {
    Files.writeString(terminal.here().resolve("result.xml"), "of an earlier run");
    check(DOES_NOT_COMPILE, "--junit-xml", "result.xml");
    Element suite = xml("result.xml");
    assertEquals("1", suite.getAttribute("errors"));
    assertEquals("DOES_NOT_COMPILE", only(suite, "error").getAttribute("type"));
    assertEquals(List.of("Mine.java", "result.xml"), files(terminal.here()));
  }

  @Test
  void junit_xml_is_well_formed_whatever_a_program_says() throws Exception {
    check(throwing("<&]]>\\u0000\\u001b\\ud83e\\uddf5\\ud83e\\ufffe"), "--junit-xml", "result.xml");
    String text = only(xml("result.xml"), "failure").getTextContent();
    assertTrue(text.contains("<&]]>??\ud83e\uddf5"), text);
  }

  @Test
  void run_names_lesson_and_rule_then_streams_then_says_what_happened() {
    Said said = terminal.type("run", "1");
    assertEquals(1, said.status(), said.toString());
    assertTrue(
        said.out()
            .matches(
                """
                Lesson 1: Small
                Rule: Be small\\.

                Running Lesson1\\.java
                -- starting it
                the broken one runs

                Lesson1\\.java
                1 thread in \\d[^\\n]*: 1 ended\\.
                (?s:.*)
                LEAKED: 1 thread still alive after .*
                  loose  virtual, WAITING
                    (in .*, )?at Lesson1\\.park \\(Lesson1\\.java:8\\)
                    started at Lesson1\\.answer \\(Lesson1\\.java:3\\) by main

                Next: mend it, in a copy of your own\\.
                  Your copies:      workbook init
                  Is it mended\\?     workbook check 1
                  Look closer:      workbook explore 1
                  Stuck\\?            workbook hint 1
                  The fixed one:    workbook solution 1
                """),
        said.out());
  }

  @Test
  void run_of_a_program_that_ends_the_jvm_says_where() throws IOException {
    String exits = PASSES.replace("return 42;", "System.exit(3);\n    return 42;");
    Files.writeString(terminal.here().resolve("Mine.java"), exits);
    Said said = terminal.type("run", "1", "Mine.java");
    assertEquals(1, said.status(), said.toString());
    assertTrue(
        said.out()
            .contains(
                "FAIL: the program ended the whole JVM: exit at Lesson1.answer (Lesson1.java:3)\n"),
        said.out());
  }

  @Test
  void run_of_a_program_that_does_not_compile_says_so() throws IOException {
    Files.writeString(terminal.here().resolve("Mine.java"), DOES_NOT_COMPILE);
    Said said = terminal.type("run", "1", "Mine.java");
    assertEquals(1, said.status(), said.toString());
    assertTrue(said.out().contains("DOES_NOT_COMPILE: Mine.java:3: error:"), said.out());
    assertTrue(said.out().contains("Next: mend Mine.java.\n"), said.out());
    assertTrue(said.out().contains("  Is it mended?     workbook check 1 Mine.java\n"), said.out());
  }

  @Test
  void solution_runs_the_fixed_program_and_shows_it() {
    Said run = terminal.type("solution", "1");
    assertEquals(0, run.status(), run.toString());
    assertTrue(run.out().contains("the fixed one runs\n\nthe solution, "), run.out());
    assertTrue(run.out().contains("\n\nPASS: the scenario found nothing loose."), run.out());
    assertEquals(new Said(0, SmallLesson.FIXED, ""), terminal.type("solution", "1", "--show"));
  }

  @Test
  void in_a_workspace_run_check_and_list_take_the_learners_own_program() throws IOException {
    terminal.type("init", "mine");
    Path workspace = terminal.here().resolve("mine");
    Files.writeString(workspace.resolve("lesson1/Lesson1.java"), PASSES);
    var inside = new Terminal(small.lessons(), workspace.resolve("lesson1"));
    assertAll(
        () -> assertTrue(inside.type("run", "1").out().contains("the fixed one runs")),
        () -> assertTrue(inside.type("check", "1").out().contains("Checking Lesson1.java\n")),
        () -> assertTrue(inside.type("list").out().contains("  Lesson1.java: PASS\n")));
  }

  @Test
  void in_a_checkout_the_learners_own_program_is_the_one_in_it() throws IOException {
    small.write("jbang-catalog.json", "{}");
    small.write("workbook/Workbook.java", "");
    small.write("lessons/lesson1/Lesson1.java", FAILS);
    var inside = new Terminal(small.lessons(), folder.resolve("checkout/solutions"));
    String program = folder.resolve("checkout/lessons/lesson1/Lesson1.java").toString();
    assertTrue(inside.type("check", "1").out().contains("Checking " + program + "\n"));
  }

  @Test
  void list_goes_on_after_a_program_that_can_not_be_judged() throws IOException {
    terminal.type("init", ".");
    Files.write(terminal.here().resolve("lesson1/Lesson1.java"), new byte[] {(byte) 0xff});
    Said said = terminal.type("list");
    assertEquals(0, said.status(), said.toString());
    assertTrue(said.out().contains("  lesson1/Lesson1.java is no text in UTF-8.\n"), said.out());
    assertTrue(said.out().contains("  Run one:          workbook run N\n"), said.out());
  }

  @Test
  void init_never_overwrites() throws IOException {
    Said first = terminal.type("init", "mine");
    Path program = terminal.here().resolve("mine/lesson1/Lesson1.java");
    assertEquals(0, first.status(), first.toString());
    assertTrue(first.out().startsWith("wrote mine/lesson1/Lesson1.java\n"), first.out());
    assertTrue(Files.readString(program).startsWith("class Lesson1 {"));
    Files.writeString(program, "my work");
    Said second = terminal.type("init", "mine");
    assertEquals(0, second.status(), second.toString());
    assertTrue(second.out().startsWith("Nothing to write: mine has all files"), second.out());
    assertEquals("my work", Files.readString(program));
  }

  @Test
  void init_leaves_out_what_is_there_for_the_guide_alone() throws IOException {
    terminal.type("init", "mine");
    assertTrue(SmallLesson.BROKEN.contains("tag::"));
    assertEquals(
        SmallLesson.BROKEN.replaceAll(".*(tag|end)::.*\n", ""),
        Files.readString(terminal.here().resolve("mine/lesson1/Lesson1.java")));
  }

  @Test
  void hints_come_in_levels() {
    assertEquals(
        new Said(0, "What is 'answer'?\n\n  More:             workbook hint 1 2\n", ""),
        terminal.type("hint", "1"));
    assertEquals(
        new Said(0, "It is a number.\n\n  More:             workbook hint 1 3\n", ""),
        terminal.type("hint", "1", "2"));
    assertEquals(new Said(0, "It is 42.\n", ""), terminal.type("hint", "1", "3"));
  }

  private Said check(String program, String... options) throws IOException {
    Files.writeString(terminal.here().resolve("Mine.java"), program);
    String[] command = new String[3 + options.length];
    command[0] = "check";
    command[1] = "1";
    command[2] = "Mine.java";
    System.arraycopy(options, 0, command, 3, options.length);
    return terminal.type(command);
  }

  /** A program that fails with a message, given as in a Java string. */
  private static String throwing(String message) {
    return SmallLesson.FIXED.replace(
        "return 42;", "throw new IllegalStateException(\"" + message + "\");");
  }

  private Element xml(String file) throws Exception {
    return DocumentBuilderFactory.newDefaultInstance()
        .newDocumentBuilder()
        .parse(terminal.here().resolve(file).toFile())
        .getDocumentElement();
  }

  private static Element only(Element suite, String name) {
    assertEquals(1, suite.getElementsByTagName(name).getLength(), name);
    return (Element) suite.getElementsByTagName(name).item(0);
  }

  private static List<String> files(Path in) throws IOException {
    try (var files = Files.list(in)) {
      return files.map(f -> f.getFileName().toString()).sorted().toList();
    }
  }
}
