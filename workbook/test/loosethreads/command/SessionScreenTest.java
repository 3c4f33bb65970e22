// SPDX-License-Identifier: Apache-2.0
package loosethreads.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import loosethreads.SmallLesson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The session on a terminal, as a process: what it shows, and what it leaves. */
@DisabledOnOs(OS.WINDOWS)
@Order(1) // it takes long, and so begins early
@ResourceLock("processes") // each is two or three JVMs
class SessionScreenTest {
  @TempDir private Path folder;
  private Tools tools;
  private Path temporary;
  private Path program;

  @BeforeEach
  void make() throws IOException {
    Path here = Files.createDirectory(folder.resolve("my folder"));
    temporary = Files.createDirectory(folder.resolve("temporary files"));
    tools = new Tools(here, temporary, Files.createDirectory(folder.resolve("lesson")));
    program = here.resolve("loose-threads/lesson1/Lesson1.java");
  }

  private Screenful open(String... command) throws IOException {
    return Screenful.open(tools, Files.createDirectory(folder.resolve("terminal")), command);
  }

  @Test
  void from_an_empty_folder_to_a_pass() throws Exception {
    try (Screenful screen = open()) {
      screen.await("Make one, loose-threads? [y/N]");
      screen.type("y\n");
      screen.await("loose-threads/lesson1/Lesson1.java: LEAKED, 1 of 2 proofs hold");
      screen.await("loose  virtual, WAITING");
      Files.writeString(program, SmallLesson.FIXED);
      screen.await("PASS, all 2 proofs hold");
      screen.await("You have proved:");
      screen.await("main  "); // its lifeline
      screen.type("d");
      screen.await("is the solution, line by line.");
      screen.type("\u001b");
      screen.type("q");
      assertEquals(0, screen.awaitEnd());
      assertEquals(List.of(), screen.differences());
    }
    assertEquals(List.of(), Tools.entries(temporary));
  }

  @Test
  void a_bug_of_ours_ends_it_with_its_stack_on_a_terminal_as_it_was() throws Exception {
    assertEquals(0, tools.tool("init", "loose-threads").status());
    // The project's own checks want hints; the key for them takes them as given.
    new SmallLesson(tools.lesson())
        .write("lessons/lesson1/lesson.adoc", "= Small\n:rule: Be small.\n:outcome: LEAKED\n");
    try (Screenful screen = open()) {
      screen.await("the proofs judge it");
      screen.type("h");
      assertEquals(2, screen.awaitEnd());
      assertEquals(List.of(), screen.differences());
      screen.await("The tool itself failed; please report this:");
      screen.await("at loosethreads.screen.Workbench.hint");
    }
    assertEquals(List.of(), Tools.entries(temporary));
  }

  @ParameterizedTest
  @EnumSource
  void whoever_ends_it_in_the_middle_of_a_check_finds_nothing_left(Killing killing)
      throws Exception {
    assertEquals(0, tools.tool("init", "loose-threads").status());
    Files.writeString(program, SmallLesson.HANGS);
    try (Screenful screen = open("run", "1", "--watch")) {
      screen.await("the proofs judge it");
      Tools.awaitChildren(screen.tool(), 1);
      assertEquals(List.of(), killing.problems(screen));
      if (killing == Killing.SIGKILL) {
        tools.startAgain();
      }
      assertEquals(List.of(), Tools.entries(temporary));
    }
  }
}
