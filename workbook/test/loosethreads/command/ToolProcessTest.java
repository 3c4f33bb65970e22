// SPDX-License-Identifier: Apache-2.0
package loosethreads.command;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import loosethreads.command.Tools.Ended;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The tool as its users have it: a process, with a lesson of its own, that may be killed. */
@Order(1) // it takes long, and so begins early
@ResourceLock("processes") // so that they do not slow each other down
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
  private Tools tools;

  @BeforeEach
  void make() throws IOException {
    here = Files.createDirectory(folder.resolve("my folder"));
    temporary = Files.createDirectory(folder.resolve("temporary files"));
    Files.writeString(here.resolve("Mine.java"), HANGS);
    tools = new Tools(here, temporary, Files.createDirectory(folder.resolve("lesson")));
  }

  @Test
  void after_a_sigkill_its_children_end_within_2_s_and_the_next_start_clears_up() throws Exception {
    try (var tool = tools.start("check", "1", "Mine.java")) {
      List<ProcessHandle> children = tool.awaitChildren(1);
      tool.process().destroyForcibly();
      Tools.mustEnd(children);
      assertEquals(1, Tools.entries(temporary).size(), "what it could not remove");
      assertEquals(2, tools.tool("check", "1", "nothing.java").status());
      assertEquals(0, tools.tool("solution", "1").status());
      assertEquals(List.of(), Tools.entries(temporary));
    }
  }

  @Test
  void after_a_sigkill_the_program_that_a_scenario_started_ends_too() throws Exception {
    try (var tool = tools.start("run", "1", "Mine.java")) {
      List<ProcessHandle> children = tool.awaitChildren(2);
      tool.process().destroyForcibly();
      Tools.mustEnd(children);
    }
  }

  @Test
  void after_a_sigterm_its_children_and_its_folder_are_gone_with_it() throws Exception {
    try (var tool = tools.start("check", "1", "Mine.java")) {
      List<ProcessHandle> children = tool.awaitChildren(1);
      tool.process().destroy();
      assertTrue(tool.process().waitFor(5, TimeUnit.SECONDS), "it ends");
      Tools.mustEnd(children);
      assertEquals(List.of(), Tools.entries(temporary));
    }
  }

  @Test
  void a_run_ends_within_10_s_when_the_program_hangs() throws Exception {
    Ended ended = tools.tool("run", "1", "Mine.java");
    assertAll(
        ended.said(),
        () -> assertEquals(1, ended.status()),
        () -> assertTrue(ended.said().contains("HUNG: "), ended.said()),
        () -> mustBeWithin10Seconds(ended.took()));
  }

  @Test
  void a_run_ends_when_javac_does_not() throws Exception {
    Files.writeString(here.resolve("Mine.java"), manyPatterns(12));
    Ended ended =
        tools.tool("run", "1", "Mine.java"); // its limit is in CPU time: it has no other here
    assertEquals(1, ended.status(), ended.said());
    assertTrue(ended.said().contains("javac was not done after 7 s"), ended.said());
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
  void a_program_that_may_not_be_read_is_named() throws Exception {
    Files.setPosixFilePermissions(here.resolve("Mine.java"), Set.of());
    List<String> line = new ArrayList<>(List.of("unshare", "-U")); // from root's rights
    assumeTrue(tools.canRun(List.of("unshare", "-U", "true")), "root reads all");
    line.addAll(tools.line("check", "1", "Mine.java"));
    Ended ended = tools.ended(line);
    assertEquals("You may not read Mine.java: permission denied.\n", ended.said());
    assertEquals(2, ended.status());
  }

  @Test
  void a_folder_for_temporary_files_that_is_full_is_named() throws Exception {
    Ended ended = tools.mounted("size=64k", "check", "1", "Mine.java");
    assertEquals(2, ended.status(), ended.said());
    assertTrue(
        ended
            .said()
            .contains("Can't go on: can't use the folder for temporary files, " + temporary),
        ended.said());
    assertTrue(ended.said().contains("kB are left there"), ended.said());
  }

  @Test
  void a_folder_for_temporary_files_that_is_read_only_is_named() throws Exception {
    Ended ended = tools.mounted("ro", "check", "1", "Mine.java");
    assertEquals(2, ended.status(), ended.said());
    assertTrue(ended.said().contains(temporary.toString()), ended.said());
    assertTrue(ended.said().contains("read-only file system"), ended.said());
  }

  @Test
  void a_workspace_on_a_full_disk_is_not_left_with_half_a_file() throws Exception {
    Ended ended = tools.mounted("size=4k", "init", temporary.toString());
    assertEquals(2, ended.status(), ended.said());
    assertEquals(
        "Can't write %s (no space left on device). Nothing was overwritten.\n"
            .formatted(temporary.resolve("loose-threads.txt")),
        ended.said());
  }

  @Test
  void a_read_only_workspace_is_named() throws Exception {
    Ended ended = tools.mounted("ro", "init", temporary.toString());
    assertEquals(2, ended.status(), ended.said());
    assertEquals(
        "Can't write %s (read-only file system). Nothing was overwritten.\n"
            .formatted(temporary.resolve("lesson1")),
        ended.said());
  }

  @Test
  void a_check_in_a_read_only_workspace_has_its_verdict() throws Exception {
    tools.tool("init", ".");
    List<String> line =
        tools.mounting(
            "mount --bind '%1$s' '%1$s' && mount -o remount,bind,ro '%1$s'".formatted(here));
    line.addAll(tools.line("check", "1"));
    Ended ended = tools.ended(line);
    assertTrue(ended.said().contains("Verdict: LEAKED"), ended.said());
    assertTrue(
        ended
            .said()
            .endsWith(
                "Can't write down that verdict: %s (read-only file system).\n"
                    .formatted(here.resolve(".loose-threads/progress.txt"))),
        ended.said());
    assertEquals(1, ended.status(), ended.said());
  }

  /** With room for a busy machine: in the time of what the simplest command takes on it now. */
  private void mustBeWithin10Seconds(Duration took) throws Exception {
    Duration room = tools.tool("hint", "1").took().multipliedBy(30);
    assertTrue(took.compareTo(Duration.ofSeconds(10).plus(room)) < 0, took + ", room: " + room);
  }
}
