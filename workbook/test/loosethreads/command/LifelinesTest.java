// SPDX-License-Identifier: Apache-2.0
package loosethreads.command;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import jdk.jfr.consumer.RecordingFile;
import loosethreads.proof.Within;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** {@code lifelines} runs programs that know nothing of it. */
@Order(1) // it takes long, and so begins early
@ResourceLock("processes") // so that they do not slow each other down
class LifelinesTest {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private static final String ECHO =
      """
      void main(String... arguments) throws Exception {
        IO.println("got " + String.join(" ", arguments) + " and " + IO.readln());
        var worker = Thread.ofVirtual().name("worker").start(() -> {});
        worker.join();
        System.exit(7);
      }
      """;

  /** Takes a moment to end, and says so. */
  private static final String SERVES =
      """
      void main() throws Exception {
        Runtime.getRuntime()
            .addShutdownHook(new Thread(() -> System.out.println("has ended"), "my hook"));
        Thread.ofPlatform().name("serving").start(java.util.concurrent.locks.LockSupport::park);
        System.out.println("serves");
      }
      """;

  @TempDir private Path folder;
  private Tools tools;

  @BeforeEach
  void make() throws IOException {
    tools =
        new Tools(
            Files.createDirectory(folder.resolve("my folder")),
            Files.createDirectory(folder.resolve("temporary files")),
            Files.createDirectory(folder.resolve("lesson")));
    Files.writeString(tools.here().resolve("Echo.java"), ECHO);
    Files.writeString(tools.here().resolve("Serves.java"), SERVES);
  }

  @Test
  void arguments_input_output_and_exit_status_are_the_programs() throws Exception {
    Path stderr = folder.resolve("stderr");
    Process process =
        new ProcessBuilder(tools.line("lifelines", "Echo.java", "--for", "me"))
            .directory(tools.here().toFile())
            .redirectError(stderr.toFile())
            .start();
    process.outputWriter().append("input\n").flush();
    String stdout = process.inputReader().readAllAsString();
    assertEquals(7, process.waitFor());
    assertEquals("got --for me and input\n", stdout);
    String picture = Files.readString(stderr);
    assertAll(
        () -> assertTrue(picture.startsWith("\nEcho.java\n2 threads in "), picture),
        () -> assertTrue(picture.contains("\n  worker v"), picture));
    assertEquals(List.of(), Tools.entries(tools.temporary()));
  }

  @Test
  void a_sigterm_reaches_the_program_and_then_the_picture_is_drawn() throws Exception {
    try (var tool = tools.start("lifelines", "Serves.java")) {
      BufferedReader out = tool.process().inputReader();
      awaitLine(out, "serves");
      tool.process().toHandle().destroy();
      String rest = out.lines().collect(Collectors.joining("\n"));
      assertTrue(tool.process().waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS), "it ends");
      assertAll(
          () -> assertEquals(143, tool.process().exitValue()),
          () -> assertTrue(rest.contains("has ended"), rest),
          () -> assertTrue(rest.contains("SIGTERM"), rest),
          () -> assertTrue(rest.matches("(?s).*[►>] serving, platform: alive.*"), rest));
      assertEquals(List.of(), Tools.entries(tools.temporary()));
    }
  }

  @Test
  void the_program_ends_with_a_tool_that_is_killed() throws Exception {
    try (var tool = tools.start("lifelines", "Serves.java")) {
      awaitLine(tool.process().inputReader(), "serves");
      List<ProcessHandle> children = tool.process().descendants().toList();
      assertFalse(children.isEmpty());
      tool.process().destroyForcibly();
      assertTrue(
          Within.await(LIMIT, () -> children.stream().noneMatch(ProcessHandle::isAlive)),
          "it outlived the tool");
    }
  }

  /** A busy machine has time to start the program. */
  @Test
  void after_the_time_it_may_take_it_is_told_to_end() throws Exception {
    Tools.Ended ended = tools.tool("lifelines", "--for", "8s", "Serves.java");
    assertAll(
        () -> assertEquals(143, ended.status()),
        () -> assertTrue(ended.said().contains("SIGTERM, as was asked for"), ended.said()),
        () -> assertTrue(ended.said().contains("has ended"), ended.said()));
  }

  @Test
  void each_export_is_a_file_that_its_readers_can_read() throws Exception {
    try (var tool =
        tools.start(
            "lifelines",
            "--svg",
            "a.svg",
            "--json",
            "a.json",
            "--trace",
            "a.trace",
            "--jfr",
            "a.jfr",
            "Serves.java")) {
      BufferedReader out = tool.process().inputReader();
      awaitLine(out, "serves");
      tool.process().toHandle().destroy();
      String rest = out.lines().collect(Collectors.joining("\n"));
      assertTrue(tool.process().waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS), "it ends");
      assertEquals(143, tool.process().exitValue(), rest);
    }
    Path here = tools.here();
    assertTrue(Files.readString(here.resolve("a.svg")).contains("serving"));
    assertTrue(JSON.std.mapFrom(here.resolve("a.json").toFile()).containsKey("lifelines"));
    assertTrue(JSON.std.mapFrom(here.resolve("a.trace").toFile()).containsKey("traceEvents"));
    List<String> started = new ArrayList<>();
    try (var flight = new RecordingFile(here.resolve("a.jfr"))) {
      while (flight.hasMoreEvents()) {
        var event = flight.readEvent();
        if (event.getEventType().getName().equals("jdk.ThreadStart")) {
          started.add(event.getThread("thread").getJavaName());
        }
      }
    }
    assertTrue(started.contains("serving"), started.toString());
  }

  @Test
  void a_server_that_nobody_here_wrote_is_drawn() throws Exception {
    try (var tool =
        tools.start(
            "lifelines",
            "--class-path",
            System.getProperty("java.class.path"),
            "org.h2.tools.Server",
            "-tcp",
            "-tcpPort",
            "0")) {
      BufferedReader out = tool.process().inputReader();
      awaitLine(out, "TCP server running");
      tool.process().toHandle().destroy();
      // as one line, wherever it was wrapped
      String picture = out.lines().map(String::strip).collect(Collectors.joining(" "));
      assertAll(
          () -> assertTrue(picture.contains("H2 TCP Server"), picture),
          () -> assertTrue(picture.contains("in I/O in ServerSocket.accept"), picture),
          () -> assertTrue(picture.contains("main returned"), picture));
    }
  }

  @Test
  void what_can_not_be_run_is_said_in_one_line() throws Exception {
    mustSay("There is no file Nothing.java.", "Nothing.java");
    mustSay("Nothing is neither a .java file nor a .jar.", "Nothing");
    mustSay("A jar names its own class path: leave --class-path away.", "-cp", ".", aJar());
    mustSay("'ten' is no time: write 500ms, 10s or 2m", "--for", "ten", "Serves.java");
  }

  private String aJar() throws IOException {
    return Files.createFile(tools.here().resolve("a.jar")).getFileName().toString();
  }

  private void mustSay(String what, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("lifelines"));
    command.addAll(List.of(arguments));
    Tools.Ended ended = tools.tool(command.toArray(String[]::new));
    assertAll(
        () -> assertEquals(2, ended.status(), ended.said()),
        () -> assertTrue(ended.said().contains(what), ended.said()),
        () -> assertEquals(2, ended.said().lines().count(), ended.said())); // and where help is
  }

  private static void awaitLine(BufferedReader out, String begin) throws IOException {
    String line;
    do {
      line = out.readLine();
    } while (line != null && !line.startsWith(begin));
    assertTrue(line != null, "it did not say " + begin);
  }
}
