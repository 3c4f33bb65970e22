// SPDX-License-Identifier: Apache-2.0
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import loosethreads.proof.Figures;
import loosethreads.proof.Http;
import loosethreads.proof.Program;
import loosethreads.proof.ProofFailure;
import loosethreads.proof.Readings;
import loosethreads.proof.Within;

/** What is said of the program's end: when the app can't start, and after {@code /quit}. */
class Lesson3Figures implements Figures {
  @Override
  public void ofBroken(Readings readings) throws Exception {
    try (ServerSocket taken = Http.takePort();
        var program = Program.start("Lesson3", port(taken), "0")) {
      long begin = System.nanoTime();
      if (Within.await(Duration.ofSeconds(2), () -> !program.isAlive())) {
        throw ProofFailure.fail("with the app's port taken it ends");
      }
      readings.secondsSince(begin, "still-running");
    }
  }

  @Override
  public void ofFixed(Readings readings) throws Exception {
    try (ServerSocket taken = Http.takePort()) {
      long begin = System.nanoTime();
      try (var program = Program.start("Lesson3", port(taken), "0")) {
        readings.number(program.awaitExit(Within.seconds(5)).status(), "status-of-failure");
        readings.secondsSince(begin, "failed-after");
      }
    }
    try (var program = Program.start("Lesson3", "0", "0")) {
      URI app = program.address("app");
      Http.get(app, "/quit");
      long begin = System.nanoTime();
      if (program.awaitExit(Within.seconds(5)).status() != 0) {
        throw ProofFailure.fail("after /quit its status is not 0");
      }
      readings.secondsSince(begin, "ended-after");
    }
  }

  private static String port(ServerSocket taken) {
    return Integer.toString(taken.getLocalPort());
  }
}
