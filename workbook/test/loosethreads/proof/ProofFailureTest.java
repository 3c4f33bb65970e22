// SPDX-License-Identifier: Apache-2.0
package loosethreads.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProofFailureTest {
  private static final StackTraceElement PARK =
      new StackTraceElement("jdk.internal.misc.Unsafe", "park", null, -2);
  private static final StackTraceElement PUT =
      new StackTraceElement("java.util.concurrent.SynchronousQueue", "put", "X.java", 7);
  private static final StackTraceElement SEARCH =
      new StackTraceElement("Search", "hand", "Search.java", 12);
  private static final StackTraceElement START =
      new StackTraceElement("Search", "begin", "Search.java", 30);

  private static LiveThread thread(long id, String name, StackTraceElement... startedAt) {
    return new LiveThread(
        id,
        name,
        true,
        true,
        Thread.State.WAITING,
        "",
        List.of(PARK, PUT, SEARCH),
        startedAt.length == 0 ? "" : "main",
        List.of(startedAt));
  }

  @Test
  void its_message_names_thread_state_place_and_origin() {
    ProofFailure failure =
        ProofFailure.leaked("1 thread is left", List.of(thread(5, "search", START)));
    assertEquals(Outcome.LEAKED, failure.outcome());
    assertEquals(
        """
        1 thread is left
          search  virtual, WAITING
            in SynchronousQueue.put, at Search.hand (Search.java:12)
            started at Search.begin (Search.java:30) by main\
        """,
        failure.getMessage());
  }

  @Test
  void threads_that_are_alike_are_counted() {
    List<LiveThread> threads =
        List.of(thread(5, "search-1", START), thread(6, "search-2", START), thread(7, ""));
    assertEquals(
        """
        3 threads are left
          search-1 and 1 more alike  virtual, WAITING
            in SynchronousQueue.put, at Search.hand (Search.java:12)
            started at Search.begin (Search.java:30) by main
          (no name, #7)  virtual, WAITING
            in SynchronousQueue.put, at Search.hand (Search.java:12)
            started by an unknown thread\
        """,
        ProofFailure.leaked("3 threads are left", threads).getMessage());
  }

  @Test
  void a_daemon_is_not_like_a_thread_that_keeps_the_jvm() {
    List<String> kinds =
        LiveThread.grouped(List.of(dispatcher(5, true), dispatcher(6, false))).stream()
            .map(evidence -> evidence.lines().findFirst().orElse(""))
            .toList();
    assertEquals(
        List.of("  HTTP-Dispatcher  daemon, WAITING", "  HTTP-Dispatcher  platform, WAITING"),
        kinds);
  }

  private static LiveThread dispatcher(long id, boolean daemon) {
    return new LiveThread(
        id,
        "HTTP-Dispatcher",
        false,
        daemon,
        Thread.State.WAITING,
        "main",
        List.of(PARK, SEARCH),
        "main",
        List.of(START));
  }

  @Test
  void what_a_hand_off_waits_for_is_named_not_how() {
    var node =
        new StackTraceElement(
            "java.util.concurrent.LinkedTransferQueue$DualNode", "await", "X.java", 5);
    var transfer =
        new StackTraceElement("java.util.concurrent.SynchronousQueue", "xfer", "X.java", 6);
    var thread =
        new LiveThread(
            5,
            "search",
            true,
            true,
            Thread.State.WAITING,
            "",
            List.of(PARK, node, transfer, PUT, SEARCH),
            "",
            List.of());
    assertEquals(
        "    in SynchronousQueue.put, at Search.hand (Search.java:12)",
        thread.describe().lines().skip(1).findFirst().orElse(""));
  }

  @Test
  void a_failure_can_not_pass() {
    assertThrows(
        IllegalArgumentException.class, () -> new ProofFailure(Outcome.PASS, "", List.of()));
  }
}
