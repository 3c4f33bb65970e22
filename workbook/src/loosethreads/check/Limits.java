// SPDX-License-Identifier: Apache-2.0
package loosethreads.check;

import java.time.Duration;

/**
 * What a program may take. Each step has a limit of its own, so that a slow machine is not called a
 * hung program; the start of a JVM has its own too, {@link loosethreads.proof.ChildJvm}'s.
 *
 * @param compile for javac, when proofs are to follow; in CPU time
 * @param proof for one proof. Its own deadlines are shorter: this one is for what they miss
 * @param check for all proofs of a lesson together, once their JVM runs
 * @param run for a scenario, once its JVM runs, and for javac before it: somebody waits at the
 *     terminal
 * @param heap of the JVM that the proofs or the scenario run in, as {@code -Xmx} takes it
 */
public record Limits(Duration compile, Duration proof, Duration check, Duration run, String heap) {
  /** A run takes less than 10 s, with the starts of the tool and of its child, and a kill. */
  public static final Limits USUAL =
      new Limits(
          Duration.ofSeconds(20),
          Duration.ofSeconds(20),
          Duration.ofSeconds(90),
          Duration.ofSeconds(7),
          "256m");
}
