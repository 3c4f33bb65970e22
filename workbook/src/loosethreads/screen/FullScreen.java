// SPDX-License-Identifier: Apache-2.0
package loosethreads.screen;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.ControlChar;
import org.jline.terminal.Attributes.InputFlag;
import org.jline.terminal.Attributes.LocalFlag;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.OSUtils;
import org.jline.utils.ShutdownHooks;

/**
 * The user's terminal, all of it: nothing scrolls, keys come one by one, and nobody sees a cursor.
 * It is as it was after {@link #close}, and when this process ends in another way than by a kill.
 */
final class FullScreen implements AutoCloseable {
  /** Another screen beside the usual one, cleared; no cursor. */
  private static final String ENTER = "\u001b[?1049h\u001b[H\u001b[2J\u001b[?25l";

  /** Cleared, for terminals that have no other screen. */
  private static final String LEAVE = "\u001b[0m\u001b[H\u001b[2J\u001b[?25h\u001b[?1049l";

  private static final String CLEAR_TO_THE_RIGHT = "\u001b[K";

  /** For a terminal that takes nothing more. In milliseconds. */
  private static final long LOCK_LIMIT = 1000;

  private final PrintStream out;
  private final Terminal terminal;
  private final Attributes usual;
  private final Thread atExit = new Thread(this::leaveForGood, "loose-threads-screen");

  /** Held by whoever writes to the terminal, or changes how it behaves. */
  private final ReentrantLock lock = new ReentrantLock();

  private boolean isLeft = true;
  private boolean isOver;
  private final List<String> shown = new ArrayList<>();

  /**
   * Takes the terminal.
   *
   * @param out that leads to it
   * @throws IOException if it can't be controlled
   */
  FullScreen(PrintStream out) throws IOException {
    this.out = out;
    // JLine's own closes the terminal while we may be about to change it, and then nobody can.
    System.setProperty(ShutdownHooks.PROP_DISABLE_SHUTDOWN_HOOK, "true");
    terminal =
        TerminalBuilder.builder()
            .system(true)
            .ffm(true)
            .jni(false)
            .exec(false)
            .dumb(false)
            .type("xterm") // whatever it is: no process is started to look it up
            .graphemeCluster(false) // nor is the terminal asked what it can do
            .nativeSignals(false) // the JVM's own handlers end it, and run its hooks
            .build();
    usual = terminal.getAttributes();
    Runtime.getRuntime().addShutdownHook(atExit);
    enter();
  }

  private void enter() {
    lock.lock();
    try {
      if (isOver) {
        return;
      }
      isLeft = false;
      Attributes raw = new Attributes(usual); // whatever a guest has left
      raw.setLocalFlags(EnumSet.of(LocalFlag.ICANON, LocalFlag.ECHO, LocalFlag.IEXTEN), false);
      raw.setInputFlags(EnumSet.of(InputFlag.IXON, InputFlag.ICRNL, InputFlag.INLCR), false);
      // A read ends soon, so that none takes what is typed for a guest.
      raw.setControlChar(ControlChar.VMIN, 0);
      raw.setControlChar(ControlChar.VTIME, 1);
      int none = OSUtils.IS_OSX ? 0xff : 0;
      raw.setControlChar(ControlChar.VSUSP, none); // nobody would restore the terminal then
      raw.setControlChar(ControlChar.VQUIT, none); // the JVM would print into it
      terminal.setAttributes(raw);
      shown.clear();
      out.print(ENTER);
      out.flush();
    } finally {
      lock.unlock();
    }
  }

  private void leave() {
    if (!isLeft) {
      isLeft = true;
      out.print(LEAVE);
      out.flush();
      terminal.setAttributes(usual);
    }
  }

  /** While somebody writes that can't go on, the attributes at least are restored. */
  private void leaveForGood() {
    boolean locked = false;
    try {
      locked = lock.tryLock(LOCK_LIMIT, TimeUnit.MILLISECONDS);
      if (locked) {
        isOver = true;
        leave();
      } else {
        terminal.setAttributes(usual);
      }
    } catch (InterruptedException nobodyWaits) {
      Thread.currentThread().interrupt();
    } finally {
      if (locked) {
        lock.unlock();
      }
    }
  }

  Size size() {
    return terminal.getSize();
  }

  /**
   * The next byte from the keyboard.
   *
   * @param millis to wait for it
   * @return negative if none came
   */
  int read(long millis) throws IOException {
    return terminal.reader().read(millis);
  }

  /** Shows the lines, each in its row. */
  void show(List<String> lines) {
    lock.lock();
    try {
      if (isLeft) {
        return;
      }
      StringBuilder text = new StringBuilder();
      int columns = size().getColumns();
      for (int row = 0; row < lines.size(); row++) {
        String line = lines.get(row);
        if (row >= shown.size() || !shown.get(row).equals(line)) {
          text.append("\u001b[%d;1H".formatted(row + 1)).append(line);
          // After the last column that would clear what stands in it.
          text.append(Look.width(line) < columns ? CLEAR_TO_THE_RIGHT : "");
        }
      }
      shown.clear();
      shown.addAll(lines);
      out.print(text);
      out.flush();
    } finally {
      lock.unlock();
    }
  }

  /** Has all be drawn again. */
  void forget() {
    lock.lock();
    try {
      shown.clear();
      if (!isLeft) {
        out.print("\u001b[0m\u001b[2J");
      }
    } finally {
      lock.unlock();
    }
  }

  /** What uses the terminal in its usual way. */
  interface Guest {
    void run() throws IOException, InterruptedException;
  }

  /** Leaves the terminal to somebody, and takes it again. */
  void lend(Guest guest) throws IOException, InterruptedException {
    lock.lock();
    try {
      leave();
    } finally {
      lock.unlock();
    }
    try {
      guest.run();
    } finally {
      enter();
    }
  }

  @Override
  public void close() {
    leaveForGood();
    try {
      terminal.close();
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IOException | IllegalStateException ending) {
      // the process ends, and its hooks do the rest
    }
  }
}
