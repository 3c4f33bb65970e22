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
 * starter is spared walks if the last {@link #EXACT} found the same line and it goes on without a
 * pause: then they take a twentieth of its time. In between that line is the guess.
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
  public static int number(int line) {
    return line >>> 1;
  }

  public static boolean isGuessed(int line) {
    return (line & GUESSED) != 0;
  }

  /** A thread that starts others; used by none but itself. */
  private static final class Starter {
    final long id;
    int line;

    /** How many walks in a row found this line. */
    int alike;

    long nextWalk;

    Starter(long id) {
      this.id = id;
    }
  }

  /**
   * The line at which the calling thread starts another one.
   *
   * @param id that of the calling thread
   * @param virtual whether it starts a virtual one; the start of another takes longer than a walk
   */
  int current(long id, boolean virtual, long now) {
    int place = (int) id & (STARTERS - 1);
    Starter starter = starters[place];
    if (starter == null || starter.id != id) {
      starter = new Starter(id);
      starters[place] = starter;
    }
    if (virtual && starter.alike >= EXACT && now < starter.nextWalk) {
      return starter.line | GUESSED;
    }
    int line = STACK.walk(StartLines::innermost).map(this::number).orElse(0) << 1;
    starter.alike = line == starter.line ? starter.alike + 1 : 0;
    starter.line = line;
    long then = tape.now();
    starter.nextWalk = then + SHARE * (then - now);
    return line;
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
