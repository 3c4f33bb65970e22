// SPDX-License-Identifier: Apache-2.0
package loosethreads.proof;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** A way to see every thread of this JVM, platform and virtual, the JVM's own left out. */
interface Sight extends AutoCloseable {
  /**
   * What one look saw. One look is not atomic: a thread may start another behind its back and end
   * before its eyes. So it counts the threads that there ever were, before it and after it.
   *
   * @param ids the threads that are alive, or about to be
   */
  record Look(Set<Long> ids, long countBefore, long countAfter) {
    /** Whether no thread was made or started between this look's begin and the other's end. */
    boolean isQuietUntil(Look later) {
      return countBefore == later.countAfter;
    }
  }

  /** The best sight that this JVM allows. */
  static Sight open() {
    return LedgerSight.isPossible() ? new LedgerSight() : new JvmSight();
  }

  Look look();

  /** Name, state, stack and origin of those threads that are still alive, idle ones too. */
  List<LiveThread> describe(Predicate<Long> ids);

  /** From now on: who starts threads, and which of them vanish. */
  Mark mark();

  /**
   * Threads that were started since the mark, are in no look, and never ended.
   *
   * @return a line of evidence for each
   */
  List<String> vanishedSince(Mark mark);

  /** A moment that only the sight that made it can read. */
  interface Mark {}

  @Override
  void close();
}
