// SPDX-License-Identifier: Apache-2.0
package loosethreads.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import loosethreads.programs.Programs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class ProgramTest {
  /** Generous: the machine may be busy. */
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private static final Duration NOT_LONG = Duration.ofMillis(200);

  private static Program start(Class<?> program, String... arguments) throws IOException {
    return Program.start(program.getName(), arguments);
  }

  @Test
  void the_address_of_a_service_is_the_one_that_it_prints() throws Exception {
    try (Program program = start(Programs.Service.class)) {
      assertEquals(URI.create("http://localhost:4711"), program.address("app"));
      assertTrue(Within.await(LIMIT, () -> program.stderr().contains("works in")));
      assertTrue(program.isAlive());
    }
  }

  @Test
  void a_program_that_is_told_to_end_runs_its_shutdown_hooks() throws Exception {
    try (Program program = start(Programs.Service.class)) {
      program.address("app");
      program.terminate();
      Program.Exit exit = program.awaitExit(LIMIT);
      assertEquals(143, exit.status());
      assertTrue(exit.stdout().endsWith("stopped" + System.lineSeparator()), exit.stdout());
    }
  }

  @Test
  void a_program_that_ends_before_it_listens_has_failed() throws Exception {
    try (Program program = start(Programs.Ends.class, "one", "two")) {
      ProofFailure failure = assertThrows(ProofFailure.class, () -> program.address("app"));
      assertEquals(Outcome.FAIL, failure.outcome());
      assertTrue(failure.getMessage().contains("ended with status 3 before it printed 'app"));
      assertTrue(failure.getMessage().contains("got one two"), failure.getMessage());
    }
  }

  @Test
  void its_exit_has_status_and_output() throws Exception {
    try (Program program = start(Programs.Ends.class, "one", "two")) {
      Program.Exit exit = program.awaitExit(LIMIT);
      assertEquals(new Program.Exit(3, "got one two" + System.lineSeparator(), ""), exit);
    }
  }

  @Test
  void its_threads_are_seen_with_kind_place_and_origin() throws Exception {
    try (Program program = start(Programs.Leaks.class)) {
      assertTrue(Within.await(LIMIT, () -> names(program).equals(LEFT)));
      for (LiveThread thread : program.threads()) {
        assertEquals(thread.name().equals("a virtual one"), thread.virtual());
        assertTrue(Within.await(LIMIT, () -> waitsInPark(program)));
        assertEquals("main", thread.startedBy());
        assertEquals("Programs.java", thread.startLine().orElseThrow().getFileName());
      }
    }
  }

  private static final Set<String> LEFT = Set.of("a virtual one", "a platform one");

  private static Set<String> names(Program program) {
    return program.threads().stream().map(LiveThread::name).collect(Collectors.toSet());
  }

  private static boolean waitsInPark(Program program) {
    return program.threads().stream().allMatch(t -> t.isIn("LockSupport", "park"));
  }

  @Test
  void one_that_does_not_end_is_hung_and_its_threads_are_named() throws Exception {
    try (Program program = start(Programs.Leaks.class)) {
      assertTrue(Within.await(LIMIT, () -> names(program).equals(LEFT)));
      ProofFailure failure = assertThrows(ProofFailure.class, () -> program.awaitExit(NOT_LONG));
      assertEquals(Outcome.HUNG, failure.outcome());
      // The virtual thread does not keep the JVM alive.
      assertEquals(
          List.of("a platform one"), failure.threads().stream().map(LiveThread::name).toList());
      assertTrue(
          failure.getMessage().contains("started at loosethreads.programs.Programs$Leaks.main"));
    }
  }

  @Test
  void one_that_prints_without_end_is_ended_with_a_clear_word() throws Exception {
    try (Program program = start(Programs.PrintsWithoutEnd.class)) {
      ProofFailure failure = assertThrows(ProofFailure.class, () -> program.awaitExit(LIMIT));
      assertTrue(failure.getMessage().endsWith("printed more than 10 MB and was ended"));
      assertTrue(program.stdout().length() <= 1 << 20, "only so much is kept in memory");
    }
  }

  @Test
  void one_that_reads_its_input_finds_none() throws Exception {
    try (Program program = start(Programs.ReadsItsInput.class)) {
      assertEquals("read -1", program.awaitExit(LIMIT).stdout().strip());
    }
  }

  @Test
  void one_that_takes_all_memory_ends_by_itself() throws Exception {
    try (Program program = start(Programs.TakesAllMemory.class)) {
      Program.Exit exit = program.awaitExit(LIMIT);
      assertEquals(3, exit.status()); // of -XX:+ExitOnOutOfMemoryError
      assertTrue((exit.stdout() + exit.stderr()).contains("OutOfMemoryError"));
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void its_processes_end_with_it_those_that_lost_their_parent_too() throws Exception {
    long orphan;
    try (Program program = start(Programs.StartsProcesses.class)) {
      assertTrue(Within.await(LIMIT, () -> program.stdout().contains("\n")));
      orphan = Long.parseLong(program.stdout().strip());
      assertTrue(isAlive(orphan));
    }
    assertTrue(Within.await(LIMIT, () -> !isAlive(orphan)));
  }

  private static boolean isAlive(long pid) {
    return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
  }

  @Test
  void closing_it_ends_it_and_removes_its_folder() throws Exception {
    Path folder;
    Program ended;
    try (Program program = start(Programs.Service.class)) {
      program.address("app");
      Within.await(LIMIT, () -> program.stderr().contains(";"));
      folder = Path.of(program.stderr().replaceAll("(?s)works in (.*);.*", "$1"));
      assertTrue(Files.isDirectory(folder), folder::toString);
      ended = program;
    }
    assertFalse(ended.isAlive());
    assertFalse(Files.exists(folder), folder::toString);
  }

  @Test
  void a_class_that_is_not_there_is_named() {
    IOException thrown = assertThrows(IOException.class, () -> Program.start("NoSuchClass"));
    assertEquals("NoSuchClass.class is not on the class path", thrown.getMessage());
  }
}
