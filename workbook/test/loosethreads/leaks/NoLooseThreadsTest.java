// SPDX-License-Identifier: Apache-2.0
package loosethreads.leaks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import loosethreads.leaks.KindsJvm.Line;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code @NoLooseThreads} finds, in a JVM without options and with each that it knows. */
class NoLooseThreadsTest {
  @TempDir private static Path folder;

  static Stream<Arguments> jvms() throws Exception {
    return LeakCheckFigures.jvms(folder).entrySet().stream()
        .map(jvm -> Arguments.of(jvm.getKey(), jvm.getValue()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("jvms")
  void every_kind_of_leak_is_found_with_the_line_that_started_it(String name, List<String> options)
      throws Exception {
    List<Line> lines = KindsJvm.run(options, KindsMain.class, "Leaky");
    assertEquals(
        Arrays.stream(Leak.values()).map(Leak::name).toList(),
        lines.stream().map(Line::test).toList());
    for (Line line : lines) {
      assertTrue(isNamed(line), line::toString);
    }
    for (Leak kind : List.of(Leak.PLATFORM_THREAD, Leak.VIRTUAL_THREAD)) {
      String failure = failure(lines, kind.name());
      assertTrue(failure.contains("| in CountDownLatch.await, at loosethreads.leaks."), failure);
      assertTrue(failure.contains("| started at loosethreads.leaks.Leak.blocked"), failure);
    }
  }

  private static boolean isNamed(Line line) {
    return switch (Leak.valueOf(line.test())) {
      case DELAYED_TASK_OF_THE_COMMON_POOL -> line.failure().contains("common pool");
      case ABANDONED_VIRTUAL_EXECUTOR ->
          line.failure().contains("vanished") || line.failure().contains("still alive");
      case RELAY_OF_PLATFORM_THREADS, RELAY_OF_VIRTUAL_THREADS ->
          line.failure().matches(".*(still alive|still being started).*");
      default -> line.failure().contains("still alive");
    };
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("jvms")
  void no_tidy_test_is_blamed(String name, List<String> options) throws Exception {
    List<Line> lines = KindsJvm.run(options, KindsMain.class, "Tidy");
    assertEquals(
        List.of(Clean.values()),
        lines.stream().filter(l -> !l.isNote()).map(l -> Clean.valueOf(l.test())).toList());
    assertEquals(List.of(), lines.stream().filter(Line::isFailure).toList());
  }

  @Test
  void a_jvm_that_hides_virtual_threads_fails_every_test_and_says_so() throws Exception {
    List<Line> lines =
        KindsJvm.run(List.of("-Djdk.trackAllThreads=false"), KindsMain.class, "Tidy");
    assertEquals(Clean.values().length, lines.size());
    for (Line line : lines) {
      assertTrue(line.failure().startsWith("This JVM hides virtual threads"), line::toString);
    }
  }

  @Test
  void a_jvm_without_flight_recorder_fails_every_test_and_says_so() throws Exception {
    String modules = "java.base,java.logging,java.net.http,jdk.httpserver,jdk.management";
    List<Line> lines = KindsJvm.run(List.of("--limit-modules", modules), KindsMain.class, "Tidy");
    assertFalse(lines.isEmpty());
    for (Line line : lines) {
      assertTrue(line.failure().startsWith("This JVM has no Flight Recorder"), line::toString);
    }
  }

  @Test
  void a_leak_is_blamed_on_its_own_test_alone() throws Exception {
    List<Line> lines = KindsJvm.run(List.of(), KindsMain.class, "Neighbours");
    assertTrue(failure(lines, "a_leaks()").contains("1 thread still alive"));
    assertEquals("", failure(lines, "b_is_tidy()"));
    assertEquals("", failure(lines, "c_is_tidy_where_the_annotation_is_further_out()"));
  }

  @Test
  void a_thread_that_ended_within_the_grace_period_is_noted() throws Exception {
    List<Line> lines = KindsJvm.run(List.of(), KindsMain.class, "Slow");
    assertEquals("", failure(lines, "ends_after_the_test()"));
    String noted = failure(lines, "ends_after_the_test() noted");
    assertTrue(noted.matches("\\{loose threads=ended \\d+ ms after the test}"), noted);
  }

  @Test
  void only_the_annotated_method_is_checked() throws Exception {
    List<Line> lines = KindsJvm.run(List.of(), KindsMain.class, "OneMethod");
    assertTrue(failure(lines, "checked()").contains("1 thread still alive"));
    assertEquals("", failure(lines, "not_checked()"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"WORKER_THREAD_POOL", "FORK_JOIN_POOL"})
  void where_tests_run_in_parallel_a_checked_test_runs_alone(String executor) throws Exception {
    String option = "-Djunit.jupiter.execution.parallel.config.executor-service=" + executor;
    List<Line> lines = KindsJvm.run(List.of(option), KindsMain.class, "Crowd");
    assertEquals(20, lines.size());
    assertEquals(List.of(), lines.stream().filter(Line::isFailure).toList());
  }

  private static String failure(List<Line> lines, String test) {
    return lines.stream()
        .filter(l -> l.test().equals(test))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + test + " in " + lines))
        .failure();
  }
}
