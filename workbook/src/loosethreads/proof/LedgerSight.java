// SPDX-License-Identifier: Apache-2.0
package loosethreads.proof;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import loosethreads.proof.agent.Ledger;

/** Sees through the agent's ledger, which is complete and holds each thread: none can vanish. */
final class LedgerSight implements Sight {
  static boolean isPossible() {
    return Ledger.isOpen();
  }

  @Override
  public Look look() {
    long before = Ledger.count();
    Set<Long> ids =
        Ledger.alive().stream()
            .filter(LiveThread::isOfInterest)
            .map(Thread::threadId)
            .collect(Collectors.toSet());
    return new Look(ids, before, Ledger.count());
  }

  @Override
  public List<LiveThread> describe(Predicate<Long> ids) {
    return Ledger.describe(
        Ledger.alive().stream()
            .filter(LiveThread::isOfInterest)
            .filter(t -> ids.test(t.threadId()))
            .toList());
  }

  @Override
  public Mark mark() {
    return new Mark() {};
  }

  @Override
  public List<String> vanishedSince(Mark mark) {
    return List.of();
  }

  @Override
  public void close() {
    // nothing is held
  }
}
