// SPDX-License-Identifier: Apache-2.0
package loosethreads.proof;

import java.util.List;
import java.util.stream.Collectors;

/** A proof that did not hold: its named outcome, what failed, and the threads at fault. */
public final class ProofFailure extends AssertionError {
  private static final long serialVersionUID = 1L;

  private final Outcome outcome;
  private final transient List<LiveThread> threads;

  /**
   * @param outcome any but {@link Outcome#PASS}
   * @param what what failed, in one sentence
   * @param threads the threads at fault; may be empty
   */
  public ProofFailure(Outcome outcome, String what, List<LiveThread> threads) {
    super(withEvidence(what, threads));
    if (outcome == Outcome.PASS) {
      throw new IllegalArgumentException("a failure can't have the outcome PASS");
    }
    this.outcome = outcome;
    this.threads = List.copyOf(threads);
  }

  public static ProofFailure fail(String what) {
    return new ProofFailure(Outcome.FAIL, what, List.of());
  }

  public static ProofFailure hung(String what, List<LiveThread> threads) {
    return new ProofFailure(Outcome.HUNG, what, threads);
  }

  public static ProofFailure leaked(String what, List<LiveThread> threads) {
    return new ProofFailure(Outcome.LEAKED, what, threads);
  }

  public static ProofFailure lost(String what) {
    return new ProofFailure(Outcome.LOST, what, List.of());
  }

  public static ProofFailure silent(String what) {
    return new ProofFailure(Outcome.SILENT, what, List.of());
  }

  public static ProofFailure early(String what, List<LiveThread> threads) {
    return new ProofFailure(Outcome.EARLY, what, threads);
  }

  /** Adds what the failure was found in, so that {@code getCause} leads on. */
  public ProofFailure because(Throwable cause) {
    initCause(cause);
    return this;
  }

  public Outcome outcome() {
    return outcome;
  }

  public List<LiveThread> threads() {
    return threads;
  }

  private static String withEvidence(String what, List<LiveThread> threads) {
    if (threads.isEmpty()) {
      return what;
    }
    return LiveThread.grouped(threads).stream().collect(Collectors.joining("\n", what + "\n", ""));
  }
}
