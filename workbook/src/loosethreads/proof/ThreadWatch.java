// SPDX-License-Identifier: Apache-2.0
package loosethreads.proof;

import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import loosethreads.proof.agent.Ledger;

/**
 * Watches for threads of this JVM that were started after a moment and are still alive; platform
 * and virtual alike. Nothing else may start threads meanwhile: tests run one after the other.
 */
public final class ThreadWatch implements AutoCloseable {
  /** What looks that never are quiet get on top of the limit: threads are started all the time. */
  private static final Duration UNREST = Duration.ofSeconds(1);

  private final Sight sight;
  private final Runnable end;
  private final Set<Long> before;
  private final CommonPool commonPool = CommonPool.now();
  private final Sight.Mark mark;

  private ThreadWatch(Sight sight, Runnable end) {
    this.sight = sight;
    this.end = end;
    try {
      before = Canary.idsSeenBy(sight);
      mark = sight.mark();
    } catch (RuntimeException | Error e) {
      end.run();
      throw e;
    }
  }

  /**
   * Begins to watch.
   *
   * @throws IllegalStateException if virtual threads can't be seen in this JVM
   */
  public static ThreadWatch start() {
    Sight sight = Sight.open();
    return new ThreadWatch(sight, sight::close);
  }

  /** As {@link #start()}, by a sight that the caller closes. */
  static ThreadWatch by(Sight sight) {
    return new ThreadWatch(sight, () -> {});
  }

  /** The threads that were started since and are alive now. */
  public List<LiveThread> started() {
    return sight.describe(id -> !before.contains(id)).stream()
        .filter(LiveThread::isUnfinished)
        .toList();
  }

  /**
   * Waits until no thread is left that was started since, and the common pool is at rest.
   *
   * @return how long after the call the last of them was still seen; zero if none was
   * @throws ProofFailure LEAKED, with each thread, if some are left after the limit; LOST if some
   *     have vanished without ending
   */
  public Duration assertNoneLeft(Duration within) throws InterruptedException {
    Duration lastSeen = assertNoneLeft(within, thread -> true);
    if (!Within.quiet(within.minus(lastSeen), commonPool::isAtRest)) {
      throw ProofFailure.leaked(
          "the common pool still has tasks to run after " + Words.of(within), started());
    }
    List<String> vanished = sight.vanishedSince(mark);
    if (!vanished.isEmpty()) {
      throw ProofFailure.lost(
          Words.threads(vanished.size())
              + " vanished without ending: garbage collected while blocked, with what it had to do"
              + vanished.stream().map(line -> "\n  " + line).collect(Collectors.joining()));
    }
    return lastSeen;
  }

  /**
   * Waits until no thread is left that was started since and for which {@code counts} holds.
   *
   * @return how long after the call the last of them was still seen; zero if none was
   * @throws ProofFailure LEAKED, with each thread, if some are left after the limit, or if threads
   *     are started without a pause
   */
  public Duration assertNoneLeft(Duration within, Predicate<LiveThread> counts)
      throws InterruptedException {
    long begin = System.nanoTime();
    Duration lastSeen = Duration.ZERO;
    Sight.Look clean = null;
    for (long pause = 50_000; ; pause = Math.min(pause * 2, 20_000_000)) {
      Sight.Look look = sight.look();
      Set<Long> ids = since(look);
      List<LiveThread> seen = ids.isEmpty() ? List.of() : sight.describe(ids::contains);
      List<LiveThread> left =
          seen.stream().filter(LiveThread::isUnfinished).filter(counts).toList();
      Duration taken = Duration.ofNanos(System.nanoTime() - begin);
      // One that ended between look and description may have started another: look again.
      boolean isEmpty = left.isEmpty() && seen.size() == ids.size();
      // Two looks: whatever the first missed had been started by then, so the second has it.
      if (clean != null && isEmpty && clean.isQuietUntil(look)) {
        return lastSeen;
      }
      clean = isEmpty && look.isQuietUntil(look) ? look : null;
      if (!left.isEmpty()) {
        lastSeen = taken;
      }
      if (taken.compareTo(within) > 0 && !left.isEmpty()) {
        throw ProofFailure.leaked(
            "%s still alive after %s".formatted(Words.threads(left.size()), Words.of(within)),
            left);
      }
      if (taken.compareTo(within.plus(UNREST)) > 0 && clean == null) {
        throw ProofFailure.leaked(
            "threads are still being started, one after the other, after " + Words.of(taken),
            started());
      }
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      if (clean == null) {
        LockSupport.parkNanos(pause);
      }
    }
  }

  private Set<Long> since(Sight.Look look) {
    Set<Long> ids = new HashSet<>(look.ids());
    ids.removeAll(before);
    return ids;
  }

  @Override
  public void close() {
    end.run();
  }

  /** Those of the threads that are alive, as they are now. */
  static List<LiveThread> seen(Collection<Thread> threads) {
    return Ledger.describe(List.copyOf(threads));
  }
}
