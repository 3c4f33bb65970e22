// SPDX-License-Identifier: Apache-2.0
package loosethreads.check;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** Compiling with a limit: some short programs keep javac busy for hours. */
final class Limited {
  /** Deeply nested expressions need a deep stack. In bytes. */
  private static final long STACK = 64L << 20;

  /** So much longer than the limit in CPU time it is waited for. */
  private static final int AT_MOST = 10;

  private static final Duration ROUND = Duration.ofMillis(200);

  private Limited() {}

  /**
   * Runs the task on a thread of its own.
   *
   * @param limit in CPU time: on a busy machine the same work takes longer
   * @return the problem that the task found; that it did not end in time is one too
   */
  static Optional<String> call(String name, Duration limit, Callable<Optional<String>> task)
      throws IOException, InterruptedException {
    var future = new FutureTask<>(task);
    // A daemon: javac can't be interrupted, and must not keep the tool alive.
    Thread thread =
        Thread.ofPlatform()
            .name("loose-threads-" + name)
            .daemon(true)
            .stackSize(STACK)
            .start(future);
    try {
      return await(future, thread, limit);
    } catch (TimeoutException e) {
      return Optional.of("javac was not done after %d s.".formatted(limit.toSeconds()));
    } catch (ExecutionException e) {
      Optional<Throwable> fatal =
          Stream.iterate(e.getCause(), t -> t != null, Throwable::getCause)
              .filter(VirtualMachineError.class::isInstance)
              .findFirst();
      if (fatal.isPresent()) {
        return Optional.of(gaveUp(fatal.get().toString()));
      }
      if (e.getCause() instanceof IOException io) {
        throw io;
      }
      throw new IllegalStateException("javac failed: " + e.getCause(), e.getCause());
    }
  }

  /**
   * @throws TimeoutException if the thread has had the CPU for so long, and the task is not over
   */
  private static <T> T await(Future<T> task, Thread thread, Duration limit)
      throws ExecutionException, InterruptedException, TimeoutException {
    long last = System.nanoTime() + limit.multipliedBy(AT_MOST).toNanos();
    Duration wait = limit;
    while (true) {
      try {
        return task.get(wait.toMillis(), TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        long nanos = ManagementFactory.getThreadMXBean().getThreadCpuTime(thread.threadId());
        if (nanos < 0 || nanos > limit.toNanos() || System.nanoTime() - last > 0) {
          throw e;
        }
        wait = ROUND;
      }
    }
  }

  /** Something is nested too deeply, or too large; javac knows no better. */
  static String gaveUp(String why) {
    return "javac gave up on it: " + why;
  }
}
