// SPDX-License-Identifier: Apache-2.0
package loosethreads.check;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import loosethreads.proof.ChildJvm;
import loosethreads.proof.Outcome;
import loosethreads.proof.QuickStart;
import loosethreads.proof.QuickStart.Purpose;

/** Runs compiled proofs, each lot in a JVM that may have been started before they were compiled. */
final class Proving implements AutoCloseable {
  private final Scratch scratch;
  private final Limits limits;
  private final Optional<QuickStart> quickStart;
  private final AtomicReference<Standby> next = new AtomicReference<>();

  Proving(Scratch scratch, Limits limits, Optional<QuickStart> quickStart) {
    this.scratch = scratch;
    this.limits = limits;
    this.quickStart = quickStart;
  }

  /** Sees to it that a JVM stands by, or begins to start. */
  void standBy() throws IOException {
    Standby waiting = next.get();
    if (waiting == null || !waiting.isUsable()) {
      put(Standby.start(scratch, this::command));
    }
  }

  private void put(Standby standby) {
    Standby other = next.getAndSet(standby);
    if (other != null) {
      other.close();
    }
  }

  private Standby take() throws IOException {
    standBy();
    Standby waiting = next.getAndSet(null);
    return waiting != null ? waiting : Standby.start(scratch, this::command);
  }

  private ChildJvm.Command command(Path classes) {
    return new ChildJvm.Command(
        classes.resolveSibling("run"),
        limits.heap(),
        quickStart.map(q -> List.of(q.handOn())).orElse(List.of()),
        Training.classPathWith(classes),
        ProofsMain.class.getName(),
        List.of(),
        OutputStream.nullOutputStream(),
        OutputStream.nullOutputStream(),
        quickStart.map(q -> q.use(Purpose.OURS)));
  }

  /**
   * Runs proofs. A program that ends the JVM ends only the proof under way: the rest get a new JVM.
   *
   * @param name of their class
   * @param limit of one of them; zero if it has none
   * @param classes the folder with the program and the proofs
   * @param folder for what the JVMs find
   */
  List<ProofResult> run(
      String name, Checker.Extent extent, Duration limit, Path classes, Path folder)
      throws IOException, InterruptedException {
    List<ProofResult> results = new ArrayList<>();
    long deadline = System.nanoTime() + limits.check().toNanos();
    for (int round = 1; ; round++) {
      var job =
          new ProofsJob(
              name,
              folder.resolve("log-" + round),
              extent,
              limit,
              results.stream().map(ProofResult::name).toList());
      Ended ended;
      try (Standby standby = take()) {
        ChildJvm jvm = standby.with(classes);
        jvm.tell(job.written());
        ended = Ended.await(jvm, Duration.ofNanos(deadline - System.nanoTime()), job.log());
      }
      results.addAll(ended.finding().results());
      boolean failed = results.stream().anyMatch(r -> r.outcome() != Outcome.PASS);
      if (ended.finding().complete()
          || ended.inVain()
          || System.nanoTime() - deadline >= 0
          || (failed && extent == Checker.Extent.FIRST_FAILURE)) {
        return results;
      }
    }
  }

  @Override
  public void close() {
    put(null);
  }
}
