// SPDX-License-Identifier: Apache-2.0
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import loosethreads.proof.Http;
import loosethreads.proof.ProofFailure;
import loosethreads.proof.Scenario;
import loosethreads.proof.Stage;
import loosethreads.proof.Within;

/** A client asks the app service to end. */
public class Lesson3Scenario implements Scenario {
  @Override
  public void play(Stage stage) throws Exception {
    stage.say("java Lesson3.java 0 0");
    try (var program = stage.start("Lesson3", "0", "0")) {
      URI app = program.address("app");
      program.address("debug");
      stage.say("GET /ping: " + Http.get(app, "/ping").body());
      stage.say("GET /quit: " + Http.get(app, "/quit").body());
      if (Within.await(Duration.ofSeconds(2), () -> !program.isAlive())) {
        stage.say("the program ended with status " + program.awaitExit(Duration.ZERO).status());
        return;
      }
      stage.say("2 s later: GET /ping: " + ping(app));
      throw ProofFailure.hung(
          "the app service is over, and the program is not",
          program.threads().stream().filter(t -> !t.virtual() && !t.daemon()).toList());
    }
  }

  private static String ping(URI app) {
    try {
      return Http.get(app, "/ping", Duration.ofSeconds(1)).body();
    } catch (IOException e) {
      return e.toString();
    }
  }
}
