// SPDX-License-Identifier: Apache-2.0
package loosethreads.check;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Compiling with a limit: some short programs keep javac busy for hours. */
final class Limited {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  /** Deeply nested expressions need a deep stack. In bytes. */
  private static final long STACK = 64L << 20;

  private Limited() {}

  /**
   * Runs the task on a thread of its own.
   *
   * @return the problem that the task found; that it did not end in time is one too
   */
  static Optional<String> call(String name, Callable<Optional<String>> task)
      throws IOException, InterruptedException {
    var future = new FutureTask<>(task);
    // A daemon: javac can't be interrupted, and must not keep the tool alive.
    Thread.ofPlatform().name("loose-threads-" + name).daemon(true).stackSize(STACK).start(future);
    try {
      return future.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      return Optional.of("javac was not done after %d s.".formatted(LIMIT.toSeconds()));
    } catch (ExecutionException e) {
      if (e.getCause() instanceof StackOverflowError) {
        return Optional.of("the program is nested too deeply for javac.");
      }
      if (e.getCause() instanceof IOException io) {
        throw io;
      }
      throw new IllegalStateException("javac failed: " + e.getCause(), e.getCause());
    }
  }
}
