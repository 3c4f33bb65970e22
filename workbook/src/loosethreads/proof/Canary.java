// SPDX-License-Identifier: Apache-2.0
package loosethreads.proof;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/** A parked virtual thread that a sight must find: the proof that it can see. */
final class Canary {
  private Canary() {}

  /** How long a moment is awaited in which no thread is being started. */
  private static final Duration LIMIT = Duration.ofSeconds(2);

  /**
   * The threads that the sight sees now, the canary left out.
   *
   * @throws IllegalStateException if the sight does not see a virtual thread that is there
   */
  static Set<Long> idsSeenBy(Sight sight) {
    CountDownLatch seen = new CountDownLatch(1);
    Thread canary = Thread.ofVirtual().name("loose-threads-canary").start(() -> awaitQuietly(seen));
    try {
      long deadline = System.nanoTime() + LIMIT.toNanos();
      while (true) {
        Sight.Look look = sight.look();
        Set<Long> ids = new HashSet<>(look.ids());
        if (ids.remove(canary.threadId())) {
          return ids;
        }
        if (look.isQuietUntil(look)) {
          throw new IllegalStateException(
              "This JVM hides virtual threads (is -Djdk.trackAllThreads=false set?), so nobody can"
                  + " say whether one leaked. Remove the option and run again.");
        }
        if (System.nanoTime() - deadline > 0) {
          throw new IllegalStateException(
              "Threads are being started without a pause, so nobody can say which are left.");
        }
      }
    } finally {
      seen.countDown();
      join(canary);
    }
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void join(Thread canary) {
    try {
      canary.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
