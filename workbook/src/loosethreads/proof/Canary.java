// SPDX-License-Identifier: Apache-2.0
package loosethreads.proof;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/** A parked virtual thread that a sight must find: the proof that it can see. */
final class Canary {
  private Canary() {}

  /**
   * The threads that the sight sees now, the canary left out.
   *
   * @throws IllegalStateException if the sight does not see a virtual thread that is there
   */
  static Set<Long> idsSeenBy(Sight sight) {
    CountDownLatch seen = new CountDownLatch(1);
    Thread canary = Thread.ofVirtual().name("loose-threads-canary").start(() -> awaitQuietly(seen));
    Set<Long> ids;
    try {
      ids = new HashSet<>(sight.look().ids());
    } finally {
      seen.countDown();
      join(canary);
    }
    if (!ids.remove(canary.threadId())) {
      throw new IllegalStateException(
          "This JVM hides virtual threads (is -Djdk.trackAllThreads=false set?), so nobody can"
              + " say whether one leaked. Remove the option and run again.");
    }
    return ids;
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
