// SPDX-License-Identifier: Apache-2.0
package loosethreads.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import loosethreads.SmallLesson;
import loosethreads.proof.Within;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The tool with JShell in it, as a process: what it shows, and that nothing outlives it. */
@Order(1) // it takes long, and so begins early
@ResourceLock("JShell") // each is three JVMs
class ExploreTest {
  /** For a session, however busy the machine. */
  private static final Duration LIMIT = Duration.ofSeconds(90);

  /** A thread that is no daemon, a file, a process, and one whose parent ends. */
  private static final String BUSY =
      """
      new Thread(() -> Lesson1.park()).start();
      Files.createTempFile("a-file", "");
      new ProcessBuilder("sleep", "1000").start();
      new ProcessBuilder("sh", "-c", "sleep 1000 & echo $! > orphan").start().waitFor();
      IO.println("all is " + "started");
      """;

  @TempDir private Path folder;
  private Path here;
  private Path temporary;
  private Tools tools;
  private Process tool;

  @BeforeEach
  void make() throws IOException {
    here = Files.createDirectory(folder.resolve("my folder"));
    temporary = Files.createDirectory(folder.resolve("temporary files"));
    tools = new Tools(here, temporary, Files.createDirectory(folder.resolve("lesson")));
  }

  @AfterEach
  void end() {
    if (tool != null) {
      tool.destroyForcibly();
    }
  }

  @Test
  void a_program_answers_and_its_threads_are_seen() throws Exception {
    String text = explored("start();\nanswerOnce()\nthreads()\n/exit\n", "explore", "1");
    inOrder(
        text,
        "Exploring Lesson1.java\n",
        "Try answerOnce().",
        "the broken one runs",
        "==> 42",
        "loose  virtual, WAITING",
        "    at Lesson1.park (Lesson1.java:",
        "    started at Lesson1.answer (Lesson1.java:");
  }

  @Test
  void the_solution_has_no_thread() throws Exception {
    String text = explored("answerOnce()\nthreads()\n", "explore", "1", "--solution");
    inOrder(text, "Exploring the solution, Lesson1.java\n", "==> 42", "no thread");
  }

  @Test
  void a_file_that_is_named_is_taken_also_from_a_package() throws Exception {
    Files.writeString(here.resolve("Mine.java"), "package my; " + SmallLesson.FIXED);
    inOrder(
        explored("answerOnce()\n", "explore", "1", "Mine.java"), "Exploring Mine.java\n", "==> 42");
  }

  @Test
  void after_a_reset_the_verbs_are_there_and_the_threads_are_not() throws Exception {
    String text = explored("answerOnce()\n/reset\nthreads()\n", "explore", "1");
    inOrder(text, "==> 42", "Resetting state.", "Try answerOnce().", "no thread");
  }

  @Test
  void a_program_that_ends_the_jvm_ends_only_that_of_the_snippets() throws Exception {
    String text = explored("System.exit(3)\nthreads()\n/reload\nanswerOnce()\n", "explore", "1");
    inOrder(text, "State engine terminated.", "==> 42");
  }

  @Test
  void after_the_exit_all_that_was_started_is_gone() throws Exception {
    try (Writer typed = start("explore", "1")) {
      List<ProcessHandle> all = begin(typed);
      typed.write("/exit\n");
      typed.flush();
      mustBeGone(all);
    }
  }

  @Test
  void at_the_end_of_what_is_typed_it_ends_too() throws Exception {
    List<ProcessHandle> all;
    try (Writer typed = start("explore", "1")) {
      all = begin(typed);
    }
    mustBeGone(all);
  }

  @Test
  void after_a_sigterm_all_that_was_started_is_gone() throws Exception {
    try (Writer typed = start("explore", "1")) {
      List<ProcessHandle> all = begin(typed);
      tool.toHandle().destroy();
      mustBeGone(all);
    }
  }

  @Test
  void after_a_sigkill_its_children_end_and_the_next_start_clears_up() throws Exception {
    try (Writer typed = start("explore", "1")) {
      List<ProcessHandle> all = begin(typed);
      tool.toHandle().destroyForcibly();
      Tools.mustEnd(all.subList(0, all.size() - 1));
      all.getLast().destroyForcibly(); // nobody is left who knows of it
    }
    assertEquals(1, Tools.entries(temporary).size(), "what it could not remove");
    explored("", "explore", "1");
    assertEquals(List.of(), Tools.entries(temporary));
  }

  /** Starts what is hard to end; returns all processes but the tool's own, the orphan last. */
  private List<ProcessHandle> begin(Writer typed) throws Exception {
    typed.write(BUSY);
    typed.flush();
    Within.await(LIMIT, () -> said().contains("all is started"));
    List<ProcessHandle> all = new ArrayList<>(tool.descendants().toList());
    long orphan = Long.parseLong(Files.readString(here.resolve("orphan")).strip());
    all.add(ProcessHandle.of(orphan).orElseThrow());
    assertEquals(4, all.size(), () -> "jshell, its JVM, and two sleeps: " + all + said());
    return all;
  }

  private void mustBeGone(List<ProcessHandle> all) throws Exception {
    assertTrue(tool.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS), "it ends");
    Tools.mustEnd(all);
    assertEquals(List.of(), Tools.entries(temporary));
  }

  /** Types it all, waits for the end, and returns what was said. */
  private String explored(String typed, String... command) throws Exception {
    try (Writer terminal = start(command)) {
      terminal.write(typed);
    }
    assertTrue(tool.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS), this::said);
    assertEquals(0, tool.exitValue(), this::said);
    return said();
  }

  /** Starts the tool; returns what types into it. */
  private Writer start(String... command) throws IOException {
    tool =
        new ProcessBuilder(tools.line(command))
            .directory(here.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("said").toFile())
            .start();
    return tool.outputWriter(UTF_8);
  }

  private String said() {
    try {
      return Files.readString(folder.resolve("said"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void inOrder(String text, String... parts) {
    int from = 0;
    for (String part : parts) {
      int at = text.indexOf(part, from);
      assertTrue(at >= 0, () -> "no '" + part + "' in its place in\n" + text);
      from = at + part.length();
    }
  }
}
