// SPDX-License-Identifier: Apache-2.0
package loosethreads.proof;

/** What a proof found. The names are used as they stand in output, in JSON and in the chapters. */
public enum Outcome {
  /** The contract holds. */
  PASS,
  /** An assertion failed that has no name of its own. */
  FAIL,
  /** What should have ended did not, in time. */
  HUNG,
  /** A thread outlived its owner. */
  LEAKED,
  /** Accepted work was not done. */
  LOST,
  /** Something failed and nobody was told. */
  SILENT,
  /** A call returned before the work that it stands for was over. */
  EARLY
}
