// SPDX-License-Identifier: Apache-2.0
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import loosethreads.proof.Call;
import loosethreads.proof.Figures;
import loosethreads.proof.HalfRequest;
import loosethreads.proof.Http;
import loosethreads.proof.Program;
import loosethreads.proof.ProofFailure;
import loosethreads.proof.Readings;
import loosethreads.proof.Within;

/** What is said of the program, and of a client that never ends its request. */
class Lesson2Figures implements Figures {
  @Override
  public void ofBroken(Readings readings) throws Exception {
    try (ServerSocket taken = Http.takePort()) {
      String port = Integer.toString(taken.getLocalPort());
      try (var both = Program.start("Lesson2", port, port)) {
        readings.number(both.awaitExit(Within.seconds(5)).status(), "both-taken");
      }
      try (var half = Program.start("Lesson2", "0", port)) {
        long begin = System.nanoTime();
        if (Within.await(Duration.ofSeconds(2), () -> !half.isAlive())) {
          throw ProofFailure.fail("with the debug port taken it ends");
        }
        readings.secondsSince(begin, "still-running");
      }
    }
  }

  @Override
  public void ofFixed(Readings readings) throws Exception {
    var told = new CompletableFuture<URI>();
    try (var call = Call.start("caller", () -> Lesson2.serveApp(0, told::complete));
        var _ = HalfRequest.begin(told.get(5, TimeUnit.SECONDS), "/ping")) {
      long begin = System.nanoTime();
      call.interrupt();
      call.await(Within.seconds(3));
      readings.secondsSince(begin, "held");
    }
  }
}
