// SPDX-License-Identifier: Apache-2.0
package loosethreads.check;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import loosethreads.proof.LiveThread;
import loosethreads.proof.Outcome;
import loosethreads.proof.ProofFailure;

/** What a throwable that came out of a proof or a scenario stands for. */
record Finding(Outcome outcome, String message) {
  private static final int MOST_CAUSES = 5;

  static Finding of(Throwable thrown) {
    return switch (thrown) {
      case ProofFailure failure -> new Finding(failure.outcome(), failure.getMessage());
      case AssertionError error -> new Finding(Outcome.FAIL, String.valueOf(error.getMessage()));
      // JUnit's own limit for a test: the proof's deadlines did not reach what hangs. Its cause has
      // the stack of the thread that ran the proof.
      case TimeoutException limit ->
          new Finding(Outcome.HUNG, withLine(limit.getMessage(), chain(limit).getLast()));
      default -> {
        List<Throwable> chain = chain(thrown);
        String message =
            chain.stream().map(Finding::said).collect(Collectors.joining(", caused by "));
        yield new Finding(Outcome.FAIL, withLine(message, chain.getLast()));
      }
    };
  }

  private static List<Throwable> chain(Throwable thrown) {
    return Stream.iterate(thrown, t -> t != null, Throwable::getCause).limit(MOST_CAUSES).toList();
  }

  /** A program's own exception may throw instead of saying what it is. */
  private static String said(Throwable thrown) {
    try {
      return thrown.toString();
    } catch (RuntimeException | StackOverflowError mute) {
      return thrown.getClass().getName();
    }
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
