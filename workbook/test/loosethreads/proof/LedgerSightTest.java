// SPDX-License-Identifier: Apache-2.0
package loosethreads.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;
import loosethreads.proof.agent.Ledger;
import org.junit.jupiter.api.Test;

class LedgerSightTest {
  @Test
  void a_thread_that_ends_while_the_others_are_listed_is_not_counted_with_them() throws Exception {
    var end = new CountDownLatch(1);
    var stay = new CountDownLatch(1);
    Thread brief = Thread.ofVirtual().name("brief").unstarted(() -> awaitQuietly(end));
    Thread lasting = Thread.ofVirtual().name("lasting").unstarted(() -> awaitQuietly(stay));
    for (Thread thread : List.of(brief, lasting)) {
      Ledger.starting(thread); // what the agent makes of start()
      thread.start();
    }
    try (Sight sight = new LedgerSight()) {
      Predicate<Long> ours = id -> id == brief.threadId() || id == lasting.threadId();
      List<LiveThread> seen =
          sight.describe(
              id -> {
                end.countDown();
                joinQuietly(brief);
                return ours.test(id);
              });
      assertEquals(List.of("lasting"), seen.stream().map(LiveThread::name).toList());
    } finally {
      stay.countDown();
      lasting.join();
    }
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void joinQuietly(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
