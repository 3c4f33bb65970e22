// SPDX-License-Identifier: Apache-2.0
package loosethreads.lifeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import loosethreads.lifeline.Lifeline.Activity;
import loosethreads.lifeline.Lifeline.Fate;
import loosethreads.lifeline.Lifeline.Kind;
import loosethreads.lifeline.Lifeline.Naming;
import loosethreads.proof.Within;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecorderTest {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  @TempDir private Path folder;

  @Test
  void each_activity_is_seen_on_platform_and_virtual_threads() throws Exception {
    try (Recorded program = start(Played.States.class)) {
      program.awaitReady();
      program.await(
          r ->
              does(r, "blocked", Activity.BLOCKED)
                  && does(r, "sleeping", Activity.SLEEPING)
                  && does(r, "sleeping, virtual", Activity.SLEEPING)
                  && does(r, "waiting", Activity.WAITING)
                  && does(r, "waiting, virtual", Activity.WAITING)
                  && does(r, "running", Activity.RUNNING)
                  && does(r, "reading", Activity.IO)
                  && does(r, "reading, virtual", Activity.IO));
      Lifeline waiting = program.thread("waiting");
      assertEquals(Fate.ALIVE, waiting.fate());
      assertEquals("main", waiting.startedAt().orElseThrow().getMethodName());
      assertEquals("park", waiting.stack().get(1).getMethodName());
      assertEquals(program.thread("main").id(), waiting.creator());
    }
  }

  @Test
  void threads_that_live_for_a_moment_are_all_there_with_start_and_end() throws Exception {
    try (Recorded program = start(Played.Relay.class)) {
      program.awaitExit();
      Recording recording = program.recording();
      List<Lifeline> relay = recording.lifelines().stream().filter(l -> isPlayers(l)).toList();
      assertEquals(1000, relay.size());
      assertEquals(500, relay.stream().filter(l -> l.kind() == Kind.VIRTUAL).count());
      for (Lifeline l : relay) {
        assertEquals(Fate.ENDED, l.fate(), l.name());
        assertTrue(l.begin() <= l.end() && l.end() <= recording.length(), l.toString());
        assertTrue(l.stack().isEmpty(), l.name());
        assertFalse(l.guessed(), l.name());
      }
      assertEquals(2, relay.stream().map(Lifeline::startedAt).distinct().count());
      for (int i = 2; i < relay.size(); i++) {
        assertEquals(relay.get(i - 2).startedAt(), relay.get(i).startedAt());
      }
      for (int i = 1; i < relay.size(); i++) { // each was joined before the next was started
        assertTrue(relay.get(i - 1).end() <= relay.get(i).begin(), relay.get(i).toString());
      }
      assertEquals(
          List.of(Mark.Kind.MAIN_RETURNED, Mark.Kind.SHUTDOWN),
          recording.marks().stream().map(Mark::kind).toList());
      assertTrue(recording.complete());
    }
  }

  private static boolean isPlayers(Lifeline l) {
    return l.name().matches("[pv]-\\d+");
  }

  @Test
  void names_kinds_and_failures_are_told() throws Exception {
    try (Recorded program = start(Played.Names.class)) {
      program.awaitExit();
      Lifeline renamed = program.thread("after");
      assertEquals(List.of("before", "after"), renamed.names().stream().map(Naming::name).toList());
      Lifeline daemon = program.thread("daemon");
      assertEquals(Kind.DAEMON, daemon.kind());
      assertEquals(Fate.ALIVE, daemon.fate()); // the end of the JVM cut it off
      Lifeline fails = program.thread("fails");
      assertEquals(Kind.VIRTUAL, fails.kind());
      assertEquals(Fate.ENDED, fails.fate());
    }
  }

  @Test
  void a_thread_that_is_collected_without_an_end_has_vanished() throws Exception {
    try (Recorded program = start(Played.Vanishing.class)) {
      program.awaitReady();
      program.await(r -> find(r, "abandoned").filter(l -> !l.stack().isEmpty()).isPresent());
      program.process().outputWriter().append('\n').flush();
      program.await(r -> find(r, "abandoned").filter(l -> l.fate() == Fate.VANISHED).isPresent());
      Lifeline abandoned = program.thread("abandoned");
      assertTrue(abandoned.end() < program.recording().length());
      assertFalse(abandoned.stack().isEmpty(), "where it waited last is still known");
    }
  }

  @Test
  void what_was_recorded_outlasts_a_kill() throws Exception {
    try (Recorded program = start(Played.Many.class)) {
      program.awaitReady();
      program.process().destroyForcibly();
      program.awaitExit();
      Recording recording = program.recording();
      List<Lifeline> many = recording.lifelines().stream().filter(l -> isPlayers(l)).toList();
      assertEquals(Played.MANY, many.size());
      assertEquals(1, many.stream().map(Lifeline::startedAt).distinct().count());
      assertTrue(many.stream().limit(100).noneMatch(Lifeline::guessed));
      long main = program.thread("main").id();
      assertTrue(many.stream().allMatch(l -> l.creator() == main), "main started them");
      assertTrue(recording.complete());
      assertTrue(recording.marks().isEmpty() || recording.marks().size() == 1, "only main's end");
    }
  }

  @Test
  void a_jvm_whose_owner_is_gone_ends() throws Exception {
    Process owner =
        new ProcessBuilder(
                "sh",
                "-c",
                "'"
                    + String.join("' '", line(Played.Many.class))
                    + "' & echo pid $!; exec sleep 60")
            .start();
    long pid;
    try (var out = owner.inputReader()) {
      List<String> said = List.of(out.readLine(), out.readLine()); // in whichever order
      assertTrue(said.contains("ready"), said.toString());
      pid =
          Long.parseLong(
              said.stream()
                  .filter(l -> l.startsWith("pid "))
                  .findFirst()
                  .orElseThrow()
                  .substring(4));
    } finally {
      owner.destroyForcibly().waitFor();
    }
    boolean gone =
        Within.await(LIMIT, () -> !ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false));
    ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
    assertTrue(gone, "it outlived its owner");
  }

  private static boolean does(Recording recording, String name, Activity activity) {
    return find(recording, name)
        .filter(l -> !l.activities().isEmpty())
        .filter(l -> l.activities().getLast().activity() == activity)
        .isPresent();
  }

  private static Optional<Lifeline> find(Recording recording, String name) {
    return recording.lifelines().stream().filter(l -> l.name().equals(name)).findFirst();
  }

  private Path tape() {
    return folder.resolve("tape");
  }

  private List<String> line(Class<?> program) throws IOException {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.add("-Xmx128m");
    line.addAll(RecorderJar.in(folder).options(tape(), Optional.empty()));
    line.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
    return line;
  }

  private Recorded start(Class<?> program) throws IOException {
    return new Recorded(
        new ProcessBuilder(line(program)).redirectErrorStream(true).start(), tape());
  }

  /** A program under way. */
  private record Recorded(Process process, Path tape) implements AutoCloseable {
    void awaitReady() throws IOException {
      String line;
      do {
        line = process.inputReader().readLine();
      } while (line != null && !line.equals("ready"));
      assertEquals("ready", line);
    }

    void awaitExit() throws Exception {
      assertTrue(Within.await(LIMIT, () -> !process.isAlive()), "it does not end");
    }

    void await(Predicate<Recording> condition) throws Exception {
      assertTrue(
          Within.await(LIMIT, () -> condition.test(recording())),
          () -> "not to be seen in " + summary());
    }

    Recording recording() throws IOException {
      return RecorderJar.read(tape, "test", Optional.empty());
    }

    private String summary() {
      try {
        return recording().lifelines().stream()
            .map(l -> l.name() + " " + l.fate() + " " + l.activities().getLast().activity())
            .toList()
            .toString();
      } catch (IOException e) {
        return e.toString();
      }
    }

    Lifeline thread(String name) throws IOException {
      return find(recording(), name).orElseThrow();
    }

    @Override
    public void close() {
      process.destroyForcibly().onExit().join();
    }
  }
}
