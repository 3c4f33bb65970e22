// SPDX-License-Identifier: Apache-2.0
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import loosethreads.proof.Http;
import loosethreads.proof.LiveThread;
import loosethreads.proof.ProofFailure;
import loosethreads.proof.Scenario;
import loosethreads.proof.SlowReply;
import loosethreads.proof.Stage;
import loosethreads.proof.Within;

/** One of the two services fails while the other one answers a request. */
public class Lesson4Scenario implements Scenario {
  @Override
  public void play(Stage stage) throws Exception {
    stage.say("java Lesson4.java 0 0 1000: in 1 s the debug service fails");
    try (var program = stage.start("Lesson4", "0", "0", "1000")) {
      URI app = program.address("app");
      URI debug = program.address("debug");
      stage.say("GET /ping: " + Http.get(app, "/ping").body());
      stage.say("GET /slow?ms=1500");
      try (var slow = SlowReply.request(app, Duration.ofMillis(1500), Within.seconds(2))) {
        Within.await(Within.seconds(1), () -> !program.isAlive() || ping(debug) == null);
        stage.say("the debug service has failed");
        slow.mustEnd("debug failed");
        stage.say(
            slow.hasBegun() ? "the client of /slow has its whole reply" : "there is no /slow");
      }
      if (Within.await(Duration.ofSeconds(1), () -> !program.isAlive())) {
        stage.say("the program ended with status " + program.awaitExit(Duration.ZERO).status());
        return;
      }
      String pong = ping(app);
      List<LiveThread> threads = program.threads();
      if (pong == null || threads.stream().anyMatch(t -> t.name().equals("main"))) {
        throw ProofFailure.hung("debug has failed, and the program goes on", threads);
      }
      stage.say("GET /ping: " + pong);
      throw ProofFailure.leaked(
          "debug has failed and main is over, and the app service still runs",
          threads.stream().filter(t -> !t.daemon() && !t.isIdleWorker()).toList());
    }
  }

  /** Null if the service does not answer; the status does not matter. */
  private static String ping(URI service) {
    try {
      return Http.get(service, "/ping", Duration.ofMillis(500)).body();
    } catch (IOException e) {
      return null;
    }
  }
}
