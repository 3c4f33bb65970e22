// SPDX-License-Identifier: Apache-2.0
package loosethreads.screen;

import java.io.IOException;
import java.time.Duration;
import java.util.function.Consumer;
import org.jline.terminal.Size;

/** Reads keys from the terminal, and sees when its size changes, on a thread of its own. */
final class Keyboard implements AutoCloseable {
  /** How long it waits for a key before it looks at the size, in milliseconds. */
  private static final long PAUSE = 100;

  /** What belongs to a key comes within this time, in milliseconds. */
  private static final long TOGETHER = 50;

  /** A terminal that is gone says so at once, again and again. */
  private static final int GONE = 50;

  private static final Duration AT_ONCE = Duration.ofMillis(10);
  private static final Duration END_LIMIT = Duration.ofSeconds(5);
  private static final int ESC = 27;

  private final FullScreen screen;
  private final Consumer<Event> tell;
  private final Thread thread;
  private volatile boolean over;

  Keyboard(FullScreen screen, Consumer<Event> tell) {
    this.screen = screen;
    this.tell = tell;
    thread = Thread.ofPlatform().name("loose-threads-keys").daemon().start(this::listen);
  }

  private void listen() {
    try {
      int inVain = 0;
      Size size = screen.size();
      while (!over && inVain < GONE) {
        long begin = System.nanoTime();
        int c = screen.read(PAUSE);
        if (c >= 0) {
          pressed(c);
        }
        boolean atOnce = System.nanoTime() - begin < AT_ONCE.toNanos();
        inVain = c == -1 && atOnce ? inVain + 1 : 0;
        Size now = screen.size();
        if (!now.equals(size)) {
          size = now;
          tell.accept(new Event.Resized());
        }
      }
    } catch (IOException | IllegalStateException gone) {
      // as when it says so
    } finally {
      if (!over) {
        tell.accept(new Event.Gone());
      }
    }
  }

  private void pressed(int c) throws IOException {
    if (c != ESC) {
      tell(c == '\r' || c == '\n' ? Key.ENTER : Character.toString(c));
      return;
    }
    int next = screen.read(TOGETHER);
    if (next == '[' || next == 'O') {
      tell(sequence());
      return;
    }
    tell(Key.ESCAPE);
    if (next >= 0) {
      pressed(next);
    }
  }

  private void tell(String key) {
    tell.accept(new Event.Pressed(new Key(key)));
  }

  /** The key that sends what follows an escape and a bracket; empty if it does nothing here. */
  private String sequence() throws IOException {
    StringBuilder sequence = new StringBuilder();
    int c;
    do {
      c = screen.read(TOGETHER);
      sequence.append((char) Math.max(0, c));
    } while (c >= ' ' && c < '@');
    return switch (sequence.toString()) {
      case "A" -> Key.UP;
      case "B" -> Key.DOWN;
      case "5~" -> Key.PAGE_UP;
      case "6~" -> Key.PAGE_DOWN;
      case "H", "1~", "7~" -> Key.HOME;
      case "F", "4~", "8~" -> Key.END;
      default -> "";
    };
  }

  /** After this it reads nothing more. */
  @Override
  public void close() {
    over = true;
    try {
      thread.join(END_LIMIT);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
