// SPDX-License-Identifier: Apache-2.0
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import loosethreads.proof.Call;
import loosethreads.proof.Http;
import loosethreads.proof.ProofFailure;
import loosethreads.proof.Scenario;
import loosethreads.proof.Stage;
import loosethreads.proof.ThreadWatch;
import loosethreads.proof.Within;

/** Calls the service's methods as any other code would that has to rely on them. */
public class Lesson2Scenario implements Scenario {
  @Override
  public void play(Stage stage) throws Exception {
    try (var watch = ThreadWatch.start();
        ServerSocket taken = Http.takePort()) {
      ProofFailure silent = callOnTakenPort(stage, taken.getLocalPort());
      ProofFailure early = callOnFreePort(stage, watch);
      if (early != null) {
        throw early;
      }
      if (silent != null) {
        throw silent;
      }
    }
  }

  private static ProofFailure callOnTakenPort(Stage stage, int port) throws Exception {
    stage.say("port %d is taken; caller-1 calls serveApp(%d, …)".formatted(port, port));
    try (var call = Call.start("caller-1", () -> Lesson2.serveApp(port, uri -> {}))) {
      Throwable failure = call.await(Within.seconds(1)).failure();
      stage.say("caller-1: " + (failure == null ? "it returned" : "it threw " + failure));
      return failure == null
          ? ProofFailure.silent("serveApp returned to caller-1, and threw nothing")
          : null;
    }
  }

  private static ProofFailure callOnFreePort(Stage stage, ThreadWatch watch) throws Exception {
    stage.say("caller-2 calls serveApp(0, …)");
    var told = new CompletableFuture<URI>();
    try (var call = Call.start("caller-2", () -> Lesson2.serveApp(0, told::complete))) {
      if (!Within.await(Within.seconds(1), told::isDone)) {
        Throwable failure = call.isOver() ? call.await(Within.seconds(1)).failure() : null;
        throw ProofFailure.hung(
            "serveApp told no address" + (failure == null ? "" : "; it threw " + failure),
            call.seen());
      }
      URI address = told.get();
      stage.say("GET /ping: " + Http.get(address, "/ping").body());
      if (Within.await(Duration.ofMillis(100), call::isOver)) {
        stage.say("caller-2: it returned");
        stage.say("GET /ping: " + Http.get(address, "/ping").body());
        return ProofFailure.early(
            "serveApp is over for caller-2, and %s still answers".formatted(address),
            watch.started());
      }
      stage.say("caller-2 is still in its call; now it is interrupted");
      call.interrupt();
      Call.End<Void> end = call.await(Within.seconds(1));
      stage.say(
          "caller-2: " + (end.failure() == null ? "it returned" : "it threw " + end.failure()));
      watch.assertNoneLeft(Within.seconds(1));
      stage.say("no thread is left");
      return null;
    }
  }
}
