// SPDX-License-Identifier: Apache-2.0
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import loosethreads.proof.Call;
import loosethreads.proof.HalfRequest;
import loosethreads.proof.Http;
import loosethreads.proof.LessonProofs;
import loosethreads.proof.LiveThread;
import loosethreads.proof.Outcome;
import loosethreads.proof.Program;
import loosethreads.proof.ProofFailure;
import loosethreads.proof.SlowReply;
import loosethreads.proof.Within;
import org.junit.jupiter.api.Test;

@LessonProofs
class Lesson3Proofs {
  private static final Duration A_MOMENT = Duration.ofMillis(300);

  /** A thread that does not move for so long stays where it is. */
  private static final Duration STILL = Duration.ofMillis(50);

  @Test
  void quit_ends_the_program_after_the_requests_in_flight() throws Exception {
    quitWhileARequestIsBeingSent();
    if (!quitWhileAnsweringSlowly(400)) {
      // The machine is busy, or the program answers one request at a time.
      quitWhileAnsweringSlowly(1500);
    }
  }

  /**
   * A server may drop a request that has not come in whole; but no other thread may end the program
   * over it while {@code main} serves.
   */
  private static void quitWhileARequestIsBeingSent() throws Exception {
    try (var program = Program.start("Lesson3", "0", "0")) {
      URI app = addressOf("app", program);
      URI debug = addressOf("debug", program);
      mustServe(program, app);
      Http.Reply threads = get(program, debug, "/debug/threads");
      assertEquals(200, threads.status(), "status of /debug/threads");
      assertFalse(threads.body().isBlank(), "/debug/threads is blank");
      try (var unfinished = HalfRequest.begin(app, "/ping");
          var quit = Call.of("client of /quit", () -> Http.get(app, "/quit"))) {
        if (Within.await(A_MOMENT, quit::isOver)) {
          Within.await(A_MOMENT, () -> !program.isAlive());
        } // else it answers one request at a time, and the first is unfinished
        boolean answered = unfinished.end().contains("pong");
        mustHaveSaidBye(quit.await(Within.seconds(1)));
        Program.Exit exit = exitOf(program, "/quit has its 'bye'");
        Optional<LiveThread> main = program.mainAtExit().filter(m -> !m.isIn("Runtime", "exit"));
        if (!answered && main.isPresent()) {
          throw new ProofFailure(
              Outcome.LOST,
              "a client was sending its GET /ping when /quit came, and never got an answer: the"
                  + " program was ended while main still served",
              List.of(main.get()));
        }
        mustHaveEndedWell(exit);
      }
    }
  }

  /**
   * Says whether the slow request was still in flight when {@code /quit} was answered; true too if
   * the program has no {@code /slow?ms=N}, which the contract does not ask for.
   */
  private static boolean quitWhileAnsweringSlowly(long millis) throws Exception {
    try (var program = Program.start("Lesson3", "0", "0")) {
      URI app = addressOf("app", program);
      mustServe(program, app);
      try (var slow = SlowReply.request(app, Duration.ofMillis(millis), Within.millis(millis));
          var quit = Call.of("client of /quit", () -> Http.get(app, "/quit"))) {
        slow.mustEnd("/quit came");
        boolean inFlight = !slow.hasBegun() || quit.isOver();
        mustHaveSaidBye(quit.await(Within.seconds(1)));
        mustHaveEndedWell(exitOf(program, "/quit has its 'bye'"));
        return inFlight;
      }
    }
  }

  @Test
  void a_taken_port_ends_the_program_with_an_exception_that_main_got() throws Exception {
    try (ServerSocket taken = Http.takePort();
        var program = Program.start("Lesson3", Integer.toString(taken.getLocalPort()), "0")) {
      Program.Exit exit = exitOf(program, "the app service can't start, its port is taken");
      if (exit.status() == 0) {
        throw ProofFailure.silent(
            "the app service can't start, its port is taken; the exit status of the program is 0"
                + stderrOf(exit));
      }
      if (!namesTheCause(exit.stderr())) {
        throw ProofFailure.silent(
            "the app service can't start, its port is taken; the program ended with status %d, and"
                    .formatted(exit.status())
                + " its stderr does not say why"
                + stderrOf(exit));
      }
      if (!exit.stderr().contains("Lesson3.main(")
          && !exit.stderr().contains("Exception in thread \"main\"")) {
        throw ProofFailure.fail(
            "the app service can't start, its port is taken; no stack trace on stderr leads to"
                + " Lesson3.main, so main did not get the exception"
                + stderrOf(exit));
      }
    }
  }

  @Test
  void main_does_the_work_of_the_app_service() throws Exception {
    try (var program = Program.start("Lesson3", "0", "0")) {
      URI app = addressOf("app", program);
      mustServe(program, app);
      List<LiveThread> threads = atRest(program);
      if (!isAtWork(threads) && !isSeenAtWork(program, app)) {
        throw bystander(threads);
      }
      try (var quit = Call.of("client of /quit", () -> Http.get(app, "/quit"))) {
        mustHaveSaidBye(quit.await(Within.seconds(1)));
      }
      mustHaveEndedWell(exitOf(program, "/quit has its 'bye'"));
    }
  }

  @Test
  void a_debug_service_that_fails_is_reported() throws Exception {
    try (ServerSocket taken = Http.takePort();
        var program = Program.start("Lesson3", "0", Integer.toString(taken.getLocalPort()))) {
      String what = "the debug service can't start, its port is taken";
      if (!Within.await(Within.seconds(2), () -> mentionsDebug(program.stderr()))) {
        throw ProofFailure.silent(what + "; the program's stderr says nothing of it");
      }
      try {
        mustBe("pong", Http.get(program.address("app"), "/ping"), "reply to /ping");
      } catch (IOException | ProofFailure e) {
        if (!Within.await(Within.seconds(1), () -> !program.isAlive())) {
          throw ProofFailure.fail(what + "; the program runs on, but app does not answer: " + e)
              .because(e);
        }
        // To end with a failure is right too.
        if (program.awaitExit(A_MOMENT).status() == 0) {
          throw ProofFailure.silent(what + "; the program ended with status 0");
        }
      }
    }
  }

  /** The service's address; EARLY if the program was over before anybody asked it to end. */
  private static URI addressOf(String service, Program program) throws Exception {
    try {
      return program.address(service);
    } catch (ProofFailure failure) {
      mustNotBeOver(program);
      throw failure;
    }
  }

  private static Http.Reply get(Program program, URI service, String path) throws Exception {
    try {
      return Http.get(service, path);
    } catch (IOException e) {
      if (Within.await(A_MOMENT, () -> !program.isAlive())) {
        mustNotBeOver(program);
      }
      throw ProofFailure.fail("GET %s%s: no answer: %s".formatted(service, path, e)).because(e);
    }
  }

  private static void mustNotBeOver(Program program) throws Exception {
    if (!program.isAlive() && program.awaitExit(A_MOMENT).status() == 0) {
      throw ProofFailure.early(
          "the program ended with status 0 before anybody asked it to, so it serves nobody",
          List.of());
    }
  }

  private static void mustServe(Program program, URI app) throws Exception {
    mustBe("pong", get(program, app, "/ping"), "reply to /ping");
  }

  private static void mustHaveSaidBye(Call.End<Http.Reply> quit) {
    if (quit.failure() != null) {
      throw ProofFailure.lost("the client of /quit got no whole reply: " + quit.failure())
          .because(quit.failure());
    }
    Http.Reply reply = quit.value();
    if (reply.status() == 200 && !reply.body().equals("bye") && "bye".startsWith(reply.body())) {
      throw ProofFailure.lost(
          "the client of /quit got '%s' instead of 'bye'".formatted(reply.body()));
    }
    mustBe("bye", reply, "reply to /quit");
  }

  private static void mustBe(String body, Http.Reply reply, String what) {
    assertEquals(
        new Http.Reply(200, body), new Http.Reply(reply.status(), reply.body().strip()), what);
  }

  private static void mustHaveEndedWell(Program.Exit exit) {
    if (exit.status() != 0) {
      throw ProofFailure.fail(
          "/quit has its 'bye', and the program ended with status %d instead of 0"
                  .formatted(exit.status())
              + stderrOf(exit));
    }
  }

  /** How the program ended; HUNG, with the threads that keep it alive, if it did not. */
  private static Program.Exit exitOf(Program program, String after) throws Exception {
    Duration limit = Within.seconds(1);
    if (!Within.await(limit, () -> !program.isAlive())) {
      List<LiveThread> threads = program.threads();
      throw ProofFailure.hung(
          "%s, and %d ms later the program still runs".formatted(after, limit.toMillis()),
          threads.stream().filter(t -> !t.virtual() && !t.daemon()).toList());
    }
    return program.awaitExit(limit);
  }

  private static String stderrOf(Program.Exit exit) {
    String text = exit.stderr().strip();
    return text.isEmpty() ? "; stderr is empty" : "; its stderr:\n" + text.indent(2);
  }

  private static boolean namesTheCause(String stderr) {
    return stderr.contains("BindException") || stderr.contains("in use");
  }

  private static boolean mentionsDebug(String stderr) {
    return stderr.toLowerCase(Locale.ROOT).contains("debug") || namesTheCause(stderr);
  }

  /**
   * The threads, seen when main had not moved for a moment; or the last look, if it never rests.
   */
  private static List<LiveThread> atRest(Program program) throws Exception {
    for (int look = 1; ; look++) {
      List<LiveThread> threads = program.threads();
      List<StackTraceElement> stack = stackOfMain(threads);
      if (!Within.await(STILL, () -> !stackOfMain(program.threads()).equals(stack)) || look == 20) {
        return threads;
      }
    }
  }

  private static List<StackTraceElement> stackOfMain(List<LiveThread> threads) {
    return threads.stream()
        .filter(Lesson3Proofs::runsMain)
        .findFirst()
        .map(LiveThread::stack)
        .orElse(List.of());
  }

  private static boolean runsMain(LiveThread thread) {
    return thread.isIn("Lesson3", "main");
  }

  /**
   * Whether the thread that runs {@code Lesson3.main} serves: it waits for requests, or is still
   * inside the method that started the threads which do.
   */
  private static boolean isAtWork(List<LiveThread> threads) {
    List<StackTraceElement> main = stackOfMain(threads);
    return main.stream().anyMatch(Lesson3Proofs::takesRequests)
        || threads.stream().anyMatch(t -> isInWhatStarted(t, main));
  }

  /** Whether main is seen at requests that others hand it: first one that lasts, then many. */
  private static boolean isSeenAtWork(Program program, URI app) throws Exception {
    try (var unfinished = HalfRequest.begin(app, "/ping")) {
      boolean seen = Within.await(A_MOMENT, () -> answers(program));
      unfinished.end();
      if (seen) {
        return true;
      }
    }
    try (var _ = Call.start("client of /ping", () -> pingUntilInterrupted(app))) {
      return Within.await(A_MOMENT.multipliedBy(3), () -> answers(program));
    }
  }

  private static void pingUntilInterrupted(URI app) throws IOException {
    while (!Thread.currentThread().isInterrupted()) {
      Http.get(app, "/ping");
    }
  }

  private static boolean answers(Program program) {
    return stackOfMain(program.threads()).stream()
        .anyMatch(f -> f.getClassName().startsWith("sun.net.httpserver."));
  }

  private static boolean takesRequests(StackTraceElement f) {
    String type = f.getClassName();
    return switch (f.getMethodName()) {
      case "accept", "select" -> type.startsWith("java.net.") || type.startsWith("sun.nio.ch.");
      default -> false;
    };
  }

  /** Whether {@code main} is still in a method of the program, not main, that started a thread. */
  private static boolean isInWhatStarted(LiveThread thread, List<StackTraceElement> main) {
    return thread.startedAt().stream()
        .filter(f -> !f.getClassName().contains(".")) // programs are in the unnamed package
        .map(Lesson3Proofs::methodOf)
        .filter(method -> !method.endsWith(".main"))
        .anyMatch(start -> main.stream().map(Lesson3Proofs::methodOf).anyMatch(start::equals));
  }

  /** Class and method; a lambda's body is part of the method that it is written in. */
  private static String methodOf(StackTraceElement f) {
    return f.getClassName() + "." + f.getMethodName().replaceFirst("^lambda\\$(.+)\\$\\d+$", "$1");
  }

  private static ProofFailure bystander(List<LiveThread> threads) {
    List<LiveThread> main = threads.stream().filter(Lesson3Proofs::runsMain).toList();
    if (main.isEmpty()) {
      return ProofFailure.early("app serves, and main has returned", List.of());
    }
    return new ProofFailure(
        Outcome.FAIL, "app serves without main, which waits in no method that serves:", main);
  }
}
