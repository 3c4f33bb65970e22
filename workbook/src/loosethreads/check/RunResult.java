// SPDX-License-Identifier: Apache-2.0
package loosethreads.check;

/**
 * What a run of a lesson's scenario found.
 *
 * @param message what went wrong, with the evidence; empty for PASS
 */
public record RunResult(int lesson, String program, Verdict verdict, String message) {}
