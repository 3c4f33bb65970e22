// SPDX-License-Identifier: Apache-2.0
package loosethreads.proof.agent;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import loosethreads.proof.LiveThread;

/**
 * Every thread that was started in this JVM and has not ended, with who started it and where.
 *
 * <p>It holds the threads strongly. So none can vanish: a blocked virtual thread whose executor was
 * abandoned is not garbage collected, it stays here to be found.
 *
 * <p>Its state is static because {@code Thread.start} calls it, which has no instance to ask.
 */
public final class Ledger {
  /** The stack of the starting thread, kept as the JVM took it until somebody reads it. */
  private record Start(Thread thread, String startedBy, Throwable at) {}

  private static final ConcurrentHashMap<Long, Start> STARTS = new ConcurrentHashMap<>();
  private static final AtomicLong COUNT = new AtomicLong();
  private static final AtomicLong PRUNE_AT = new AtomicLong(1024);
  private static volatile boolean open;

  /**
   * Platform threads alive at once, beyond which the JVM is ended: each takes about 65 kB from the
   * whole machine, and the heap limit does not count them.
   */
  private static final long PLATFORM_LIMIT = 20_000;

  private Ledger() {}

  static void open(Thread main) {
    STARTS.put(main.threadId(), new Start(main, "the JVM", null));
    open = true;
  }

  /** Whether an {@link Agent} feeds this ledger. */
  public static boolean isOpen() {
    return open;
  }

  /** Called first thing in {@code Thread.start}; must not throw, whatever state the JVM is in. */
  public static void starting(Thread thread) {
    try {
      Thread starter = Thread.currentThread();
      STARTS.put(thread.threadId(), new Start(thread, starter.getName(), new Throwable()));
      // After the put: whoever sees the starter ended then sees the count changed, or the entry.
      long count = COUNT.incrementAndGet();
      if (count >= PRUNE_AT.get()) {
        prune();
        mustNotBeTooMany();
        PRUNE_AT.set(count + Math.clamp(STARTS.size(), 1024, 8192));
      }
    } catch (Throwable outOfMemory) {
      // A thread that can't be recorded is caught by the canary of whoever looks.
    }
  }

  /** How many threads were started. Equal before and after a look: the look missed none. */
  public static long count() {
    return COUNT.get();
  }

  /** The threads that are alive now, the JVM's own included. */
  public static List<Thread> alive() {
    prune();
    List<Thread> alive = new ArrayList<>();
    STARTS.forEach((id, start) -> alive.add(start.thread));
    return alive;
  }

  /**
   * What is known of those of the threads that are still alive. They were alive together when the
   * list was complete: to list them takes a while, and some may end before others start.
   */
  public static List<LiveThread> describe(List<Thread> listed) {
    return listed.stream()
        .map(Ledger::describe)
        .filter(t -> t.state() != Thread.State.TERMINATED)
        .toList();
  }

  private static LiveThread describe(Thread thread) {
    Start start = STARTS.get(thread.threadId());
    if (start == null) {
      return LiveThread.of(thread, "", List.of());
    }
    List<StackTraceElement> at = start.at == null ? List.of() : List.of(start.at.getStackTrace());
    return LiveThread.of(thread, start.startedBy, at);
  }

  /** Halts, for a program that starts threads without end may catch whatever is thrown. */
  private static void mustNotBeTooMany() throws IOException {
    long platform = STARTS.values().stream().filter(s -> !s.thread.isVirtual()).count();
    if (platform > PLATFORM_LIMIT) {
      var stderr = new FileOutputStream(FileDescriptor.err);
      stderr.write(
          "The program has more than %,d platform threads alive, and was ended.%n"
              .formatted(PLATFORM_LIMIT)
              .getBytes(StandardCharsets.UTF_8));
      Runtime.getRuntime().halt(1);
    }
  }

  private static void prune() {
    // NEW: between the call in start() and the start itself. It is not alive, but about to be.
    STARTS.values().removeIf(s -> s.thread.getState() == Thread.State.TERMINATED);
  }
}
