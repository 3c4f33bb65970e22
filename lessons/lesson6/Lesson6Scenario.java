// SPDX-License-Identifier: Apache-2.0
import java.net.URI;
import java.util.regex.Pattern;
import loosethreads.proof.Http;
import loosethreads.proof.Program;
import loosethreads.proof.ProofFailure;
import loosethreads.proof.Scenario;
import loosethreads.proof.Stage;
import loosethreads.proof.Within;

/** Ten requests, and then Ctrl-C, when three of the ten reports are collected. */
public class Lesson6Scenario implements Scenario {
  private static final Pattern COLLECTED = Pattern.compile("(?m)^collected \\S");

  @Override
  public void play(Stage stage) throws Exception {
    try (var program = stage.start("Lesson6", "0")) {
      URI app = program.address("app");
      ping(stage, app, 3);
      Within.await(Within.seconds(1), () -> collected(program.stdout()) >= 3);
      ping(stage, app, 7);
      stage.say("SIGTERM");
      program.terminate();
      Program.Exit exit = program.awaitExit(Within.seconds(2));
      stage.say("exit status " + exit.status());
      long collected = collected(exit.stdout());
      if (collected < 10) {
        throw ProofFailure.lost("10 accepted, %d collected".formatted(collected));
      }
    }
  }

  private static void ping(Stage stage, URI app, int times) throws Exception {
    String reply = "";
    for (int i = 0; i < times; i++) {
      reply = Http.get(app, "/ping").body();
    }
    stage.say("GET /ping, %d times: %s".formatted(times, reply));
  }

  private static long collected(String stdout) {
    return COLLECTED.matcher(stdout).results().count();
  }
}
