// SPDX-License-Identifier: Apache-2.0
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import loosethreads.proof.Figures;
import loosethreads.proof.Http;
import loosethreads.proof.Program;
import loosethreads.proof.ProofFailure;
import loosethreads.proof.Readings;
import loosethreads.proof.Within;

/** What is said of ports that are taken, and of a start that does not wait. */
class Lesson1Figures implements Figures {
  @Override
  public void ofBroken(Readings readings) throws Exception {
    startsLater(readings);
    try (ServerSocket taken = Http.takePort();
        var program = Program.start("Lesson1", port(taken), port(taken))) {
      long begin = System.nanoTime();
      if (Within.await(Duration.ofSeconds(2), () -> !program.isAlive())
          || !(program.stdout() + program.stderr()).isEmpty()) {
        throw ProofFailure.fail("with both ports taken it ends, or prints");
      }
      readings.secondsSince(begin, "still-running");
    }
  }

  @SuppressWarnings("FutureReturnValueIgnored") // the broken program returns none
  private static void startsLater(Readings readings) throws Exception {
    int port;
    try (ServerSocket free = Http.takePort()) {
      port = free.getLocalPort();
    }
    long begin = System.nanoTime();
    Lesson1.startApp(port);
    readings.millisSince(begin, "start-app-returned");
    if (!Within.await(Within.seconds(1), () -> answers(port))) {
      throw ProofFailure.fail("the app does not listen");
    }
    readings.millisSince(begin, "app-listened");
  }

  private static boolean answers(int port) {
    try (var _ = new Socket("localhost", port)) {
      return true;
    } catch (IOException refused) {
      return false;
    }
  }

  @Override
  public void ofFixed(Readings readings) throws Exception {
    try (ServerSocket taken = Http.takePort()) {
      long begin = System.nanoTime();
      try (var program = Program.start("Lesson1", "0", port(taken))) {
        if (program.awaitExit(Within.seconds(5)).status() != 1) {
          throw ProofFailure.fail("its status is not 1");
        }
        readings.secondsSince(begin, "told-after");
      }
    }
  }

  private static String port(ServerSocket taken) {
    return Integer.toString(taken.getLocalPort());
  }
}
