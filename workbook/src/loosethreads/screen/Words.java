// SPDX-License-Identifier: Apache-2.0
package loosethreads.screen;

import loosethreads.check.Verdict;
import loosethreads.session.Standing;

/** Results in words, for people. */
public final class Words {
  private Words() {}

  /** How a program stands. */
  public static String of(Standing standing) {
    if (standing.verdict().isEmpty()) {
      return "not checked yet";
    }
    Verdict verdict = standing.verdict().get();
    if (standing.programChanged()) {
      return verdict == Verdict.PASS
          ? "changed since it passed"
          : "changed since it got " + verdict;
    }
    return standing.proofsChanged() ? verdict + " by older proofs, check it again" : "" + verdict;
  }
}
