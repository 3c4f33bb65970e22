// SPDX-License-Identifier: Apache-2.0
package loosethreads.proof;

import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import loosethreads.proof.agent.Ledger;

/**
 * Watches for threads of this JVM that were started after a moment and are still alive; platform
 * and virtual alike. Nothing else may start threads meanwhile: tests run one after the other.
 */
public final class ThreadWatch implements AutoCloseable {
  /** Looks in a row that must be quiet and empty: one look is not atomic. */
  private static final int LOOKS = 2;

  private final Sight sight;
  private final Set<Long> before;
  private final Sight.Mark mark;

  private ThreadWatch(Sight sight) {
    this.sight = sight;
    Canary.mustBeSeenBy(sight);
    before = sight.look().ids();
    mark = sight.mark();
  }

  /**
   * Begins to watch.
   *
   * @throws IllegalStateException if virtual threads can't be seen in this JVM
   */
  public static ThreadWatch start() {
    return new ThreadWatch(Sight.open());
  }

  /** The threads that were started since and are alive now. */
  public List<LiveThread> started() {
    return sight.describe(since(sight.look()));
  }

  /**
   * Waits until no thread is left that was started since, and the common pool is at rest.
   *
   * @return how long that took; under 1 ms if none was left at once
   * @throws ProofFailure LEAKED, with each thread, if some are left after the limit; LOST if some
   *     have vanished without ending
   */
  public Duration assertNoneLeft(Duration within) throws InterruptedException {
    Duration taken = assertNoneLeft(within, thread -> true);
    if (!Within.quiet(within.minus(taken), () -> ForkJoinPool.commonPool().isQuiescent())) {
      throw ProofFailure.leaked("the common pool still has tasks to run", started());
    }
    List<LiveThread> vanished = sight.vanishedSince(mark);
    if (!vanished.isEmpty()) {
      throw new ProofFailure(
          Outcome.LOST,
          "%s vanished without ending: garbage collected while blocked, with what it had to do"
              .formatted(Words.threads(vanished.size())),
          vanished);
    }
    return taken;
  }

  /**
   * Waits until no thread is left that was started since and for which {@code counts} holds.
   *
   * @return how long that took
   * @throws ProofFailure LEAKED, with each thread, if some are left after the limit
   */
  public Duration assertNoneLeft(Duration within, Predicate<LiveThread> counts)
      throws InterruptedException {
    long begin = System.nanoTime();
    int clean = 0;
    for (long pause = 50_000; ; pause = Math.min(pause * 2, 10_000_000)) {
      Sight.Look look = sight.look();
      Set<Long> ids = since(look);
      List<LiveThread> left =
          ids.isEmpty() ? List.of() : sight.describe(ids).stream().filter(counts).toList();
      clean = look.quiet() && left.isEmpty() ? clean + 1 : 0;
      Duration taken = Duration.ofNanos(System.nanoTime() - begin);
      if (clean == LOOKS) {
        return taken;
      }
      if (taken.compareTo(within) > 0 && !left.isEmpty()) {
        throw ProofFailure.leaked(
            "%s still alive after %s".formatted(Words.threads(left.size()), Words.of(within)),
            left);
      }
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      if (clean == 0) {
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
    sight.close();
  }

  /** Those of the threads that are alive, as they are now. */
  static List<LiveThread> seen(Collection<Thread> threads) {
    return threads.stream().filter(Thread::isAlive).map(Ledger::describe).toList();
  }
}
