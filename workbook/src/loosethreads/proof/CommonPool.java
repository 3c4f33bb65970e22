// SPDX-License-Identifier: Apache-2.0
package loosethreads.proof;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The common pool's work at one moment. What was unfinished before a watch is nobody's fault after
 * it.
 *
 * @param quiescent whether it had no task to run
 * @param delayed how many tasks waited for their time
 */
record CommonPool(boolean quiescent, long delayed) {
  /** The thread that keeps the delayed tasks; started with the first, and there from then on. */
  private static final String DELAY_SCHEDULER = "ForkJoinPool.commonPool-delayScheduler";

  private static final long ANSWER_LIMIT_SECONDS = 1;

  static CommonPool now() {
    ForkJoinPool pool = ForkJoinPool.commonPool();
    return new CommonPool(pool.isQuiescent(), pool.getDelayedTaskCount());
  }

  /** Whether the pool has no more to do now than it had then. */
  boolean isAtRest() throws InterruptedException {
    if (quiescent && !now().quiescent) {
      return false;
    }
    if (isUsedForDelays()) {
      letItCount();
    }
    return now().delayed <= delayed;
  }

  private static boolean isUsedForDelays() {
    return Thread.getAllStackTraces().keySet().stream()
        .anyMatch(thread -> thread.getName().equals(DELAY_SCHEDULER));
  }

  /** The pool counts a delayed task a moment after it was handed in; but before a later one. */
  private static void letItCount() throws InterruptedException {
    try {
      ForkJoinPool.commonPool()
          .schedule(() -> {}, 1, TimeUnit.MICROSECONDS)
          .get(ANSWER_LIMIT_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      return; // every worker is blocked, since before the watch
    }
  }
}
