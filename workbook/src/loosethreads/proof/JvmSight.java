// SPDX-License-Identifier: Apache-2.0
package loosethreads.proof;

import java.lang.ref.WeakReference;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Sees by the JVM's own means, in a JVM that was started without the agent. */
final class JvmSight implements Sight {
  /** The group below which all threads are. */
  private static final ThreadGroup ROOT =
      Stream.iterate(
              Thread.currentThread().getThreadGroup(), g -> g != null, ThreadGroup::getParent)
          .reduce((inner, outer) -> outer)
          .orElseThrow();

  /** In which a relay of threads, each of which starts the next, makes several. */
  private static final long CALM_NANOS = 100_000;

  /**
   * @param at when
   * @param nextId the id that the next thread would have got
   * @param collectable an object that nothing refers to. A collection that takes away an executor
   *     which was made later, with its blocked threads, takes this away too.
   */
  private record Moment(Instant at, long nextId, WeakReference<Object> collectable)
      implements Mark {
    boolean nothingWasCollectedSince() {
      return !collectable.refersTo(null);
    }
  }

  private final FlightRecord record = new FlightRecord();
  private final Origins origins = new Origins();
  private final VirtualThreads virtualThreads = VirtualThreads.open();
  private long fences;

  @Override
  public Look look() {
    long before = threadsMade();
    Set<Long> ids = new HashSet<>();
    platformThreads().map(Thread::threadId).forEach(ids::add);
    if (isCalm()) {
      ids.addAll(virtualThreads.ids());
    }
    return new Look(ids, before, threadsMade());
  }

  /**
   * Whether no thread is being made just now. In the midst of many a look would not be quiet; and
   * JDK 25.0.3 has crashed in thread dumps that met virtual threads while they were unmounting.
   */
  private boolean isCalm() {
    long before = threadsMade();
    LockSupport.parkNanos(CALM_NANOS);
    return threadsMade() == before;
  }

  /** How many threads were made in this JVM, those left out that were made to count them. */
  private long threadsMade() {
    fences++;
    return Origins.nextId() - fences;
  }

  @Override
  public List<LiveThread> describe(Predicate<Long> ids) {
    Stream<LiveThread> platform =
        platformThreads()
            .filter(t -> ids.test(t.threadId()))
            .map(t -> LiveThread.of(t, "", List.of()))
            .filter(t -> t.state() != Thread.State.TERMINATED);
    List<LiveThread> virtual = isCalm() ? virtualThreads.describe() : origins.latest();
    return Stream.concat(platform, virtual.stream().filter(t -> ids.test(t.id())))
        .map(origins::added)
        .toList();
  }

  private static Stream<Thread> platformThreads() {
    Thread[] threads = new Thread[ROOT.activeCount() + 16];
    int count = ROOT.enumerate(threads);
    while (count == threads.length) { // there may be more
      threads = new Thread[count * 2];
      count = ROOT.enumerate(threads);
    }
    return Stream.of(threads).limit(count).filter(LiveThread::isOfInterest);
  }

  @Override
  public Mark mark() {
    origins.recordFromHere();
    fences++;
    return new Moment(Instant.now(), Origins.nextId(), new WeakReference<>(new Object()));
  }

  @Override
  public List<String> vanishedSince(Mark mark) {
    Moment moment = (Moment) mark;
    if (moment.nothingWasCollectedSince()) {
      return List.of();
    }
    List<FlightRecord.Started> unended = record.unendedSince(moment.at(), moment.nextId());
    Set<Long> alive =
        virtualThreads.describe().stream().map(LiveThread::id).collect(Collectors.toSet());
    return unended.stream()
        .filter(started -> !alive.contains(started.id()))
        .map(started -> started.name() + origins.line(started.id()))
        .toList();
  }

  @Override
  public void close() {
    origins.close();
    record.close();
  }
}
