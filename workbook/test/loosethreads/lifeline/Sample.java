// SPDX-License-Identifier: Apache-2.0
package loosethreads.lifeline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import loosethreads.lifeline.Lifeline.Activity;
import loosethreads.lifeline.Lifeline.Fate;
import loosethreads.lifeline.Lifeline.Kind;
import loosethreads.lifeline.Lifeline.Naming;
import loosethreads.lifeline.Lifeline.Span;

/** Recordings made by hand. Times are in milliseconds. */
public final class Sample {
  static final List<StackTraceElement> IN_PUT =
      List.of(
          frame("jdk.internal.misc.Unsafe", "park", -2),
          frame("java.util.concurrent.locks.LockSupport", "park", 1),
          frame("java.util.concurrent.SynchronousQueue", "xfer", 2),
          frame("java.util.concurrent.SynchronousQueue", "put", 3),
          frame("Lesson5", "lambda$ask$0", 23),
          frame("java.lang.VirtualThread", "run", 4));

  static final List<Activity> ACTIVITIES = List.of(Activity.values());

  private Sample() {}

  static StackTraceElement frame(String type, String method, int line) {
    return new StackTraceElement(
        type, method, type.substring(type.lastIndexOf('.') + 1) + ".java", line);
  }

  /** A platform thread that main, whose id is 1, started in line 12 and that ran all its life. */
  static Lifeline thread(long id, String name, long begin, long end, Fate fate) {
    return thread(id, name, Kind.PLATFORM, 1, begin, end, fate, Activity.RUNNING);
  }

  /** A thread that did one thing after the other, each for as long. */
  static Lifeline thread(
      long id,
      String name,
      Kind kind,
      long creator,
      long begin,
      long end,
      Fate fate,
      Activity... activities) {
    List<Span> spans = new ArrayList<>();
    for (int i = 0; i < activities.length; i++) {
      long length = nanos(end - begin) / activities.length;
      long from = nanos(begin) + i * length;
      spans.add(new Span(activities[i], from, from + length));
    }
    return new Lifeline(
        id,
        List.of(new Naming(nanos(begin), name)),
        kind,
        creator,
        creator == 0 ? Optional.empty() : Optional.of(frame("Lesson5", "ask", 12)),
        false,
        nanos(begin),
        nanos(end),
        fate,
        spans,
        fate == Fate.ENDED ? List.of() : IN_PUT);
  }

  /** The same, but nobody looked at which line it was started. */
  static Lifeline guessed(Lifeline t) {
    return new Lifeline(
        t.id(),
        t.names(),
        t.kind(),
        t.creator(),
        t.startedAt(),
        true,
        t.begin(),
        t.end(),
        t.fate(),
        t.activities(),
        t.stack());
  }

  static Lifeline main(long end) {
    return thread(1, "main", Kind.PLATFORM, 0, 0, end, Fate.ENDED, Activity.RUNNING);
  }

  static Recording recording(long length, List<Lifeline> threads, Mark... marks) {
    return new Recording(
        "Lesson5.java",
        Instant.parse("2026-01-02T03:04:05Z"),
        "25.0.3+9-LTS",
        nanos(length),
        threads,
        List.of(marks),
        true);
  }

  static Recording recording(long length, Lifeline... threads) {
    return recording(length, List.of(threads));
  }

  static Mark mark(long at, Mark.Kind kind, String text) {
    return new Mark(nanos(at), kind, text);
  }

  /** Main and 10 000 others: of four kinds that are alike, and a few that are not. */
  public static Recording crowd() {
    Random random = new Random(1);
    List<String> names = List.of("pool-1-thread-", "http ", "worker-", "");
    List<Lifeline> threads = new ArrayList<>(List.of(main(9_000)));
    for (int i = 2; i <= 10_001; i++) {
      String name = i % 1_000 == 0 ? "odd " + (char) ('a' + i / 1_000) : names.get(i % 4) + i;
      long begin = random.nextInt(8_000);
      Activity[] activities = new Activity[30];
      for (int a = 0; a < activities.length; a++) {
        activities[a] = ACTIVITIES.get(random.nextInt(ACTIVITIES.size()));
      }
      Fate fate = i % 50 == 1 ? Fate.ALIVE : Fate.ENDED;
      threads.add(thread(i, name, Kind.VIRTUAL, 1, begin, begin + 900, fate, activities));
    }
    return recording(9_000, threads, mark(8_950, Mark.Kind.FOUND, "LEAKED: 200 threads"));
  }

  private static long nanos(long millis) {
    return millis * 1_000_000;
  }
}
