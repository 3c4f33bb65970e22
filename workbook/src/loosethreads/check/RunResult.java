// SPDX-License-Identifier: Apache-2.0
package loosethreads.check;

import java.util.Optional;
import loosethreads.lifeline.Recording;

/**
 * What a run of a lesson's scenario found.
 *
 * @param message what went wrong, with the evidence; empty for PASS
 * @param recording what the threads did; empty if none was started
 */
public record RunResult(
    int lesson, String program, Verdict verdict, String message, Optional<Recording> recording) {
  static RunResult doesNotCompile(int lesson, String program, String message) {
    return new RunResult(lesson, program, Verdict.DOES_NOT_COMPILE, message, Optional.empty());
  }

  static RunResult of(int lesson, String program, ProofResult result, Tapes tapes) {
    Verdict verdict = Verdict.of(result.outcome());
    String message = result.message();
    String found =
        message.lines().findFirst().map(line -> verdict + ": " + line).orElse("" + verdict);
    return new RunResult(lesson, program, verdict, message, tapes.recording(program, found));
  }
}
