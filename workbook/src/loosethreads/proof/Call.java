// SPDX-License-Identifier: Apache-2.0
package loosethreads.proof;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * A call of the contract on a thread of its own, so that a proof can watch it, interrupt it, and
 * never waits for it without a limit.
 */
public final class Call<T> implements AutoCloseable {
  /** A body without a result; it may throw anything. */
  @FunctionalInterface
  public interface Body {
    void run() throws Exception;
  }

  /**
   * How a call ended.
   *
   * @param value what it returned; null if it threw
   * @param failure what it threw; null if it returned
   * @param interrupted whether the thread's interrupt flag was set when the call was over
   */
  public record End<T>(T value, Throwable failure, boolean interrupted) {
    /** The value, or the failure as it was thrown. */
    public T get() throws Exception {
      return switch (failure) {
        case null -> value;
        case Exception e -> throw e;
        case Error e -> throw e;
        default -> throw new AssertionError(failure);
      };
    }
  }

  private final Thread thread;
  private volatile End<T> end;

  private Call(Thread.Builder how, Callable<T> body) {
    thread =
        how.unstarted(
            () -> {
              T value = null;
              Throwable failure = null;
              try {
                value = body.call();
              } catch (Throwable t) { // the proof decides what it means, Errors included
                failure = t;
              }
              end = new End<>(value, failure, Thread.currentThread().isInterrupted());
            });
    thread.start();
  }

  /** Starts the call on a platform thread with this name. */
  public static <T> Call<T> of(String name, Callable<T> body) {
    return new Call<>(Thread.ofPlatform().name(name).daemon(true), body);
  }

  /** Starts a call without a result on a platform thread with this name. */
  public static Call<Void> start(String name, Body body) {
    return start(Thread.ofPlatform().name(name).daemon(true), body);
  }

  /** Starts a call without a result on a thread of any kind. */
  public static Call<Void> start(Thread.Builder how, Body body) {
    return new Call<>(
        how,
        () -> {
          body.run();
          return null;
        });
  }

  public Thread thread() {
    return thread;
  }

  public boolean isOver() {
    return end != null;
  }

  public void interrupt() {
    thread.interrupt();
  }

  /**
   * Waits for the call's end.
   *
   * @throws ProofFailure HUNG, with the call's thread, if it is not over within the limit
   */
  public End<T> await(Duration limit) throws InterruptedException {
    if (!thread.join(limit)) {
      throw ProofFailure.hung(
          "'%s' is not over after %s".formatted(thread.getName(), Words.of(limit)), seen());
    }
    return end;
  }

  /** The call's thread as it is now; empty if it is over. */
  public List<LiveThread> seen() {
    return ThreadWatch.seen(List.of(thread));
  }

  /**
   * Interrupts a call that is not over. It is not waited for: whoever watches for leaks sees it.
   */
  @Override
  public void close() {
    if (thread.isAlive()) {
      thread.interrupt();
    }
  }
}
