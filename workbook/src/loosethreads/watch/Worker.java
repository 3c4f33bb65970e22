// SPDX-License-Identifier: Apache-2.0
package loosethreads.watch;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The thread that checks, one job at a time: a new one takes the place of the one under way. */
public final class Worker implements AutoCloseable {
  /** What there is to do. It ends soon after an interrupt. */
  interface Job {
    /**
     * Does it.
     *
     * @param number that {@link #start} returned, for what it tells
     */
    void run(int number) throws IOException, InterruptedException;
  }

  /** A check under way ends its child processes: they get some seconds for that. */
  private static final long END_LIMIT = 15;

  private final Consumer<News> tell;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().name("loose-threads-check").daemon().factory());
  private Future<?> underWay = CompletableFuture.completedFuture(null);
  private int number;

  /**
   * Has no thread yet.
   *
   * @param tell is told of failures, on the worker's thread
   */
  public Worker(Consumer<News> tell) {
    this.tell = tell;
  }

  /** Starts the job once the one under way is cancelled; returns its number. */
  int start(Job job) {
    cancel();
    int mine = ++number;
    underWay = thread.submit(() -> run(job, mine));
    return mine;
  }

  private void run(Job job, int mine) {
    try {
      job.run(mine);
    } catch (InterruptedException cancelled) {
      Thread.currentThread().interrupt(); // the executor's own: it clears that for the next job
    } catch (Throwable e) { // the future is asked by nobody: what it keeps would be lost
      tell.accept(new News.Failed(mine, e));
    }
  }

  /** Interrupts the job under way, if there is one. */
  void cancel() {
    underWay.cancel(true);
  }

  @Override
  public void close() {
    thread.shutdownNow();
    try {
      if (!thread.awaitTermination(END_LIMIT, TimeUnit.SECONDS)) {
        throw new IllegalStateException("a check did not end when it was told to");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
