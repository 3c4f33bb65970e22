// SPDX-License-Identifier: Apache-2.0
package loosethreads.proof;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/** A way to see every thread of this JVM, platform and virtual, the JVM's own left out. */
interface Sight extends AutoCloseable {
  /**
   * What one look saw.
   *
   * @param ids the threads that are alive, or about to be
   * @param quiet whether no thread can have been missed: none was started during the look
   */
  record Look(Set<Long> ids, boolean quiet) {}

  /** The best sight that this JVM allows. */
  static Sight open() {
    return LedgerSight.isPossible() ? new LedgerSight() : new DumpSight();
  }

  Look look();

  /** Name, state, stack and origin of those threads that are still alive. */
  List<LiveThread> describe(Collection<Long> ids);

  /** Threads that were started since the mark, are in no look, and never ended. */
  List<LiveThread> vanishedSince(Mark mark);

  /** Now, for {@link #vanishedSince}. */
  Mark mark();

  /** A moment that only the sight that made it can read. */
  interface Mark {}

  @Override
  void close();
}
