// SPDX-License-Identifier: Apache-2.0
package loosethreads.check;

import loosethreads.proof.Outcome;

/**
 * What one proof found.
 *
 * @param message what failed, with the evidence; empty for PASS
 * @param millis how long it took, in milliseconds
 */
public record ProofResult(String name, Outcome outcome, String message, long millis) {}
