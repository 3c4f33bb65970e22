// SPDX-License-Identifier: Apache-2.0
package loosethreads.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class CallTest {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  @Test
  void a_call_that_returns_has_a_value() throws Exception {
    try (var call = Call.of("sum", () -> 2 + 2)) {
      Call.End<Integer> end = call.await(LIMIT);
      assertEquals(new Call.End<>(4, null, false), end);
      assertEquals(4, end.get());
      assertTrue(call.isOver());
    }
  }

  @Test
  void a_call_that_throws_has_its_failure_an_error_too() throws Exception {
    var failure = new LinkageError("a class is missing");
    try (var call =
        Call.start(
            "fails",
            () -> {
              throw failure;
            })) {
      Call.End<Void> end = call.await(LIMIT);
      assertNull(end.value());
      assertSame(failure, end.failure());
      assertSame(failure, assertThrows(LinkageError.class, end::get));
    }
  }

  @Test
  void a_call_that_is_not_over_in_time_is_hung_and_its_thread_is_shown() throws Exception {
    var never = new CountDownLatch(1);
    try (var call = Call.start("waits", never::await)) {
      ProofFailure failure =
          assertThrows(ProofFailure.class, () -> call.await(Duration.ofMillis(50)));
      assertEquals(Outcome.HUNG, failure.outcome());
      assertEquals("waits", failure.threads().getFirst().name());
      assertFalse(call.isOver());
    }
  }

  @Test
  void an_interrupt_reaches_the_call_and_the_flag_is_reported() throws Exception {
    var never = new CountDownLatch(1);
    Call.Body body =
        () -> {
          try {
            never.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        };
    try (var call = Call.start(Thread.ofVirtual().name("waits"), body)) {
      call.interrupt();
      assertTrue(call.await(LIMIT).interrupted());
    }
  }

  @Test
  void closing_interrupts_a_call_that_is_not_over() throws Exception {
    var call = Call.start("waits", new CountDownLatch(1)::await);
    call.close();
    assertTrue(call.thread().join(LIMIT));
  }
}
