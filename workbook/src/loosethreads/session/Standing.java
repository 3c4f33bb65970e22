// SPDX-License-Identifier: Apache-2.0
package loosethreads.session;

import java.util.Optional;
import loosethreads.check.Verdict;

/**
 * How a learner's program stands, without a new check.
 *
 * @param verdict of the last check; empty if there was none
 * @param programChanged whether the program has changed since
 * @param proofsChanged whether the workbook has other proofs since
 */
public record Standing(Optional<Verdict> verdict, boolean programChanged, boolean proofsChanged) {
  /** Whether the verdict is of just this program, by just these proofs. */
  public boolean isKnown() {
    return verdict.isPresent() && !programChanged && !proofsChanged;
  }

  /** Whether just this program has passed just these proofs. */
  public boolean passes() {
    return isKnown() && verdict.equals(Optional.of(Verdict.PASS));
  }
}
