// SPDX-License-Identifier: Apache-2.0
package loosethreads.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import loosethreads.Checkout;
import loosethreads.SmallLesson;
import loosethreads.proof.Within;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The tool as its users have it: a process, with a lesson of its own, that may be killed. */
@Execution(ExecutionMode.SAME_THREAD) // so that they do not slow each other down
class ToolProcessTest {
  /** Nothing stops it but a kill. */
  private static final String HANGS =
      """
      public class Lesson1 {
        static int answer() {
          block();
          return 42;
        }

        public static void main(String... args) {
          block();
        }

        static void block() {
          Runtime.getRuntime().addShutdownHook(new Thread(Lesson1::block));
          while (true) {
            try {
              Thread.sleep(1000);
            } catch (Throwable t) {
              System.out.println("not me");
            }
          }
        }
      }
      """;

  @TempDir private Path folder;
  private Path here;
  private Path temporary;
  private Path lesson;

  @BeforeEach
  void make() throws IOException {
    here = Files.createDirectory(folder.resolve("my folder"));
    temporary = Files.createDirectory(folder.resolve("temporary files"));
    Files.writeString(here.resolve("Mine.java"), HANGS);
    lesson = Files.createDirectory(folder.resolve("lesson"));
    var _ = new SmallLesson(lesson);
  }

  @Test
  void after_a_sigkill_its_children_end_within_2_s_and_the_next_start_clears_up() throws Exception {
    try (var tool = start("check", "1", "Mine.java")) {
      List<ProcessHandle> children = tool.awaitChildren(1);
      tool.process.destroyForcibly();
      mustEnd(children);
      assertEquals(1, entries(temporary).size(), "what it could not remove");
      assertEquals(2, tool("check", "1", "nothing.java").status);
      assertEquals(0, tool("solution", "1").status);
      assertEquals(List.of(), entries(temporary));
    }
  }

  @Test
  void after_a_sigkill_the_program_that_a_scenario_started_ends_too() throws Exception {
    try (var tool = start("run", "1", "Mine.java")) {
      List<ProcessHandle> children = tool.awaitChildren(2);
      tool.process.destroyForcibly();
      mustEnd(children);
    }
  }

  @Test
  void after_a_sigterm_its_children_and_its_folder_are_gone_with_it() throws Exception {
    try (var tool = start("check", "1", "Mine.java")) {
      List<ProcessHandle> children = tool.awaitChildren(1);
      tool.process.destroy();
      assertTrue(tool.process.waitFor(5, TimeUnit.SECONDS), "it ends");
      mustEnd(children);
      assertEquals(List.of(), entries(temporary));
    }
  }

  @Test
  void a_run_ends_within_10_s_when_the_program_hangs() throws Exception {
    Ended ended = tool("run", "1", "Mine.java");
    assertAll(
        ended.said,
        () -> assertEquals(1, ended.status),
        () -> assertTrue(ended.said.contains("HUNG: "), ended.said),
        () -> mustBeWithin10Seconds(ended.took));
  }

  @Test
  void a_run_ends_when_javac_does_not() throws Exception {
    Files.writeString(here.resolve("Mine.java"), manyPatterns(12));
    Ended ended = tool("run", "1", "Mine.java"); // its limit is in CPU time: it has no other here
    assertEquals(1, ended.status, ended.said);
    assertTrue(ended.said.contains("javac was not done after 7 s"), ended.said);
  }

  /** A switch with each of 2^n patterns: javac compares each with all others, again and again. */
  private static String manyPatterns(int n) {
    String parts = IntStream.range(0, n).mapToObj(i -> "I p" + i).collect(Collectors.joining(", "));
    var cases = new StringBuilder();
    for (int bits = 0; bits < 1 << n; bits++) {
      int mask = bits;
      cases.append(
          IntStream.range(0, n)
              .mapToObj(i -> ((mask >> i & 1) == 0 ? "A a" : "B b") + i)
              .collect(Collectors.joining(", ", "case R(", ") -> 1;\n")));
    }
    return """
    class Lesson1 {
      sealed interface I {}
      record A() implements I {}
      record B() implements I {}
      record R(%s) {}
      int f(R r) {
        return switch (r) {
    %s
        };
      }
    }
    """
        .formatted(parts, cases);
  }

  @Test
  void a_folder_for_temporary_files_that_is_full_is_named() throws Exception {
    Ended ended = mounted("size=64k", "check", "1", "Mine.java");
    assertEquals(2, ended.status, ended.said);
    assertTrue(
        ended.said.contains("Can't go on: can't use the folder for temporary files, " + temporary),
        ended.said);
    assertTrue(ended.said.contains("kB are left there"), ended.said);
  }

  @Test
  void a_folder_for_temporary_files_that_is_read_only_is_named() throws Exception {
    Ended ended = mounted("ro", "check", "1", "Mine.java");
    assertEquals(2, ended.status, ended.said);
    assertTrue(ended.said.contains(temporary.toString()), ended.said);
    assertTrue(ended.said.contains("read-only file system"), ended.said);
  }

  @Test
  void a_workspace_on_a_full_disk_is_not_left_with_half_a_file() throws Exception {
    Ended ended = mounted("size=4k", "init", temporary.toString());
    assertEquals(2, ended.status, ended.said);
    assertEquals(
        "Can't write %s (no space left on device). Nothing was overwritten.\n"
            .formatted(temporary.resolve("loose-threads.txt")),
        ended.said);
  }

  @Test
  void a_read_only_workspace_is_named() throws Exception {
    Ended ended = mounted("ro", "init", temporary.toString());
    assertEquals(2, ended.status, ended.said);
    assertEquals(
        "Can't write %s (read-only file system). Nothing was overwritten.\n"
            .formatted(temporary.resolve("lesson1")),
        ended.said);
  }

  @Test
  void a_check_in_a_read_only_workspace_has_its_verdict() throws Exception {
    tool("init", ".");
    List<String> line =
        mounting("mount --bind '%1$s' '%1$s' && mount -o remount,bind,ro '%1$s'".formatted(here));
    line.addAll(line("check", "1"));
    Ended ended = ended(line);
    assertTrue(ended.said.contains("Verdict: LEAKED"), ended.said);
    assertTrue(
        ended.said.endsWith(
            "Can't write down that verdict: %s (read-only file system).\n"
                .formatted(here.resolve(".loose-threads/progress.txt"))),
        ended.said);
    assertEquals(1, ended.status, ended.said);
  }

  @Test
  void doctor_has_a_line_for_each_thing_and_leaves_nothing() throws Exception {
    List<Path> before = entries(here);
    Ended ended = tool("doctor");
    assertAll(
        ended.said,
        () -> assertEquals(0, ended.status),
        () -> assertTrue(ended.said.lines().allMatch(l -> l.matches("(ok|note) +[a-zJ ]+: .+\\."))),
        () -> assertTrue(ended.said.contains("threads in a child: virtual ones are seen; a JVM")),
        () -> assertTrue(ended.said.contains("threads in a test: virtual ones are seen")),
        () -> assertEquals(before, entries(here)),
        () -> assertEquals(List.of(), entries(temporary)));
  }

  @Test
  void doctor_names_a_full_folder_for_temporary_files_as_a_problem() throws Exception {
    Ended ended = mounted("size=64k", "doctor");
    assertEquals(2, ended.status, ended.said);
    assertTrue(ended.said.contains("problem  temporary files: can't use the folder"), ended.said);
    assertTrue(ended.said.contains("ok       loopback: "), ended.said);
  }

  @Test
  void doctor_says_what_to_do_when_virtual_threads_are_hidden() throws Exception {
    List<String> line = line("doctor");
    line.add(1, "-Djdk.trackAllThreads=false");
    Ended ended = ended(line);
    assertEquals(2, ended.status, ended.said);
    assertTrue(ended.said.contains("problem  threads in a test: This JVM hides"), ended.said);
    assertTrue(ended.said.contains("Remove the option and run again"), ended.said);
  }

  /** With room for a busy machine: in the time of what the simplest command takes on it now. */
  private void mustBeWithin10Seconds(Duration took) throws Exception {
    Duration room = tool("hint", "1").took.multipliedBy(30);
    assertTrue(took.compareTo(Duration.ofSeconds(10).plus(room)) < 0, took + ", room: " + room);
  }

  /** How a process of the tool ended, and what it printed on both streams. */
  private record Ended(int status, String said, Duration took) {}

  /** A process of the tool under way. */
  private record Tool(Process process) implements AutoCloseable {
    List<ProcessHandle> awaitChildren(int least) throws Exception {
      Within.await(Duration.ofSeconds(90), () -> javas().size() >= least);
      List<ProcessHandle> children = javas();
      assertTrue(children.size() >= least, () -> "children: " + children);
      return children;
    }

    private List<ProcessHandle> javas() {
      return process.descendants().toList();
    }

    @Override
    public void close() {
      process.destroyForcibly();
    }
  }

  private static void mustEnd(List<ProcessHandle> children) throws Exception {
    Within.await(Within.seconds(2), () -> children.stream().noneMatch(ProcessHandle::isAlive));
    assertEquals(List.of(), children.stream().filter(ProcessHandle::isAlive).toList());
  }

  private Tool start(String... command) throws IOException {
    return new Tool(builder(line(command)).start());
  }

  private Ended tool(String... command) throws Exception {
    return ended(line(command));
  }

  /** With a file system of its own as the folder for temporary files, seen by nobody else. */
  private Ended mounted(String options, String... command) throws Exception {
    List<String> line = mounting("mount -t tmpfs -o " + options + " tmpfs '" + temporary + "'");
    line.addAll(line(command));
    return ended(line);
  }

  /** The begin of a command line: what comes after it sees the mount, and nobody else does. */
  private List<String> mounting(String mount) throws Exception {
    List<String> unshare = List.of("unshare", "-rm", "sh", "-c");
    assumeTrue(
        canRun(Stream.concat(unshare.stream(), Stream.of(mount)).toList()), "no mounts here");
    List<String> line = new ArrayList<>(unshare);
    line.add(mount + " && exec \"$@\"");
    line.add("sh");
    return line;
  }

  private boolean canRun(List<String> line) throws Exception {
    try {
      return ended(line).status == 0;
    } catch (IOException noSuchProgram) {
      return false;
    }
  }

  private Ended ended(List<String> line) throws Exception {
    long begin = System.nanoTime();
    Process process = builder(line).start();
    try {
      String said = new String(process.getInputStream().readAllBytes(), UTF_8);
      int status = process.waitFor();
      return new Ended(status, said, Duration.ofNanos(System.nanoTime() - begin));
    } finally {
      process.destroyForcibly();
    }
  }

  private ProcessBuilder builder(List<String> line) {
    return new ProcessBuilder(line).directory(here.toFile()).redirectErrorStream(true);
  }

  private List<String> line(String... command) {
    String classPath =
        Stream.concat(
                Stream.of(lesson),
                Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                    .map(p -> Path.of(p).toAbsolutePath()))
            .filter(p -> !p.equals(Checkout.root())) // and its lessons
            .map(Path::toString)
            .collect(Collectors.joining(File.pathSeparator));
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.add("--enable-preview");
    line.add("-Djava.io.tmpdir=" + temporary);
    line.add("-cp");
    line.add(classPath);
    line.add("Workbook");
    line.addAll(List.of(command));
    return line;
  }

  private static List<Path> entries(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }
}
