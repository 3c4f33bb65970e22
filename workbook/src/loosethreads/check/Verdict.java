// SPDX-License-Identifier: Apache-2.0
package loosethreads.check;

import loosethreads.proof.Outcome;

/** The outcome of a whole check: PASS, or the first outcome that is not. */
public enum Verdict {
  PASS,
  FAIL,
  HUNG,
  LEAKED,
  LOST,
  SILENT,
  EARLY,
  /** There is nothing to run: the program is no Java, or lacks what the contract names. */
  DOES_NOT_COMPILE;

  static Verdict of(Outcome outcome) {
    return valueOf(outcome.name());
  }
}
