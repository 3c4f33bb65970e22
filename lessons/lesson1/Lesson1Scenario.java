// SPDX-License-Identifier: Apache-2.0
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import loosethreads.proof.Http;
import loosethreads.proof.Outcome;
import loosethreads.proof.Program;
import loosethreads.proof.ProofFailure;
import loosethreads.proof.Scenario;
import loosethreads.proof.Stage;
import loosethreads.proof.Within;

/** Starts the program while somebody else has the port of its debug service. */
public class Lesson1Scenario implements Scenario {
  @Override
  public void play(Stage stage) throws Exception {
    try (ServerSocket taken = Http.takePort()) {
      int port = taken.getLocalPort();
      stage.say("port %d is taken; java Lesson1.java 0 %d".formatted(port, port));
      try (var program = stage.start("Lesson1", "0", Integer.toString(port))) {
        if (Within.await(Duration.ofSeconds(2), () -> !program.isAlive())) {
          mustHaveFailed(stage, program.awaitExit(Duration.ZERO));
        } else {
          stillRuns(stage, program);
        }
      }
    }
  }

  private static void mustHaveFailed(Stage stage, Program.Exit exit) {
    stage.say("the program ended with status " + exit.status());
    if (exit.status() == 0 || !exit.stderr().contains("debug")) {
      throw ProofFailure.silent("the debug service could not start, and nobody was told");
    }
  }

  private static void stillRuns(Stage stage, Program program) throws InterruptedException {
    boolean told = !program.stderr().isBlank();
    URI app = program.address("app");
    stage.say("2 s later: GET /ping: " + ping(app));
    stage.say("stderr: " + (told ? "see above" : "empty"));
    throw new ProofFailure(
        told ? Outcome.HUNG : Outcome.SILENT,
        "half of the program is dead, %sand the rest runs on"
            .formatted(told ? "" : "nobody was told, "),
        program.threads().stream().filter(t -> !t.virtual() && !t.daemon()).toList());
  }

  private static String ping(URI app) {
    try {
      return Http.get(app, "/ping", Duration.ofSeconds(1)).body();
    } catch (IOException e) {
      return e.toString();
    }
  }
}
