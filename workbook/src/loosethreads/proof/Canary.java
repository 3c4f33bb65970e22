// SPDX-License-Identifier: Apache-2.0
package loosethreads.proof;

import java.util.concurrent.CountDownLatch;

/** A parked virtual thread that a sight must find: the proof that it can see. */
final class Canary {
  private Canary() {}

  /**
   * @throws IllegalStateException if the sight does not see a virtual thread that is there
   */
  static void mustBeSeenBy(Sight sight) {
    CountDownLatch seen = new CountDownLatch(1);
    Thread canary =
        Thread.ofVirtual()
            .name("loose-threads-canary")
            .start(
                () -> {
                  try {
                    seen.await();
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                });
    boolean isSeen = sight.look().ids().contains(canary.threadId());
    seen.countDown();
    join(canary);
    if (!isSeen) {
      throw new IllegalStateException(
          "This JVM hides virtual threads (is -Djdk.trackAllThreads=false set?), so nobody can"
              + " say whether one leaked. Remove the option and run again.");
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
