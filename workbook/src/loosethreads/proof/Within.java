// SPDX-License-Identifier: Apache-2.0
package loosethreads.proof;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Deadlines of the proofs, and waiting for what can only be looked at again and again. */
public final class Within {
  /**
   * What a proof adds to the limit of a contract. A program that hangs still hangs after it; a
   * right program on a busy machine gets the time. Twice the longest delay seen in the soak.
   */
  private static final Duration ROOM = Duration.ofMillis(1500);

  private Within() {}

  /** The deadline for what the contract promises within so many milliseconds. */
  public static Duration millis(long contract) {
    return Duration.ofMillis(contract).plus(ROOM);
  }

  /** The deadline for what the contract promises within so many seconds. */
  public static Duration seconds(long contract) {
    return millis(contract * 1000);
  }

  /** A condition that a proof waits for; it may throw, which ends the wait. */
  @FunctionalInterface
  public interface Condition {
    boolean holds() throws Exception;
  }

  /** A condition that throws nothing but an interrupt. */
  @FunctionalInterface
  interface QuietCondition {
    boolean holds() throws InterruptedException;
  }

  /** As {@link #await}, for a condition that throws nothing but an interrupt. */
  static boolean quiet(Duration limit, QuietCondition condition) throws InterruptedException {
    try {
      return await(limit, condition::holds);
    } catch (InterruptedException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** Looks until the condition holds or the limit is over; says which. */
  public static boolean await(Duration limit, Condition condition) throws Exception {
    long deadline = System.nanoTime() + limit.toNanos();
    for (long pause = 100_000; ; pause = Math.min(pause * 2, 20_000_000)) {
      if (condition.holds()) {
        return true;
      }
      if (System.nanoTime() - deadline >= 0) {
        return false;
      }
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      LockSupport.parkNanos(pause);
    }
  }
}
