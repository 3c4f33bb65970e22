// SPDX-License-Identifier: Apache-2.0
package loosethreads.lifeline.agent;

import java.util.Arrays;
import java.util.List;
import loosethreads.lifeline.Lifeline.Activity;

/** What is on the tape of a thread under way, so that only what is new is told. */
final class Watched {
  /** Deeper frames say nothing of where a thread waits. */
  private static final int FRAMES = 40;

  private Activity activity = Activity.RUNNING;
  private int stackHash;

  /** The number of the look that saw it last. */
  int look;

  /** The state in which it was last seen. */
  Thread.State state = Thread.State.NEW;

  /**
   * When its stack was last looked at, as of {@link System#nanoTime()}; 0 for not in this state.
   */
  long placedAt;

  void tellActivity(Tape tape, Thread thread, Activity now) {
    if (now != activity) {
      activity = now;
      tape.add(Tape.DOING, thread.threadId(), out -> Tape.text(out, now.name()));
    }
  }

  void tellPlace(Tape tape, Thread thread, StackTraceElement[] stack) {
    placedAt = System.nanoTime();
    int hash = Arrays.hashCode(stack);
    if (hash != stackHash) {
      stackHash = hash;
      List<StackTraceElement> frames = List.of(stack).subList(0, Math.min(stack.length, FRAMES));
      tape.add(Tape.AT, thread.threadId(), out -> Tape.place(out, frames));
    }
  }
}
