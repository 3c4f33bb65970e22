// SPDX-License-Identifier: Apache-2.0
package loosethreads.lifeline;

import java.util.List;
import java.util.Optional;

/**
 * One thread, from its start to its end.
 *
 * @param id its {@link Thread#threadId()}
 * @param names its name from the start on, and each new name that was seen; at least one
 * @param creator the id of the thread that started it; 0 for the JVM
 * @param startedAt the innermost line of the program that started it; empty if there is none
 * @param guessed whether that line is a guess: its creator started so many threads in so short a
 *     time that only the line of an earlier one is known
 * @param begin when it was started
 * @param end when it ended, or was last seen
 * @param activities what it did, without gaps from begin to end; as often as somebody looked
 * @param stack where it was when it was last seen, innermost first; empty if it has ended
 */
public record Lifeline(
    long id,
    List<Naming> names,
    Kind kind,
    long creator,
    Optional<StackTraceElement> startedAt,
    boolean guessed,
    long begin,
    long end,
    Fate fate,
    List<Span> activities,
    List<StackTraceElement> stack) {
  /** What holds the JVM (a platform thread), and what does not. */
  public enum Kind {
    PLATFORM,
    DAEMON,
    VIRTUAL
  }

  /** How a lifeline ends. */
  public enum Fate {
    /** The thread ended. */
    ENDED,
    /** It was alive when the recording ended. */
    ALIVE,
    /** It was garbage collected and had not ended: its {@code finally} blocks never ran. */
    VANISHED
  }

  /** A name, and since when. An empty name is one. */
  public record Naming(long at, String name) {}

  /** What a thread did for a while; the end is the next one's beginning. */
  public record Span(Activity activity, long from, long to) {}

  /** What a thread does. */
  public enum Activity {
    RUNNING,
    /** In the kernel for a socket or a file, as far as the JVM tells. */
    IO,
    /** For a lock that another thread holds. */
    BLOCKED,
    /** For another thread: a queue, a latch, a future, a join. */
    WAITING,
    SLEEPING
  }

  public Lifeline {
    names = List.copyOf(names);
    activities = List.copyOf(activities);
    stack = List.copyOf(stack);
  }

  /** Its last name; {@code #id} if that is empty. */
  public String name() {
    String last = names.getLast().name();
    return last.isEmpty() ? "#" + id : last;
  }
}
