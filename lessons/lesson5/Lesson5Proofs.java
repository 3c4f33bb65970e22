// SPDX-License-Identifier: Apache-2.0
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
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
class Lesson5Proofs {
  private static final int REQUESTS = 50;

  /** A client that has no answer after this does not get one. */
  private static final Duration ANSWER_LIMIT = Within.seconds(1);

  private static final String LIMIT_SHOWN = ANSWER_LIMIT.toMillis() + " ms";

  /** Threads that pools keep for a while may grow in number at first, but not for so long. */
  private static final int MOST_ROUNDS = 10;

  /** A page may show a group's method in its stack, and in a title or two. */
  private static final int MOST_MENTIONS = 3;

  /** Lets go whatever waits in a proof. */
  private CountDownLatch released = new CountDownLatch(1);

  @Test
  void fifty_answered_requests_leave_no_thread_behind() throws Exception {
    var near = new Fake("near", query -> {});
    var far = new Fake("far", query -> released.await());
    try (var search = Search.start(near, far, released)) {
      search.mustBeAnsweredBy(near, "warm-up");
      try (var watch = ThreadWatch.start()) {
        for (int i = 1; i <= REQUESTS; i++) {
          search.mustBeAnsweredBy(near, "query-" + i);
        }
        released.countDown();
        mustEndOrRest(watch, REQUESTS + " requests were answered");
      }
      search.mustNotHoardIdleThreads();
    }
  }

  @Test
  void an_answer_that_comes_at_once_is_not_lost() throws Exception {
    for (boolean nearFirst : List.of(true, false)) {
      released = new CountDownLatch(1);
      var near = new Fake("near", query -> {});
      var far = new Fake("far", query -> released.await());
      try (var search = Search.start(nearFirst ? near : far, nearFirst ? far : near, released)) {
        for (int i = 1; i <= 2 * REQUESTS; i++) {
          search.mustBeAnsweredBy(near, "query-" + i);
        }
      }
    }
  }

  @Test
  void the_slower_replica_is_told_to_stop_and_nobody_waits_for_it() throws Exception {
    Set<String> told = ConcurrentHashMap.newKeySet();
    var far =
        new Fake(
            "far",
            query -> {
              try {
                released.await();
              } catch (InterruptedException e) {
                told.add(query);
                if (!query.equals("stubborn")) {
                  throw e;
                }
                awaitUninterruptibly(released);
              }
            });
    var near = new Fake("near", query -> Within.await(ANSWER_LIMIT, () -> far.isAsked(query)));
    try (var search = Search.start(near, far, released)) {
      search.mustBeAnsweredBy(near, "warm-up");
      try (var watch = ThreadWatch.start()) {
        for (String query : List.of("obedient", "stubborn")) {
          search.mustBeAnsweredBy(near, query);
          if (!Within.await(Within.seconds(1), () -> told.contains(query) || !far.isAsked(query))) {
            throw ProofFailure.leaked(
                "the client has near's answer to '%s', and nobody has told far to stop:"
                        .formatted(query)
                    + " it would go on for as long as it likes",
                working(search.watch));
          }
        }
        released.countDown();
        mustEndOrRest(watch, "the slower replica was told to stop, and is done");
      }
    }
  }

  @Test
  void if_one_replica_fails_the_other_answers() throws Exception {
    var failures =
        List.of(new IOException("disk full"), new IllegalStateException("no index"), new Error());
    for (Throwable failure : failures) {
      for (boolean failsFirst : List.of(true, false)) {
        var failed = new CountDownLatch(1);
        var bad =
            new Fake(
                "bad",
                query -> {
                  failed.countDown();
                  throw failure;
                });
        var good = new Fake("good", query -> failed.await());
        try (var search =
            failsFirst ? Search.start(bad, good, released) : Search.start(good, bad, released)) {
          search.mustBeAnsweredBy(good, "warm-up");
          try (var watch = ThreadWatch.start()) {
            search.mustBeAnsweredBy(good, "java");
            mustEndOrRest(watch, "one replica failed, the other one answered");
          }
        }
      }
    }
  }

  @Test
  void if_both_replicas_fail_the_client_gets_both_causes() throws Exception {
    for (Throwable second : List.of(new IllegalStateException("no index"), new Error("no index"))) {
      var one =
          new Fake(
              "one",
              query -> {
                throw new IOException("disk full");
              });
      var other =
          new Fake(
              "other",
              query -> {
                throw second;
              });
      try (var search = Search.start(one, other, released)) {
        search.mustTellBoth("warm-up", "disk full", "no index");
        try (var watch = ThreadWatch.start()) {
          search.mustTellBoth("java", "disk full", "no index");
          mustEndOrRest(watch, "both replicas failed, and the client was told");
        }
      }
    }
  }

  @Test
  void fifty_requests_at_once_take_about_as_long_as_one() throws Exception {
    var all = new CountDownLatch(REQUESTS);
    var near =
        new Fake(
            "near",
            query -> {
              all.countDown();
              all.await(1, TimeUnit.SECONDS);
            });
    var far = new Fake("far", query -> released.await());
    List<Call<Http.Reply>> clients = new ArrayList<>();
    try (var search = Search.start(near, far, released)) {
      for (int i = 1; i <= REQUESTS; i++) {
        clients.add(search.client("query-" + i));
      }
      Duration limit = Within.seconds(2);
      if (!Within.await(limit, () -> clients.stream().allMatch(Call::isOver))) {
        long over = clients.stream().filter(Call::isOver).count();
        throw ProofFailure.hung(
            "%d requests at once, near takes 1 s at most: %d had their answer after %d ms"
                .formatted(REQUESTS, over, limit.toMillis()),
            working(search.watch));
      }
      for (var client : clients) {
        assertEquals(200, replyTo(client).status(), "status for the " + client.thread().getName());
      }
    }
  }

  @Test
  void close_ends_requests_in_flight_and_everything_else() throws Exception {
    var one = new Fake("one", query -> released.await());
    var other = new Fake("other", query -> released.await());
    List<Call<Http.Reply>> clients = new ArrayList<>();
    try (var search = Search.start(one, other, released)) {
      for (int i = 1; i <= 5; i++) {
        clients.add(search.client("query-" + i));
      }
      Within.await(Within.seconds(1), () -> one.asked.size() == 5 && other.asked.size() == 5);
      search.end();
      search.mustHaveEnded("close() has returned, with 5 requests in flight when it came");
      for (var client : clients) {
        client.await(Within.seconds(1));
      }
      for (URI address : List.of(search.app, search.debug)) {
        mustBeFree(address.getPort(), "close() has returned");
      }
      search.end();
    }
  }

  @Test
  void if_a_port_is_taken_start_throws_and_leaves_nothing_open() throws Exception {
    var replica = new Fake("replica", query -> {});
    try (ServerSocket taken = Http.takePort()) {
      for (boolean app : List.of(true, false)) {
        int free = freePort();
        String what = "the %s port is taken: start ".formatted(app ? "app" : "debug");
        try (var watch = ThreadWatch.start()) {
          Call<Lesson5.Running> call =
              Call.of(
                  "caller of start",
                  () ->
                      app
                          ? Lesson5.start(taken.getLocalPort(), free, replica, replica)
                          : Lesson5.start(free, taken.getLocalPort(), replica, replica));
          Call.End<Lesson5.Running> end = call.await(Within.seconds(1));
          if (end.failure() == null) {
            Search.end(end.value());
            throw ProofFailure.silent(what + "returned, and threw nothing");
          }
          mustBeFree(free, what + "threw");
          try {
            watch.assertNoneLeft(Within.seconds(1));
          } catch (ProofFailure left) {
            throw leaked(what + "threw", left.threads());
          }
        }
      }
    }
  }

  @Test
  void debug_threads_counts_the_threads_that_wait_in_the_same_place() throws Exception {
    var replica = new Fake("replica", query -> {});
    int platform = 29;
    int virtual = 37;
    List<CountDownLatch> latches = new ArrayList<>();
    try (var search = Search.start(replica, replica, released)) {
      List<Thread> crowd = new ArrayList<>();
      for (int i = 0; i < platform + virtual; i++) {
        // Each waits for a latch of its own: the same place, not the same object.
        CountDownLatch latch = new CountDownLatch(1);
        latches.add(latch);
        crowd.add(
            i < platform
                ? Thread.ofPlatform().daemon().start(() -> standInTheCrowd(latch))
                : Thread.ofVirtual().start(() -> floatInTheCrowd(latch)));
      }
      Within.await(
          Within.seconds(1),
          () -> crowd.stream().allMatch(t -> t.getState() == Thread.State.WAITING));
      Http.Reply page = Http.get(search.debug, "/debug/threads", ANSWER_LIMIT);
      assertEquals(200, page.status(), "status of /debug/threads");
      mustCount(page.body(), platform, "platform", "standInTheCrowd");
      mustCount(page.body(), virtual, "virtual", "floatInTheCrowd");
    } finally {
      latches.forEach(CountDownLatch::countDown);
    }
  }

  @Test
  void main_answers_and_ends_when_it_is_told_to() throws Exception {
    try (var program = Program.start("Lesson5", "0", "0")) {
      URI app = program.address("app");
      URI debug = program.address("debug");
      for (int i = 0; i < 5; i++) {
        Http.Reply reply = get(program, app, "/search?q=java");
        assertEquals(200, reply.status(), "status of /search?q=java");
        assertFalse(reply.body().isBlank(), "the answer to /search?q=java is blank");
      }
      Http.Reply page = get(program, debug, "/debug/threads");
      assertTrue(page.body().contains("run"), () -> "no stack in /debug/threads: " + page);
      program.terminate();
      int status = program.awaitExit(Within.seconds(3)).status();
      assertTrue(status == 143 || status == 0, "exit status after SIGTERM: " + status);
    }
  }

  private static Http.Reply get(Program program, URI service, String path) throws IOException {
    try {
      return Http.get(service, path, ANSWER_LIMIT);
    } catch (SocketTimeoutException e) {
      throw ProofFailure.hung(
              "GET %s has no answer after %s".formatted(path, LIMIT_SHOWN), program.threads())
          .because(e);
    }
  }

  private static void standInTheCrowd(CountDownLatch latch) {
    awaitUninterruptibly(latch);
  }

  private static void floatInTheCrowd(CountDownLatch latch) {
    awaitUninterruptibly(latch);
  }

  private static void awaitUninterruptibly(CountDownLatch latch) {
    while (true) {
      try {
        latch.await();
        return;
      } catch (InterruptedException e) {
        // by intent: a replica that does not listen
      }
    }
  }

  private static Http.Reply replyTo(Call<Http.Reply> client) throws InterruptedException {
    Call.End<Http.Reply> end = client.await(Within.millis(0));
    if (end.failure() != null) {
      throw ProofFailure.fail(
              "the %s got no reply, as when a handler throws: %s"
                  .formatted(client.thread().getName(), end.failure()))
          .because(end.failure());
    }
    return end.value();
  }

  private static void mustCount(String page, int count, String kind, String method) {
    long shown = Pattern.compile("\\b" + method + "\\b").matcher(page).results().count();
    String what = "%d %s threads wait in %s: /debug/threads ".formatted(count, kind, method);
    if (shown == 0 || shown > MOST_MENTIONS) {
      throw ProofFailure.fail(
          what
              + (shown == 0 ? "does not show them" : "shows that stack %d times".formatted(shown)));
    }
    // A number that is no part of a line number, a time, an id or a name.
    String number = "(?<!\\.java:|\\d:|[\\d#.-])" + count + "(?!\\d|[:.]\\d)";
    if (!Pattern.compile(number).matcher(page).find()) {
      throw ProofFailure.fail(what + "shows that stack, but not their number");
    }
  }

  private static void mustBeFree(int port, String when) throws IOException {
    try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      assertEquals(port, socket.getLocalPort());
    } catch (IOException e) {
      throw ProofFailure.leaked(
              "%s, and port %d is still taken: %s".formatted(when, port, e.getMessage()), List.of())
          .because(e);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = Http.takePort()) {
      return socket.getLocalPort();
    }
  }

  private static void mustEndOrRest(ThreadWatch watch, String when) throws InterruptedException {
    try {
      watch.assertNoneLeft(Within.seconds(1), t -> !t.isIdleWorker());
    } catch (ProofFailure left) {
      throw leaked(when, left.threads());
    }
  }

  /** Threads at work for the program: neither a server's own nor a pool's idle ones. */
  private static List<LiveThread> working(ThreadWatch watch) {
    return watch.started().stream()
        .filter(t -> t.line().isPresent() && !t.startedBy().startsWith("junit"))
        .toList();
  }

  private static ProofFailure leaked(String when, List<LiveThread> threads) {
    int count = threads.size();
    List<String> places =
        threads.stream().map(t -> waitsIn(t) + ", started " + startedAt(t)).distinct().toList();
    return ProofFailure.leaked(
        "%s, and this is left: %d thread%s%s"
            .formatted(
                when,
                count,
                count == 1 ? "" : "s",
                places.size() == 1 ? (count == 1 ? ", in " : ", all in ") + places.getFirst() : ""),
        threads);
  }

  /** What the program's innermost line calls. */
  private static String waitsIn(LiveThread thread) {
    var stack = thread.stack();
    if (stack.isEmpty()) {
      return "no Java frame";
    }
    int line = thread.line().map(stack::indexOf).orElse(0);
    StackTraceElement frame = stack.get(Math.max(0, line - 1));
    String type = frame.getClassName();
    return type.substring(type.lastIndexOf('.') + 1) + "." + frame.getMethodName();
  }

  private static String startedAt(LiveThread thread) {
    return thread
        .startLine()
        .map(f -> "at " + f.getFileName() + ":" + f.getLineNumber())
        .orElse("by " + (thread.startedBy().isEmpty() ? "the JVM" : thread.startedBy()));
  }

  /** What a replica does before it answers; it may throw anything. */
  @FunctionalInterface
  private interface Work {
    void on(String query) throws Throwable;
  }

  /** A replica that knows what it is asked and what it has answered. */
  private static final class Fake implements Lesson5.Replica {
    private final String name;
    private final Work work;
    private final Set<String> asked = ConcurrentHashMap.newKeySet();
    private final Set<String> answered = ConcurrentHashMap.newKeySet();
    private final AtomicInteger atWork = new AtomicInteger();

    Fake(String name, Work work) {
      this.name = name;
      this.work = work;
    }

    @Override
    public String search(String query) throws Exception {
      asked.add(query);
      atWork.incrementAndGet();
      try {
        work.on(query);
      } catch (Exception | Error e) {
        throw e;
      } catch (Throwable e) {
        throw new AssertionError(e);
      } finally {
        atWork.decrementAndGet();
      }
      answered.add(query);
      return answer(query);
    }

    String answer(String query) {
      return name + " found " + query;
    }

    boolean isAtRest() {
      return atWork.get() == 0;
    }

    boolean isAsked(String query) {
      return asked.contains(query);
    }
  }

  /** The program's services under way; every wait for them has a limit. */
  private static final class Search implements AutoCloseable {
    private final List<Fake> replicas;
    private final Lesson5.Running running;
    private final CountDownLatch released;
    private final ThreadWatch watch;
    private final URI app;
    private final URI debug;

    private Search(
        List<Fake> replicas, Lesson5.Running running, CountDownLatch released, ThreadWatch watch)
        throws Exception {
      this.replicas = replicas;
      this.running = running;
      this.released = released;
      this.watch = watch;
      app = running.app();
      debug = running.debug();
    }

    /**
     * Starts the services on free ports.
     *
     * @param released lets go what the replicas wait for, if need be
     */
    static Search start(Fake first, Fake second, CountDownLatch released) throws Exception {
      ThreadWatch watch = ThreadWatch.start();
      var call = Call.of("caller of start", () -> Lesson5.start(0, 0, first, second));
      return new Search(
          List.of(first, second), call.await(Within.seconds(1)).get(), released, watch);
    }

    private static String path(String query) {
      return "/search?q=" + query;
    }

    Call<Http.Reply> client(String query) {
      return Call.of("client of '" + query + "'", () -> Http.get(app, path(query)));
    }

    Http.Reply get(String query) throws Exception {
      var client = client(query);
      if (!Within.await(ANSWER_LIMIT, client::isOver)) {
        throw ProofFailure.hung(
            "the %s has no answer after %s".formatted(client.thread().getName(), LIMIT_SHOWN),
            working(watch));
      }
      return replyTo(client);
    }

    void mustBeAnsweredBy(Fake replica, String query) throws Exception {
      var client = client(query);
      if (!Within.await(ANSWER_LIMIT, client::isOver)) {
        throw notAnswered(replica, query, client);
      }
      Http.Reply reply = replyTo(client);
      if (reply.status() != 200 || !reply.body().strip().equals(replica.answer(query))) {
        throw ProofFailure.fail(
            "%s answers '%s': the client gets status %d, '%s'"
                .formatted(replica.name, replica.answer(query), reply.status(), reply.body()));
      }
    }

    void mustTellBoth(String query, String... causes) throws Exception {
      Http.Reply reply = get(query);
      assertEquals(502, reply.status(), "status if both replicas fail");
      for (String cause : causes) {
        if (!reply.body().contains(cause)) {
          throw ProofFailure.silent(
              "both replicas failed, and nothing in the reply says '%s': %s"
                  .formatted(cause, reply.body()));
        }
      }
    }

    /** Tells an answer that is lost from one that is held back until the other replica is done. */
    private ProofFailure notAnswered(Fake replica, String query, Call<Http.Reply> client)
        throws Exception {
      List<LiveThread> waiting = working(watch);
      if (!replica.answered.contains(query)) {
        return ProofFailure.hung(
            "the client of '%s' has no answer after %s, and %s was %s"
                .formatted(
                    query,
                    LIMIT_SHOWN,
                    replica.name,
                    replica.isAsked(query) ? "asked" : "never asked"),
            waiting);
      }
      released.countDown();
      boolean late = Within.await(ANSWER_LIMIT, client::isOver);
      return late && replyTo(client).body().equals(replica.answer(query))
          ? ProofFailure.hung(
              "%s has answered '%s', but the client got it only when the other replica was done too"
                  .formatted(replica.name, query),
              waiting)
          : ProofFailure.lost(
              "%s has answered '%s', and the client never got it".formatted(replica.name, query));
    }

    /** An idle thread for each request is as bad as a blocked one. */
    void mustNotHoardIdleThreads() throws Exception {
      long before = idle();
      for (int round = 1; ; round++) {
        for (int i = 1; i <= REQUESTS; i++) {
          assertEquals(200, get("query-" + i).status(), "status of a further request");
        }
        long now = idle();
        if (now - before < REQUESTS / 2) {
          return;
        }
        if (round == MOST_ROUNDS) {
          throw leaked(
              "after %d more requests %d idle threads are there".formatted(round * REQUESTS, now),
              watch.started().stream().filter(LiveThread::isIdleWorker).toList());
        }
        before = now;
      }
    }

    private long idle() {
      return watch.started().stream().filter(LiveThread::isIdleWorker).count();
    }

    void mustHaveEnded(String when) throws InterruptedException {
      try {
        watch.assertNoneLeft(Within.millis(0), t -> !t.name().startsWith("client of"));
      } catch (ProofFailure left) {
        throw leaked(when, left.threads());
      }
    }

    void end() throws InterruptedException {
      end(running);
    }

    static void end(Lesson5.Running running) throws InterruptedException {
      Throwable failure =
          Call.start("caller of close()", running::close).await(Within.seconds(3)).failure();
      if (failure != null) {
        throw ProofFailure.fail("close() threw " + failure).because(failure);
      }
    }

    @Override
    public void close() {
      released.countDown();
      try (watch) {
        Within.await(ANSWER_LIMIT, () -> replicas.stream().allMatch(Fake::isAtRest));
        end();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
