// SPDX-License-Identifier: Apache-2.0
package loosethreads.lifeline.agent;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import loosethreads.proof.ThreadContainers;
import loosethreads.proof.agent.SystemThreads;

/**
 * Looks at the threads every few milliseconds, and tells the tape what has changed. It takes about
 * a twentieth of one core: the more threads, the seldomer it looks, down to ten times a second.
 * Ends the JVM if the process that started it is gone.
 */
final class Sampler implements Runnable {
  private static final long PAUSE_NANOS = 2_000_000;
  private static final long LONGEST_PAUSE_NANOS = 100_000_000;
  private static final int SHARE = 20;

  /** How often it looks whether who started this JVM is still there; in looks. */
  private static final int OWNER_LOOKS = 20;

  /** The exit status of a JVM whose owner is gone; as after SIGKILL. */
  private static final int ORPHANED = 137;

  /** Stacks taken in one look; each stops its thread for some microseconds. */
  private static final int STACKS = 200;

  /** A thread that waits may run and wait elsewhere between two looks. */
  private static final long MAX_AGE_NANOS = 200_000_000;

  private final Tape tape;
  private final Map<Long, Watched> watched = new HashMap<>();

  /** Else it can't be said of any that it is gone. */
  private final boolean seesAll = ThreadContainers.haveAll();

  private int looks;
  private long lookedAt;
  private long startedBefore;
  private int stacksLeft;
  private long oldest;

  Sampler(Tape tape) {
    this.tape = tape;
  }

  void start() {
    lookThoroughly(); // the first look takes long, for its classes are loaded
    SystemThreads.of("loose-threads-sampler", this).start();
    Runtime.getRuntime()
        .addShutdownHook(SystemThreads.of("loose-threads-shutdown", this::lookAtTheEnd));
  }

  @Override
  public void run() {
    var owner = ProcessHandle.current().parent();
    long usual = LONGEST_PAUSE_NANOS; // a busy machine makes many a look longer, but not dearer
    while (true) {
      long begin = System.nanoTime();
      look(STACKS, MAX_AGE_NANOS, lookedAt);
      if (looks % OWNER_LOOKS == 0 && !owner.map(ProcessHandle::isAlive).orElse(true)) {
        Runtime.getRuntime().halt(ORPHANED);
      }
      long cost = System.nanoTime() - begin;
      usual = Math.min(cost, usual + usual / 4 + 1);
      LockSupport.parkNanos(Math.clamp(SHARE * usual, PAUSE_NANOS, LONGEST_PAUSE_NANOS));
    }
  }

  private void lookAtTheEnd() {
    tape.add(Tape.SHUTDOWN, 0, Tape.Words.NONE);
    lookThoroughly();
  }

  /** For a JVM that is about to end: where each thread is now. */
  void lookThoroughly() {
    look(10 * STACKS, 0, tape.now());
  }

  /**
   * @param before leaves out who was started later: a thread that lives shorter than from one look
   *     to the next is not worth a look, and of these there may be very many
   */
  private synchronized void look(int stacks, long maxAge, long before) {
    stacksLeft = stacks;
    oldest = System.nanoTime() - maxAge;
    startedBefore = before;
    looks++;
    lookedAt = tape.now();
    try {
      ThreadContainers.threads().forEach(this::look);
      if (seesAll) {
        tape.register
            .alive(before)
            .filter(id -> !isSeen(watched.get(id)))
            .forEach(id -> tape.register.missing(id, lookedAt));
      }
      watched.values().removeIf(seen -> !isSeen(seen));
    } catch (Throwable outOfMemory) {
      // the program's, not ours; the next look may see more
    }
    tape.seenNow();
  }

  private boolean isSeen(Watched seen) {
    return seen != null && seen.look == looks;
  }

  private void look(Thread thread) {
    long id = thread.threadId();
    if (!tape.register.isUnderWay(id, startedBefore)) {
      return;
    }
    Watched seen = watched.computeIfAbsent(id, _ -> new Watched());
    seen.look = looks;
    tape.register.found(id);
    if (thread == Thread.currentThread()) {
      return; // it looks, and at nothing that it did before
    }
    Thread.State state = thread.getState();
    switch (state) {
      case NEW -> {}
      case TERMINATED -> Recorder.ending(thread); // if nobody else has told of it
      case RUNNABLE, BLOCKED, WAITING, TIMED_WAITING -> {
        look(thread, state, seen);
        tape.tellName(thread, tape.now());
      }
    }
  }

  private void look(Thread thread, Thread.State state, Watched seen) {
    boolean isNew = seen.state != state;
    // A runnable platform thread may be in the kernel, which only its stack can tell.
    boolean mayChange = state == Thread.State.RUNNABLE && !thread.isVirtual();
    if (!isNew && !mayChange && seen.placedAt - oldest > 0) {
      return;
    }
    seen.state = state;
    if (stacksLeft > 0) {
      stacksLeft--;
      StackTraceElement[] stack = thread.getStackTrace();
      seen.tellActivity(tape, thread, Stacks.activity(state, stack));
      seen.tellPlace(tape, thread, stack);
    } else if (isNew) {
      seen.tellActivity(tape, thread, Stacks.activity(state, new StackTraceElement[0]));
      seen.placedAt = oldest;
    }
  }
}
