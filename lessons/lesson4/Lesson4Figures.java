// SPDX-License-Identifier: Apache-2.0
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import loosethreads.proof.Figures;
import loosethreads.proof.Http;
import loosethreads.proof.Program;
import loosethreads.proof.ProofFailure;
import loosethreads.proof.Readings;
import loosethreads.proof.SlowReply;
import loosethreads.proof.Within;

/** What is said of requests that are in flight when the program is to stop. */
class Lesson4Figures implements Figures {
  private static final Duration SHORT = Duration.ofMillis(1500);
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  @Override
  public void ofBroken(Readings readings) throws Exception {
    try (var program = Program.start("Lesson4", "0", "0");
        var slow = SlowReply.request(program.address("app"), SHORT, PATIENCE)) {
      long begin = System.nanoTime();
      program.terminate();
      program.awaitExit(PATIENCE);
      readings.secondsSince(begin, "cut-off-after");
      if (isWhole(slow)) {
        throw ProofFailure.fail("the client of the broken program got its whole answer");
      }
    }
  }

  @Override
  public void ofFixed(Readings readings) throws Exception {
    try (var program = Program.start("Lesson4", "0", "0");
        var slow = SlowReply.request(program.address("app"), SHORT, PATIENCE)) {
      long begin = System.nanoTime();
      program.terminate();
      int status = program.awaitExit(PATIENCE).status();
      readings.secondsSince(begin, "finished-after");
      readings.number(status, "status-of-sigterm");
      slow.mustEnd("it was told to stop");
    }
    try (var program = Program.start("Lesson4", "0", "0", "1000");
        var _ = SlowReply.request(program.address("app"), LONG, PATIENCE)) {
      var debug = program.address("debug");
      Within.await(PATIENCE, () -> !answers(debug));
      long begin = System.nanoTime();
      program.awaitExit(PATIENCE);
      readings.secondsSince(begin, "given-up-after");
    }
  }

  private static boolean isWhole(SlowReply reply) {
    try {
      reply.mustEnd("");
      return true;
    } catch (ProofFailure lost) {
      return false;
    }
  }

  private static boolean answers(URI service) {
    try {
      Http.get(service, "/debug/threads", Duration.ofSeconds(1));
      return true;
    } catch (IOException stopped) {
      return false;
    }
  }
}
