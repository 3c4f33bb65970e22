// SPDX-License-Identifier: Apache-2.0
package loosethreads.watch;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Looks at a file whenever something happens in its folder, and every so often in any case: events
 * get lost, and some file systems have none. It compares the text itself, so that no coarse clock
 * hides a save, and none that changes nothing is told.
 */
public final class FileWatch implements AutoCloseable {
  private static final Duration PAUSE = Duration.ofMillis(250);
  private static final Duration END_LIMIT = Duration.ofSeconds(5);

  private final Path file;
  private final String shown;
  private final Consumer<Sighting> tell;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Optional<WatchService> events;
  private final Thread thread;
  private Optional<WatchKey> folder = Optional.empty();
  private Optional<Sighting> last = Optional.empty();

  /**
   * Starts to watch.
   *
   * @param shown how messages name the file
   * @param tell is told what is there now, and each change; on a thread of the watch
   */
  public FileWatch(Path file, String shown, Consumer<Sighting> tell) {
    this.file = file;
    this.shown = shown;
    this.tell = tell;
    events = events(file);
    thread = Thread.ofPlatform().name("loose-threads-watch").daemon().start(this::watch);
  }

  private static Optional<WatchService> events(Path file) {
    try {
      return Optional.of(file.getFileSystem().newWatchService());
    } catch (IOException | UnsupportedOperationException noneHere) {
      return Optional.empty(); // the system has a limit for them
    }
  }

  private void watch() {
    try {
      do {
        register();
        look();
      } while (!awaitEvent());
    } catch (ClosedWatchServiceException over) {
      // in the middle of whatever it was
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Again, if the folder was removed and is back. */
  private void register() {
    if (events.isPresent() && !folder.map(WatchKey::isValid).orElse(false)) {
      try {
        folder =
            Optional.of(
                file.getParent()
                    .register(
                        events.get(),
                        StandardWatchEventKinds.ENTRY_CREATE,
                        StandardWatchEventKinds.ENTRY_MODIFY,
                        StandardWatchEventKinds.ENTRY_DELETE));
      } catch (IOException noFolder) {
        folder = Optional.empty();
      }
    }
  }

  private void look() {
    Sighting now = Sighting.of(file, shown);
    if (!last.equals(Optional.of(now))) {
      last = Optional.of(now);
      tell.accept(now);
    }
  }

  /** Until something happens, or the pause is over; returns whether the watch is. */
  private boolean awaitEvent() throws InterruptedException {
    if (events.isEmpty()) {
      return closed.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    }
    WatchKey key = events.get().poll(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    if (key != null) {
      key.pollEvents(); // whatever it was: it will be looked at
      key.reset();
    }
    return closed.getCount() == 0;
  }

  /** After this nothing more is told. */
  @Override
  public void close() {
    closed.countDown();
    try {
      if (events.isPresent()) {
        events.get().close();
      }
      thread.join(END_LIMIT);
    } catch (IOException neverMind) {
      // then the thread sees the latch
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
