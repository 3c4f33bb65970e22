// SPDX-License-Identifier: Apache-2.0
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.channels.ClosedByInterruptException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import loosethreads.proof.Call;
import loosethreads.proof.Http;
import loosethreads.proof.LessonProofs;
import loosethreads.proof.LiveThread;
import loosethreads.proof.Program;
import loosethreads.proof.ProofFailure;
import loosethreads.proof.ThreadWatch;
import loosethreads.proof.Within;
import org.junit.jupiter.api.Test;

@LessonProofs
class Lesson2Proofs {
  /** A call that is over in spite of its service is over long before this. */
  private static final Duration A_MOMENT = Duration.ofMillis(100);

  @Test
  void a_call_lasts_as_long_as_its_service_answers() throws Exception {
    try (var watch = ThreadWatch.start();
        var app = Serving.start(Service.APP);
        var debug = Serving.start(Service.DEBUG)) {
      mustStillBeServing(watch, app, debug);
      app.stop();
      debug.stop();
    }
  }

  @Test
  void a_taken_port_is_what_the_caller_gets() throws Exception {
    for (Service service : Service.values()) {
      try (ServerSocket taken = Http.takePort();
          var serving = Serving.start(service, taken.getLocalPort())) {
        String what = "port %d is taken: %s".formatted(taken.getLocalPort(), service.method);
        Throwable failure = serving.call.await(Within.seconds(1)).failure();
        if (failure == null) {
          throw ProofFailure.silent(what + " returned, and threw nothing");
        }
        if (!(failure instanceof IOException
            && chain(failure).anyMatch(BindException.class::isInstance))) {
          throw ProofFailure.fail(
                  "%s threw %s, and no IOException with the reason".formatted(what, failure))
              .because(failure);
        }
        assertFalse(serving.told.isDone(), () -> what + " told that it listens");
      }
    }
  }

  @Test
  void an_interrupt_ends_the_call_and_all_that_it_started() throws Exception {
    for (Service service : Service.values()) {
      try (var watch = ThreadWatch.start();
          var first = Serving.start(service)) {
        for (int i = 0; i < 5; i++) {
          first.mustAnswer();
        }
        first.stop();
        watch.assertNoneLeft(Duration.ofSeconds(1));
        int port = first.address().getPort();
        try (var again = Serving.start(service, port)) {
          again.mustNotFindItsPortTaken();
          again.mustAnswer();
          assertEquals(port, again.address().getPort(), "the port that it serves on");
          again.stop();
        }
      }
    }
  }

  @Test
  void a_caller_with_a_pool_or_with_virtual_threads_gets_the_same() throws Exception {
    for (ExecutorService threads :
        List.of(Executors.newFixedThreadPool(1), Executors.newVirtualThreadPerTaskExecutor())) {
      try (var watch = ThreadWatch.start();
          var caller = Serving.start(Service.APP, threads)) {
        mustStillBeServing(watch, caller);
        threads.shutdownNow();
        if (!threads.awaitTermination(Within.seconds(1).toMillis(), TimeUnit.MILLISECONDS)) {
          throw ProofFailure.hung(
              "serveApp goes on after shutdownNow() of the executor that ran it", watch.started());
        }
      } finally {
        threads.shutdownNow();
      }
    }
  }

  @Test
  void the_end_of_one_call_is_not_the_end_of_another() throws Exception {
    try (var watch = ThreadWatch.start();
        var one = Serving.start(Service.APP);
        var another = Serving.start(Service.APP);
        var debug = Serving.start(Service.DEBUG)) {
      mustStillBeServing(watch, one, another, debug);
      one.stop();
      mustStillBeServing(watch, another, debug);
      another.stop();
      debug.stop();
    }
  }

  @Test
  void a_client_that_never_ends_its_request_does_not_hold_the_call() throws Exception {
    try (var watch = ThreadWatch.start();
        var app = Serving.start(Service.APP);
        var client = new Socket(InetAddress.getLoopbackAddress(), app.address().getPort())) {
      client.getOutputStream().write("GET /ping HTTP/1.1\r\n".getBytes(StandardCharsets.US_ASCII));
      Service.APP.answersAt(app.address()); // or not, if it serves one client at a time
      app.interruptAndAwait(Within.seconds(2));
      watch.assertNoneLeft(Duration.ofSeconds(1));
    }
  }

  @Test
  void a_thread_that_is_interrupted_already_does_not_serve() throws Exception {
    for (Service service : Service.values()) {
      var told = new CompletableFuture<URI>();
      try (var call =
          Call.start(
              "interrupted caller of " + service.method,
              () -> {
                Thread.currentThread().interrupt();
                service.serve(0, told::complete);
              })) {
        mustHaveKeptTheInterrupt(service, call.await(Within.seconds(1)));
      }
    }
  }

  @Test
  void what_listening_throws_comes_out_of_the_call() throws Exception {
    for (Service service : Service.values()) {
      var thrown = new IllegalStateException("thrown by listening");
      try (var call =
          Call.start(
              "caller of " + service.method,
              () ->
                  service.serve(
                      0,
                      uri -> {
                        throw thrown;
                      }))) {
        Throwable failure = call.await(Within.seconds(1)).failure();
        if (failure == null) {
          throw ProofFailure.silent(
              "listening threw an exception: %s returned, and threw nothing"
                  .formatted(service.method));
        }
        if (chain(failure).noneMatch(thrown::equals)) {
          throw ProofFailure.fail(
                  "listening threw %s: %s threw %s".formatted(thrown, service.method, failure))
              .because(failure);
        }
      }
    }
  }

  @Test
  void main_runs_both_services_until_it_is_told_to_end() throws Exception {
    try (var program = Program.start("Lesson2", "0", "0")) {
      Service.APP.mustAnswerAt(program.address("app"));
      Service.DEBUG.mustAnswerAt(program.address("debug"));
      program.terminate();
      int status = program.awaitExit(Within.seconds(2)).status();
      assertTrue(status == 143 || status == 0, "exit status after SIGTERM: " + status);
    }
  }

  private enum Service {
    APP("serveApp", "/ping") {
      @Override
      void serve(int port, Consumer<URI> listening) throws Exception {
        Lesson2.serveApp(port, listening);
      }
    },
    DEBUG("serveDebug", "/debug/threads") {
      @Override
      void serve(int port, Consumer<URI> listening) throws Exception {
        Lesson2.serveDebug(port, listening);
      }
    };

    final String method;
    final String path;

    Service(String method, String path) {
      this.method = method;
      this.path = path;
    }

    abstract void serve(int port, Consumer<URI> listening) throws Exception;

    void mustAnswerAt(URI address) throws IOException {
      Http.Reply reply = Http.get(address, path);
      assertEquals(200, reply.status(), "status of " + address + path);
      if (this == APP) {
        assertEquals("pong", reply.body(), "body of " + address + path);
      } else {
        assertFalse(reply.body().isBlank(), address + path + " is blank");
      }
    }

    ProofFailure early(URI address, List<LiveThread> left) {
      String what =
          answersAt(address)
              ? "%s is over for its caller, and %s still answers".formatted(method, address)
              : "%s is over, and its caller was not interrupted".formatted(method);
      return ProofFailure.early(what, left);
    }

    boolean answersAt(URI address) {
      try {
        return Http.get(address, path, Duration.ofMillis(500)).status() == 200;
      } catch (IOException e) {
        return false; // what is being asked
      }
    }
  }

  /** A call of a service's method under way, and what it told. */
  private record Serving(Service service, Call<Void> call, CompletableFuture<URI> told)
      implements AutoCloseable {

    static Serving start(Service service) {
      return start(service, 0);
    }

    static Serving start(Service service, int port) {
      var told = new CompletableFuture<URI>();
      return new Serving(
          service,
          Call.start("caller of " + service.method, () -> service.serve(port, told::complete)),
          told);
    }

    /** A caller that has it run by an executor, and waits for its end. */
    static Serving start(Service service, ExecutorService threads) {
      var told = new CompletableFuture<URI>();
      Callable<Void> task =
          () -> {
            service.serve(0, told::complete);
            return null;
          };
      return new Serving(
          service, Call.of("caller with an executor", () -> threads.submit(task).get()), told);
    }

    /** The address, even if it is told after the call is over. */
    URI address() throws Exception {
      Within.await(Within.seconds(2), () -> told.isDone() || failure() != null);
      if (told.isDone()) {
        return told.get();
      }
      if (!call.isOver()) {
        throw ProofFailure.hung(service.method + " does not tell its address", call.seen());
      }
      if (failure() != null) {
        throw ProofFailure.fail("%s threw %s".formatted(service.method, failure()))
            .because(failure());
      }
      throw ProofFailure.early(
          service.method + " has returned, and told no address before", List.of());
    }

    void mustAnswer() throws Exception {
      try {
        service.mustAnswerAt(address());
      } catch (IOException e) {
        if (Within.await(Within.millis(0), call::isOver) && failure() == null) {
          throw service.early(address(), List.of()).because(e);
        }
        throw ProofFailure.fail(
                "%s told %s, and nobody answers there: %s".formatted(service.method, address(), e))
            .because(e);
      }
    }

    void mustNotFindItsPortTaken() throws Exception {
      Within.await(Within.seconds(2), () -> told.isDone() || call.isOver());
      if (failure() != null && chain(failure()).anyMatch(BindException.class::isInstance)) {
        throw ProofFailure.fail(
                "%s has ended, and its port is still taken: the next call threw %s"
                    .formatted(service.method, failure()))
            .because(failure());
      }
    }

    private Throwable failure() throws InterruptedException {
      return call.isOver() ? call.await(Within.millis(0)).failure() : null;
    }

    void stop() throws Exception {
      interruptAndAwait(Within.seconds(1));
    }

    void interruptAndAwait(Duration limit) throws Exception {
      if (call.isOver()) {
        throw service.early(address(), List.of());
      }
      call.interrupt();
      mustHaveKeptTheInterrupt(service, call.await(limit));
    }

    @Override
    public void close() {
      call.close();
    }
  }

  private static Stream<Throwable> chain(Throwable failure) {
    return Stream.iterate(failure, t -> t != null, Throwable::getCause).limit(20);
  }

  private static void mustStillBeServing(ThreadWatch watch, Serving... all) throws Exception {
    for (Serving serving : all) {
      serving.mustAnswer();
    }
    Within.await(A_MOMENT, () -> Stream.of(all).anyMatch(s -> s.call.isOver()));
    for (Serving serving : all) {
      if (serving.call.isOver()) {
        throw serving.service.early(serving.address(), watch.started());
      }
      serving.mustAnswer();
    }
  }

  private static void mustHaveKeptTheInterrupt(Service service, Call.End<?> end) {
    switch (end.failure()) {
      case null -> {
        if (!end.interrupted()) {
          throw ProofFailure.silent(
              service.method
                  + " was interrupted and returned without a trace of it:"
                  + " no exception, and the interrupt flag of its caller's thread is clear");
        }
      }
      case InterruptedException _, ClosedByInterruptException _, InterruptedIOException _ -> {}
      case Throwable other -> {
        if (!end.interrupted() && chain(other).noneMatch(InterruptedException.class::isInstance)) {
          throw ProofFailure.fail(
                  "%s was interrupted and threw %s".formatted(service.method, other))
              .because(other);
        }
      }
    }
  }
}
