// SPDX-License-Identifier: Apache-2.0
package loosethreads.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import loosethreads.SmallLesson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The session on a terminal, as a process: what it shows, and what it leaves. */
@DisabledOnOs(OS.WINDOWS)
@Execution(ExecutionMode.SAME_THREAD) // each is two or three JVMs
class SessionScreenTest {
  /** The proofs wait for its end as long as they can. */
  private static final String HANGS =
      SmallLesson.FIXED.replace("return 42;", "while (true) Thread.onSpinWait();");

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
  void ctrl_c_ends_it_in_the_middle_of_a_check() throws Exception {
    try (Screenful screen = checking()) {
      List<ProcessHandle> children = screen.tool().descendants().toList();
      screen.type("\u0003");
      assertEquals(130, screen.awaitEnd());
      mustLeaveNothing(screen, children);
    }
  }

  @Test
  void a_sigterm_ends_it_in_the_middle_of_a_check() throws Exception {
    try (Screenful screen = checking()) {
      List<ProcessHandle> children = screen.tool().descendants().toList();
      screen.tool().destroy();
      assertEquals(143, screen.awaitEnd());
      mustLeaveNothing(screen, children);
    }
  }

  private Screenful checking() throws Exception {
    assertEquals(0, tools.tool("init", "loose-threads").status());
    Files.writeString(program, HANGS);
    Screenful screen = open("run", "1", "--watch");
    screen.await("the proofs judge it");
    Tools.awaitChildren(screen.tool(), 1);
    return screen;
  }

  private void mustLeaveNothing(Screenful screen, List<ProcessHandle> children) throws Exception {
    assertEquals(List.of(), screen.differences());
    Tools.mustEnd(children);
    assertEquals(List.of(), Tools.entries(temporary));
  }
}
