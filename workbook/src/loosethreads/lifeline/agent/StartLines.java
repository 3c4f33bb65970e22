// SPDX-License-Identifier: Apache-2.0
package loosethreads.lifeline.agent;

import java.lang.StackWalker.StackFrame;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import loosethreads.proof.LiveThread;

/**
 * Which line of the program starts a thread; each line is told to the tape once, with a number.
 *
 * <p>Only a walk of the stack tells, which takes longer than the start of a virtual thread. So a
 * starter that has started {@link #EXACT} threads and goes on without a pause is spared most walks:
 * they take a twentieth of its time at most. In between its line is guessed to be the last one.
 */
public final class StartLines {
  /** In a number: the line is guessed. */
  private static final int GUESSED = 1;

  private static final int EXACT = 100;
  private static final int SHARE = 20;

  /** How many starters are known at once; a power of 2. */
  private static final int STARTERS = 64;

  private static final StackWalker STACK = StackWalker.getInstance();

  private final Tape tape;
  private final Map<StackTraceElement, Integer> numbers = new HashMap<>();
  private final Starter[] starters = new Starter[STARTERS];

  StartLines(Tape tape) {
    this.tape = tape;
  }

  /** The number of a line, 0 for none. */
  public static long number(int line) {
    return line >>> 1;
  }

  public static boolean isGuessed(int line) {
    return (line & GUESSED) != 0;
  }

  /** A thread that starts others; used by none but itself. */
  private static final class Starter {
    final long id;
    int walks;
    long nextWalk;
    int line;

    Starter(long id) {
      this.id = id;
    }
  }

  /**
   * The line at which the calling thread starts another one.
   *
   * @param starter the id of the calling thread
   */
  int current(long starter, long now) {
    int place = (int) starter & (STARTERS - 1);
    Starter own = starters[place];
    if (own == null || own.id != starter) {
      own = new Starter(starter);
      starters[place] = own;
    }
    if (own.walks >= EXACT && now < own.nextWalk) {
      return own.line | GUESSED;
    }
    own.line = STACK.walk(StartLines::innermost).map(this::number).orElse(0) << 1;
    own.walks++;
    long then = tape.now();
    own.nextWalk = then + SHARE * (then - now);
    return own.line;
  }

  private static Optional<StackTraceElement> innermost(Stream<StackFrame> frames) {
    return frames
        .filter(f -> isOfTheProgram(f.getClassName()))
        .findFirst()
        .map(StackFrame::toStackTraceElement);
  }

  private static boolean isOfTheProgram(String type) {
    return LiveThread.isOfTheProgram(type) && !type.startsWith("loosethreads.lifeline.agent.");
  }

  private synchronized int number(StackTraceElement frame) {
    return numbers.computeIfAbsent(frame, this::tell);
  }

  private int tell(StackTraceElement frame) {
    int number = numbers.size() + 1;
    tape.add(Tape.LINE, number, out -> Tape.place(out, List.of(frame)));
    return number;
  }
}
