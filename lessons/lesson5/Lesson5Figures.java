// SPDX-License-Identifier: Apache-2.0
import java.net.URI;
import loosethreads.proof.Figures;
import loosethreads.proof.Http;
import loosethreads.proof.Program;
import loosethreads.proof.Readings;
import loosethreads.proof.Within;

/** What is said of a program that ends with threads that are stuck. */
class Lesson5Figures implements Figures {
  private static final int REQUESTS = 100;

  @Override
  public void ofBroken(Readings readings) throws Exception {
    try (var program = Program.start("Lesson5", "0", "0")) {
      URI app = program.address("app");
      for (int i = 0; i < REQUESTS; i++) {
        Http.get(app, "/search?q=java");
      }
      Within.await(Within.seconds(1), () -> stuck(program) == REQUESTS);
      readings.number(stuck(program), "stuck");
      long begin = System.nanoTime();
      program.terminate();
      program.awaitExit(Within.seconds(5));
      readings.secondsSince(begin, "gone-after");
    }
  }

  private static long stuck(Program program) {
    return program.threads().stream().filter(t -> t.line().isPresent()).count();
  }
}
