// SPDX-License-Identifier: Apache-2.0
import java.net.URI;
import java.util.regex.Pattern;
import loosethreads.proof.Figures;
import loosethreads.proof.Http;
import loosethreads.proof.Program;
import loosethreads.proof.Readings;
import loosethreads.proof.Within;

/** What is said of an end that no hook sees. */
class Lesson6Figures implements Figures {
  private static final Pattern COLLECTED = Pattern.compile("(?m)^collected \\S");
  private static final int ACCEPTED = 7;

  @Override
  public void ofFixed(Readings readings) throws Exception {
    var program = Program.start("Lesson6", "0");
    try (program) {
      URI app = program.address("app");
      for (int i = 0; i < ACCEPTED; i++) {
        Http.get(app, "/ping");
      }
      Within.await(Within.seconds(2), () -> collected(program) >= ACCEPTED / 2);
    } // which kills it
    readings.number(ACCEPTED, "accepted");
    readings.number(collected(program), "collected");
  }

  private static long collected(Program program) {
    return COLLECTED.matcher(program.stdout()).results().count();
  }
}
