// SPDX-License-Identifier: Apache-2.0
package loosethreads.check;

import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import loosethreads.proof.LiveThread;
import loosethreads.proof.Outcome;
import loosethreads.proof.ProofFailure;

/** What a throwable that came out of a proof or a scenario stands for. */
record Finding(Outcome outcome, String message) {
  static Finding of(Throwable thrown) {
    return switch (thrown) {
      case ProofFailure failure -> new Finding(failure.outcome(), failure.getMessage());
      case AssertionError error -> new Finding(Outcome.FAIL, String.valueOf(error.getMessage()));
      // JUnit's own time limit for a test: the proof's deadlines did not reach what hangs.
      case TimeoutException limit -> new Finding(Outcome.HUNG, withLine(limit.getMessage(), limit));
      default -> new Finding(Outcome.FAIL, withLine(thrown.toString(), thrown));
    };
  }

  private static String withLine(String message, Throwable thrown) {
    return message + line(thrown).map(f -> ", at " + LiveThread.at(f)).orElse("");
  }

  /** The innermost frame in the unnamed package: the program's or the proof's. */
  private static Optional<StackTraceElement> line(Throwable thrown) {
    return Arrays.stream(thrown.getStackTrace())
        .filter(f -> !f.getClassName().contains("."))
        .findFirst();
  }
}
