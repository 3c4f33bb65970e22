// SPDX-License-Identifier: Apache-2.0
package loosethreads.check;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import loosethreads.proof.QuickStart;

/** What goes on between the checks of one who checks again and again, on a thread of its own. */
final class Preparation implements AutoCloseable {
  /** Its tasks can be interrupted; then they kill a JVM at most. */
  private static final Duration END_LIMIT = Duration.ofSeconds(10);

  /** A piece of it. */
  @FunctionalInterface
  interface Step {
    void run() throws IOException, InterruptedException;
  }

  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().name("loose-threads-preparing").daemon().factory());
  private final Scratch scratch;
  private final Proving proving;
  private final Optional<QuickStart> quickStart;
  private boolean begun;
  private boolean trained;

  Preparation(Scratch scratch, Proving proving, Optional<QuickStart> quickStart) {
    this.scratch = scratch;
    this.proving = proving;
    this.quickStart = quickStart;
  }

  /** A JVM stands by from now on. */
  synchronized void begin(Step warming) {
    begun = true;
    execute(proving::standBy);
    execute(warming);
  }

  /** Not before the first check is over: it would have to share the processors. */
  synchronized void afterCheck() {
    if (begun) {
      execute(proving::standBy);
      // What javac has left behind: by itself the collector would let that pile up to the most
      // that a heap may have.
      execute(System::gc);
      if (!trained && quickStart.isPresent()) {
        trained = true;
        execute(() -> Training.run(quickStart.get(), scratch));
      }
    }
  }

  private void execute(Step step) {
    thread.execute(
        () -> {
          try {
            step.run();
          } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
          } catch (IOException e) {
            // a check that meets the same will say so; without it all goes on, but slower
          }
        });
  }

  @Override
  public void close() {
    thread.shutdownNow();
    try {
      var _ = thread.awaitTermination(END_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
