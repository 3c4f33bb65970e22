// SPDX-License-Identifier: Apache-2.0
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import loosethreads.proof.Call;
import loosethreads.proof.HalfRequest;
import loosethreads.proof.Http;
import loosethreads.proof.LessonProofs;
import loosethreads.proof.LiveThread;
import loosethreads.proof.Program;
import loosethreads.proof.ProofFailure;
import loosethreads.proof.SlowReply;
import loosethreads.proof.ThreadWatch;
import loosethreads.proof.Within;
import org.junit.jupiter.api.Test;

@LessonProofs
class Lesson4Proofs {
  /** So long a service that was not waited for may take, to tell one that stops from a zombie. */
  private static final Duration A_MOMENT = Duration.ofMillis(300);

  @Test
  void when_one_fails_the_others_stop_and_the_caller_gets_the_failure() throws Exception {
    for (String failing : List.of("debug", "app", "mail")) {
      var failure = new IOException(failing + " is broken");
      try (var together = Together.start("app", "debug", "mail")) {
        together.service(failing).fail(failure);
        Call.End<Void> end = together.mustEnd(failing + " has failed");
        mustThrow(failure, end);
        mustSuppressOnly(List.of(), end.failure());
      }
    }
  }

  @Test
  void when_one_returns_the_others_stop_and_nothing_has_failed() throws Exception {
    try (var together = Together.start("app", "debug", "mail")) {
      together.service("debug").end();
      Call.End<Void> end = together.mustEnd("debug has returned");
      if (end.failure() != null) {
        throw ProofFailure.fail(
                "no service has failed, and runTogether threw %s".formatted(end.failure()))
            .because(end.failure());
      }
      if (end.interrupted()) {
        throw ProofFailure.fail("nobody interrupted the caller, and its interrupt flag is set");
      }
    }
  }

  @Test
  void one_that_fails_at_once_stops_those_that_were_started_after_it() throws Exception {
    for (int round = 1; round <= 20; round++) {
      var failure = new IOException("app can't start");
      try (var together = new Together("app", "debug", "mail", "clock")) {
        together.service("app").fail(failure);
        together.call(false);
        mustThrow(failure, together.mustEnd("app has failed at once"));
      }
    }
  }

  @Test
  void a_service_that_takes_300_ms_to_stop_is_waited_for() throws Exception {
    try (var together = Together.start("app", "debug")) {
      Acting app = together.service("app").thatTakesItsTime();
      together.service("debug").fail(new IOException("debug is broken"));
      together.mustWaitFor(app, Duration.ofMillis(300));
      app.stopNow();
      together.mustEnd("app has stopped");
    }
  }

  @Test
  void each_runs_on_a_thread_of_its_own_that_is_named_after_it() throws Exception {
    try (var together = Together.start("app", "debug", "mail")) {
      for (Acting service : together.services()) {
        if (service.thread.equals(together.call.thread())) {
          throw ProofFailure.fail(service.name + " runs on the thread that called runTogether");
        }
        if (!service.thread.getName().contains(service.name)) {
          throw ProofFailure.fail(
              "the thread of %s is named '%s'".formatted(service.name, service.thread.getName()));
        }
      }
      long threads = together.services().stream().map(s -> s.thread).distinct().count();
      assertEquals(3, threads, "the threads that run 3 services");
      together.service("mail").end();
      together.mustEnd("mail has returned");
    }
  }

  @Test
  void an_unchecked_exception_or_an_error_is_a_failure_too() throws Exception {
    for (Throwable failure :
        List.of(new IllegalStateException("a bug"), new LinkageError("a class is missing"))) {
      try (var together = Together.start("app", "debug")) {
        together.service("debug").fail(failure);
        mustThrow(failure, together.mustEnd("debug has thrown " + failure));
      }
    }
  }

  @Test
  void of_three_failures_the_first_is_thrown_with_the_later_ones_suppressed() throws Exception {
    var first = new IOException("debug is broken");
    var second = new IllegalStateException("app could not stop");
    var third = new LinkageError("mail could not stop");
    try (var together = Together.start("app", "debug", "mail")) {
      together.service("app").stopFailure = second;
      together.service("mail").stopFailure = third;
      together.service("debug").fail(first);
      mustThrow(first, together.mustEnd("debug has failed"));
      mustSuppressOnly(List.of(second, third), first);
    }
  }

  @Test
  void one_exception_that_two_services_throw_is_thrown_once() throws Exception {
    var failure = new IOException("the disk is full");
    try (var together = Together.start("app", "debug")) {
      together.service("app").stopFailure = failure;
      together.service("debug").fail(failure);
      mustThrow(failure, together.mustEnd("debug has failed"));
    }
  }

  @Test
  void further_ends_do_not_disturb_a_service_that_is_stopping() throws Exception {
    try (var together = Together.start("app", "debug", "mail", "clock")) {
      Acting app = together.service("app").thatTakesItsTime();
      together.service("debug").fail(new IOException("debug is broken"));
      together.service("mail").fail(new IOException("mail is broken"));
      together.mustWaitFor(app, Duration.ofMillis(100));
      if (app.wasToldTwice) {
        throw ProofFailure.lost(
            "app was told to stop, and was interrupted once more while it was at it:"
                + " what it still had to finish is not finished");
      }
      app.stopNow();
      together.mustEnd("app has stopped");
    }
  }

  @Test
  void an_interrupted_caller_stops_all_and_leaves_when_they_have_stopped() throws Exception {
    try (var together = Together.start("app", "debug")) {
      Acting app = together.service("app").thatTakesItsTime();
      for (int i = 1; i <= 2; i++) {
        together.call.interrupt();
        together.mustWaitFor(app, Duration.ofMillis(100));
      }
      app.stopNow();
      mustHaveNoticedTheInterrupt(together.mustEnd("the caller was interrupted"));
    }
  }

  @Test
  void a_caller_that_is_interrupted_already_leaves_nothing_running() throws Exception {
    try (var together = new Together("app", "debug")) {
      together.call(true);
      mustHaveNoticedTheInterrupt(together.mustEnd("the caller was interrupted before it called"));
    }
  }

  @Test
  void main_fails_with_its_debug_service_after_the_requests_in_flight() throws Exception {
    for (long millis = 1000; !mainFailsAfter(millis, ChronoUnit.MILLIS); millis *= 3) {
      if (millis > 5000) {
        throw ProofFailure.fail(
            "debug was to fail %d ms after its start, and app has not answered before"
                .formatted(millis));
      }
    }
  }

  /** False if the failure came before the requests that were to be in flight. */
  private static boolean mainFailsAfter(long delay, ChronoUnit unit) throws Exception {
    try (var program = Program.start("Lesson4", "0", "0", Long.toString(delay))) {
      URI debug;
      URI app;
      long failsAt;
      try {
        debug = program.address("debug");
        failsAt = System.nanoTime() + Duration.of(delay, unit).toNanos();
        app = program.address("app");
      } catch (ProofFailure failure) {
        if (program.isAlive()) {
          throw failure;
        }
        return false;
      }
      String saidBefore = program.stderr();
      try (var endless = SlowReply.request(app, Duration.ofSeconds(60), Within.seconds(1))) {
        if ((!endless.hasBegun() && !answers(app, "/ping")) || System.nanoTime() > failsAt) {
          return false;
        }
        // A service that answers one request at a time does not begin this one.
        Duration time = Duration.ofNanos(failsAt - System.nanoTime()).plusMillis(400);
        Duration limit = Within.millis(time.toMillis());
        try (var slow = SlowReply.request(app, time, limit);
            var _ = unfinishedRequest(app)) {
          if (!Within.await(limit, () -> !program.isAlive() || !answers(debug, "/debug/threads"))) {
            // The contract does not name the unit of the delay.
            if (unit == ChronoUnit.MILLIS && mainFailsAfter(3, ChronoUnit.SECONDS)) {
              return true;
            }
            throw ProofFailure.hung(
                "debug was to fail %d ms after its start, and still answers".formatted(delay),
                busy(program));
          }
          slow.mustEnd("debug failed");
          Duration grace = Within.seconds(3).plusNanos(failsAt - System.nanoTime());
          Program.Exit exit = exitOf(program, app, grace, "debug failed");
          if (exit.status() == 0) {
            throw ProofFailure.silent("debug failed, and the exit status of the program is 0");
          }
          mustTellTheCause(exit.stderr().substring(saidBefore.length()).strip());
          return true;
        }
      }
    }
  }

  @Test
  void main_stops_both_services_when_it_is_told_to_end() throws Exception {
    try (var program = Program.start("Lesson4", "0", "0")) {
      URI app = program.address("app");
      assertEquals(new Http.Reply(200, "pong"), Http.get(app, "/ping"), "reply to /ping");
      int status = Http.get(program.address("debug"), "/debug/threads").status();
      assertEquals(200, status, "status of /debug/threads");
      try (var slow = SlowReply.request(app, Duration.ofMillis(800), Within.seconds(1));
          var _ = unfinishedRequest(app)) {
        program.terminate();
        slow.mustEnd("the program was told to end");
        status = exitOf(program, app, Within.seconds(3), "the program was told to end").status();
        if (status != 143 && status != 0) {
          throw ProofFailure.fail("the exit status after SIGTERM is " + status);
        }
      }
    }
  }

  /** A service that takes no more requests, or is busy, is not disturbed. */
  private static AutoCloseable unfinishedRequest(URI app) {
    try {
      return HalfRequest.begin(app, "/ping");
    } catch (IOException e) {
      return () -> {};
    }
  }

  private static boolean answers(URI service, String path) {
    try {
      return Http.get(service, path, Duration.ofMillis(500)).status() == 200;
    } catch (IOException e) {
      return false; // what is being asked
    }
  }

  private static Program.Exit exitOf(Program program, URI app, Duration limit, String after)
      throws Exception {
    if (Within.await(limit, () -> !program.isAlive())) {
      return program.awaitExit(limit);
    }
    throw answers(app, "/ping")
        ? ProofFailure.leaked(
            after + "; the grace period is over, and app still answers", busy(program))
        : ProofFailure.hung(
            after + "; the grace period is over, and the program still runs", busy(program));
  }

  private static List<LiveThread> busy(Program program) {
    return program.threads().stream().filter(Predicate.not(LiveThread::isIdleWorker)).toList();
  }

  private static final Pattern CAUSE =
      Pattern.compile(
          "exception|error|throw|fail|mock|simulat|crash|br[eo]ak|broke|abnormal|outage|fault"
              + "|unexpected|dead|died|abort",
          Pattern.CASE_INSENSITIVE);

  private static void mustTellTheCause(String stderr) {
    if (!CAUSE.matcher(stderr).find()) {
      throw ProofFailure.silent(
          "debug failed, and the program's stderr does not say why: '%s'".formatted(stderr));
    }
  }

  /** A service that runs until it is told to stop, or until the proof ends it. */
  private static final class Acting implements Lesson4.Service {
    private final String name;
    private final CountDownLatch mayEnd = new CountDownLatch(1);
    private final CountDownLatch mayStop = new CountDownLatch(1);
    private volatile Thread thread;
    private volatile boolean takesItsTime;
    private volatile boolean isOver;
    private volatile boolean wasTold;
    private volatile boolean wasToldTwice;
    private volatile Throwable failure;
    private volatile Throwable stopFailure;

    Acting(String name) {
      this.name = name;
    }

    @Override
    public void run() throws Exception {
      thread = Thread.currentThread();
      try {
        mayEnd.await();
        rethrow(failure);
      } catch (InterruptedException e) {
        wasTold = true;
        if (takesItsTime) {
          finish();
        }
        rethrow(stopFailure == null ? e : stopFailure);
      } finally {
        isOver = true;
      }
    }

    private void finish() {
      while (true) {
        try {
          mayStop.await();
          return;
        } catch (InterruptedException e) {
          wasToldTwice = true;
        }
      }
    }

    private static void rethrow(Throwable failure) throws Exception {
      switch (failure) {
        case null -> {}
        case Error e -> throw e;
        case Throwable e -> throw (Exception) e;
      }
    }

    Acting thatTakesItsTime() {
      takesItsTime = true;
      return this;
    }

    void fail(Throwable with) {
      failure = with;
      mayEnd.countDown();
    }

    void end() {
      mayEnd.countDown();
    }

    void stopNow() {
      mayStop.countDown();
    }

    boolean hasStarted() {
      return thread != null;
    }

    boolean runs() {
      return thread != null && !isOver;
    }
  }

  /** A call of runTogether, and the services that it runs. */
  private static final class Together implements AutoCloseable {
    private final Map<String, Acting> services = new LinkedHashMap<>();
    private final ThreadWatch watch = ThreadWatch.start();
    private Call<Void> call;

    Together(String... names) {
      for (String name : names) {
        services.put(name, new Acting(name));
      }
    }

    /** Calls runTogether, and waits until every service runs. */
    static Together start(String... names) throws Exception {
      var together = new Together(names);
      try {
        together.call(false);
        together.mustRunAll();
      } catch (Exception | Error e) {
        together.close();
        throw e;
      }
      return together;
    }

    /** Calls runTogether, on a thread that may be interrupted already. */
    void call(boolean interrupted) {
      call =
          Call.start(
              "caller of runTogether",
              () -> {
                if (interrupted) {
                  Thread.currentThread().interrupt();
                }
                Lesson4.runTogether(new LinkedHashMap<>(services));
              });
    }

    private void mustRunAll() throws Exception {
      Within.await(
          Within.seconds(1),
          () -> call.isOver() || services().stream().allMatch(Acting::hasStarted));
      List<Acting> waiting = services().stream().filter(s -> !s.hasStarted()).toList();
      if (waiting.isEmpty()) {
        return;
      }
      String what = "these services were not started: %s".formatted(names(waiting));
      if (call.isOver()) {
        throw ProofFailure.early("runTogether is over, and " + what, watch.started());
      }
      throw ProofFailure.hung(what, watch.started());
    }

    List<Acting> services() {
      return List.copyOf(services.values());
    }

    Acting service(String name) {
      return services.get(name);
    }

    /** Waits for the end of the call, as the contract has it: within 1 s, and nothing is left. */
    Call.End<Void> mustEnd(String after) throws Exception {
      if (!Within.await(Within.seconds(1), call::isOver)) {
        throw ProofFailure.hung(
            "%s, and runTogether is not over %d ms later"
                .formatted(after, Within.seconds(1).toMillis()),
            watch.started());
      }
      mustBeAlone();
      return call.await(Within.millis(0));
    }

    private void mustBeAlone() throws Exception {
      if (Within.await(A_MOMENT, () -> services().stream().noneMatch(Acting::runs))) {
        watch.assertNoneLeft(Within.millis(0));
        return;
      }
      List<Acting> left = services().stream().filter(Acting::runs).toList();
      throw ProofFailure.leaked(
          "runTogether is over; %d ms later still running, %s: %s"
              .formatted(
                  A_MOMENT.toMillis(),
                  left.stream().allMatch(s -> s.wasTold)
                      ? "told to stop, but not stopped"
                      : "never told to stop",
                  names(left)),
          seen(left));
    }

    /** The service has been told to stop and takes its time; the call must not be over before. */
    void mustWaitFor(Acting service, Duration time) throws Exception {
      Within.await(Within.seconds(1), () -> service.wasTold);
      boolean over = Within.await(time, call::isOver);
      if (!service.wasTold) {
        if (over) {
          mustBeAlone();
        }
        throw ProofFailure.hung(service.name + " has not been told to stop", watch.started());
      }
      if (over) {
        throw ProofFailure.early(
            "runTogether is over, and %s, which was told to stop, is still at it"
                .formatted(service.name),
            seen(List.of(service)));
      }
    }

    private List<LiveThread> seen(List<Acting> of) {
      List<Long> ids = of.stream().map(s -> s.thread.threadId()).toList();
      return watch.started().stream().filter(t -> ids.contains(t.id())).toList();
    }

    private static String names(List<Acting> services) {
      return services.stream().map(s -> s.name).collect(Collectors.joining(", "));
    }

    @Override
    public void close() {
      for (Acting service : services()) {
        service.end();
        service.stopNow();
      }
      call.close();
      watch.close();
    }
  }

  private static void mustThrow(Throwable failure, Call.End<Void> end) {
    if (end.failure() == null) {
      throw ProofFailure.silent(
          "a service threw %s, and runTogether returned as if nothing had happened"
              .formatted(failure));
    }
    if (!failure.equals(end.failure())) {
      throw ProofFailure.fail(
              "a service threw %s, and runTogether threw %s".formatted(failure, end.failure()))
          .because(end.failure());
    }
  }

  private static void mustSuppressOnly(List<Throwable> failures, Throwable thrown) {
    List<Throwable> suppressed = List.of(thrown.getSuppressed());
    for (Throwable failure : failures) {
      if (!suppressed.contains(failure)) {
        throw ProofFailure.silent(
            "a service threw %s after %s, and the caller is not told: suppressed are %s"
                .formatted(failure, thrown, suppressed));
      }
    }
    suppressed.stream()
        .filter(InterruptedException.class::isInstance)
        .forEach(
            e -> {
              throw ProofFailure.fail(
                  "a service that stopped because it was told to is reported as a failure: " + e);
            });
  }

  private static void mustHaveNoticedTheInterrupt(Call.End<Void> end) {
    if (end.failure() == null) {
      throw ProofFailure.silent("the caller was interrupted, and runTogether threw nothing");
    }
    if (!(end.failure() instanceof InterruptedException)) {
      throw ProofFailure.fail(
              "the caller was interrupted, and runTogether threw %s".formatted(end.failure()))
          .because(end.failure());
    }
  }
}
