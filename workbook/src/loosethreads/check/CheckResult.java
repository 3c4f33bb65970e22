// SPDX-License-Identifier: Apache-2.0
package loosethreads.check;

import java.util.List;
import loosethreads.proof.Outcome;

/**
 * What a check found.
 *
 * @param lesson its number
 * @param program the file that was checked, as the user named it
 * @param proofs in the order in which they ran; empty if the program does not compile
 * @param message why there is nothing to run; empty if there is
 */
public record CheckResult(
    int lesson, String program, Verdict verdict, List<ProofResult> proofs, String message) {
  public CheckResult {
    proofs = List.copyOf(proofs);
  }

  static CheckResult of(int lesson, String program, List<ProofResult> proofs) {
    Verdict verdict =
        proofs.stream()
            .map(ProofResult::outcome)
            .filter(o -> o != Outcome.PASS)
            .findFirst()
            .map(Verdict::of)
            .orElse(Verdict.PASS);
    return new CheckResult(lesson, program, verdict, proofs, "");
  }

  static CheckResult doesNotCompile(int lesson, String program, String message) {
    return new CheckResult(lesson, program, Verdict.DOES_NOT_COMPILE, List.of(), message);
  }
}
