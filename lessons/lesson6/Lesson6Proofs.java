// SPDX-License-Identifier: Apache-2.0
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
class Lesson6Proofs {
  /** How long a proof looks whether something happens that must not. */
  private static final Duration A_MOMENT = Duration.ofMillis(200);

  @Test
  void close_returns_when_all_that_was_accepted_is_collected() throws Exception {
    try (var desk = new Desk(3, 10)) {
      List<String> reports = Actor.names("report", 10);
      desk.mustAccept(reports);
      Call<Integer> close = desk.close("close", Actor.AMPLE);
      desk.mustStayInside(close, A_MOMENT);
      desk.gate.open();
      desk.mustReturnZero(close);
      desk.mustHaveCollected(reports);
      desk.mustLeaveNoThread();
      desk.mustRefuse("late");
      desk.mustHaveCollected(reports);
    }
  }

  @Test
  void close_returns_as_soon_as_all_is_done_and_again_at_once() throws Exception {
    for (int sent : List.of(0, 5)) {
      try (var desk = new Desk(2, 10)) {
        desk.gate.open();
        List<String> reports = Actor.names("report", sent);
        desk.mustAccept(reports);
        Duration grace = Duration.ofMinutes(1);
        desk.mustReturnZero(desk.close("close", grace));
        desk.mustHaveCollected(reports);
        desk.mustReturnZero(desk.close("close, once more,", grace));
      }
    }
  }

  @Test
  void a_second_close_waits_for_the_first() throws Exception {
    try (var desk = new Desk(2, 5)) {
      List<String> reports = Actor.names("report", 5);
      desk.mustAccept(reports);
      Call<Integer> first = desk.close("the first close", Actor.AMPLE);
      desk.mustStayInside(first, A_MOMENT);
      Call<Integer> second = desk.close("the second close", Actor.AMPLE);
      if (Within.await(A_MOMENT, second::isOver)) {
        throw ProofFailure.early(
            "the second close has returned %s, and the first still waits for reports"
                .formatted(second.await(A_MOMENT).get()),
            first.seen());
      }
      desk.gate.open();
      desk.mustReturnZero(first);
      desk.mustReturnZero(second);
      desk.mustHaveCollected(reports);
    }
  }

  @Test
  void callers_that_wait_for_room_when_close_comes_are_refused_or_served() throws Exception {
    long deadline = System.nanoTime() + Duration.ofSeconds(1).toNanos();
    for (int round = 0; round < 50 && System.nanoTime() < deadline; round++) {
      try (var desk = new Desk(1 + round % 2, 2)) {
        List<String> reports = Actor.names("report", 8);
        List<Call<Boolean>> callers = reports.stream().map(desk::report).toList();
        desk.mustBeFull(callers);
        Call<Integer> close = desk.close("close", Actor.AMPLE);
        desk.mustStayInside(close, Duration.ofMillis(1));
        desk.gate.open();
        desk.mustReturnZero(close);
        desk.mustHaveAnswered(reports, callers);
      }
    }
  }

  @Test
  void when_reports_race_close_each_is_collected_once_or_refused() throws Exception {
    try (var race = new Race()) {
      long deadline = System.nanoTime() + Duration.ofSeconds(2).toNanos();
      // Not more, for each round makes the program print six refusals.
      for (int round = 0; round < 500 && System.nanoTime() < deadline; round++) {
        race.run(1 + round % 3, round % 4 == 0 ? 100 : 3);
      }
    }
  }

  @Test
  void a_burst_of_ten_thousand_stays_within_workers_and_capacity() throws Exception {
    try (var desk = new Desk(3, 20)) {
      var burst = new Burst(desk, 3, 20);
      burst.mustFill();
      desk.gate.open();
      List<String> accepted = burst.mustEnd();
      desk.mustReturnZero(desk.close("close", Actor.AMPLE));
      desk.mustHaveCollected(accepted);
    }
  }

  @Test
  void a_collector_that_throws_ends_no_worker_and_is_reported() throws Exception {
    try (var act = Act.start("failing")) {
      int lost = act.numberIn("close returned (-?\\d+)");
      List<String> good = Actor.names("good", 4);
      List<String> collected = act.all("collected (\\S+)");
      if (!collected.containsAll(good)) {
        throw ProofFailure.lost(
            "the collector threw for 3 reports; of 4 others it was given %s".formatted(collected));
      }
      mustBe(0, lost, "what close returns when the collector threw, and time sufficed");
      for (String kind : List.of("checked", "unchecked", "error")) {
        String what = "the collector threw for the report 'bad-%s'".formatted(kind);
        act.mustHavePrinted(what, "bad-" + kind, "reason-" + kind);
      }
      act.mustLeaveNoThread();
    }
  }

  @Test
  void what_the_grace_period_did_not_suffice_for_is_counted_and_named() throws Exception {
    for (String kind : List.of("obedient", "stubborn")) {
      try (var act = Act.start("stuck", kind)) {
        act.mustSay("close begins", "10 reports are accepted");
        for (String which : List.of("first", "second", "third")) {
          int lost = act.numberIn(which + " close returned (-?\\d+)");
          mustLose(
              10, lost, "the collector is stuck for 10 reports: the %s close".formatted(which));
        }
        for (String data : Actor.names("stuck", 10)) {
          act.mustHaveSaidOnStderr("'%s' is lost".formatted(data), data);
        }
        act.mustSay("looked", "three calls of close are over");
        mustBeInterruptedAfterGrace(act);
        act.mustSay("released", "the collector is let go");
        act.mustLeaveNoThread();
        List<String> late = new ArrayList<>(act.all("collected (\\S+)"));
        late.removeAll(act.all("begun (\\S+)").subList(0, Actor.WORKERS));
        if (!late.isEmpty()) {
          throw ProofFailure.fail("close has counted these as lost, and they came after: " + late);
        }
      }
    }
  }

  private static void mustBeInterruptedAfterGrace(Act act) {
    int interrupted = Set.copyOf(act.all("interrupted (\\S+)")).size();
    for (String after : act.all("interrupted \\S+ after (-?\\d+) ms")) {
      if (Integer.parseInt(after) < Actor.GRACE.toMillis() - 20) {
        throw ProofFailure.lost(
            "a report was interrupted %s ms after close began, which had a grace period of %d ms"
                .formatted(after, Actor.GRACE.toMillis()));
      }
    }
    if (interrupted < Actor.WORKERS) {
      throw ProofFailure.leaked(
          "%d workers were stuck when the grace period was over, and %d were interrupted"
              .formatted(Actor.WORKERS, interrupted),
          act.left());
    }
  }

  @Test
  void a_stuck_report_takes_no_other_with_it() throws Exception {
    try (var act = Act.start("one-stuck")) {
      int lost = act.numberIn("close returned (-?\\d+)");
      mustLose(1, lost, "the collector is stuck for 1 report of 10: close");
      mustBe(9, act.all("collected (\\S+)").size(), "reports collected when 1 of 10 is stuck");
      act.mustHaveSaidOnStderr("'stuck-01' is lost", "stuck-01");
      act.mustLeaveNoThread();
    }
  }

  @Test
  void who_is_refused_is_told_and_stderr_is_too() throws Exception {
    for (String kind : List.of("served", "stuck")) {
      try (var act = Act.start("full", kind)) {
        int lost = act.numberIn("close returned (-?\\d+)");
        if (act.mustSay("late-01 (.*),", "all callers of report get an answer")
            .group(1)
            .equals("returned true")) {
          throw ProofFailure.lost("report returned true after close had returned");
        }
        List<String> accepted = new ArrayList<>(act.all("(\\S+) returned true"));
        List<String> refused = act.all("(\\S+) returned false");
        mustBe(
            Actor.CALLERS + 1, accepted.size() + refused.size(), "calls of report that returned");
        for (String data : refused) {
          act.mustHaveSaidOnStderr("report('%s') returned false".formatted(data), data);
        }
        accepted.removeAll(act.all("collected (\\S+)"));
        mustLose(
            accepted.size(), lost, "accepted, but not collected: %s. close".formatted(accepted));
        for (String data : accepted) {
          act.mustHaveSaidOnStderr("'%s' is lost".formatted(data), data);
        }
        act.mustLeaveNoThread();
      }
    }
  }

  @Test
  void an_interrupted_report_is_not_accepted() throws Exception {
    try (var act = Act.start("interrupted-report")) {
      MatchResult end =
          act.mustSay(
              "interrupted: (\\S+) (.*), flag (\\S+)",
              "a caller of report that is interrupted comes back");
      String what = "report('%s') waited for room and was interrupted: it %s";
      what = what.formatted(end.group(1), end.group(2));
      switch (end.group(2)) {
        case String threw when threw.startsWith("threw java.lang.InterruptedException") -> {}
        case "returned false" -> {
          act.mustHaveSaidOnStderr(what, end.group(1));
          if (!end.group(3).equals("set")) {
            throw ProofFailure.silent(what + ", and the interrupt flag is clear");
          }
        }
        default -> throw ProofFailure.fail(what);
      }
      mustLose(
          0, act.numberIn("close returned (-?\\d+)"), "every report could be collected. close");
      act.mustSay("over", "close is over");
      Desk.mustMatch(act.all("(\\S+) returned true"), act.all("collected (\\S+)"));
      act.mustLeaveNoThread();
    }
  }

  @Test
  void an_interrupted_close_counts_and_names_what_it_drops() throws Exception {
    for (String when : List.of("before", "inside")) {
      try (var act = Act.start("interrupted-close", when)) {
        MatchResult end = act.mustSay("close (.*), flag (\\S+)", "close returns");
        String what = "close was interrupted, with 4 reports not done: it " + end.group(1);
        if (!end.group(1).equals("returned 4")) {
          throw ProofFailure.lost(what);
        }
        for (String data : Actor.names("stuck", 4)) {
          act.mustHaveSaidOnStderr(what + ", '%s' is lost".formatted(data), data);
        }
        if (!end.group(2).equals("set")) {
          throw ProofFailure.silent(what + ", and the interrupt flag is clear");
        }
        act.mustLeaveNoThread();
      }
    }
  }

  @Test
  void the_program_collects_what_its_requests_report_before_it_ends() throws Exception {
    try (var program = Program.start("Lesson6", "0", "0")) {
      URI app = program.address("app");
      List<Call<Http.Reply>> clients = new ArrayList<>();
      IntStream.rangeClosed(1, 5).forEach(i -> clients.add(client(app)));
      for (var client : clients) {
        Call.End<Http.Reply> end = client.await(Duration.ofSeconds(6));
        if (!isServed(end)) {
          throw ProofFailure.fail("GET /ping: " + end.get());
        }
      }
      program.terminate();
      pingUntilItEnds(program, app, clients);
      Program.Exit exit = program.awaitExit(Duration.ofSeconds(10));
      int answered = 0;
      for (var client : clients) {
        answered += isServed(client.await(Within.seconds(1))) ? 1 : 0;
      }
      int collected =
          (int) Pattern.compile("(?m)^collected \\S").matcher(exit.stdout()).results().count();
      if (collected < answered) {
        throw ProofFailure.lost(
            "%d requests to /ping were answered, then SIGTERM: %d accepted, %d collected"
                .formatted(answered, answered, collected));
      }
      if (exit.status() != 0) {
        mustBe(143, exit.status(), "exit status after SIGTERM");
      }
    }
  }

  private static Call<Http.Reply> client(URI app) {
    return Call.of("client of /ping", () -> Http.get(app, "/ping", Duration.ofSeconds(6)));
  }

  private static boolean isServed(Call.End<Http.Reply> end) {
    return end.failure() == null && end.value().status() / 100 == 2;
  }

  /**
   * Goes on with requests, one each 100 ms, as clients do that know of no SIGTERM. The first may
   * meet the stop halfway.
   */
  private static void pingUntilItEnds(Program program, URI app, List<Call<Http.Reply>> clients)
      throws Exception {
    for (int i = 0; i < 8 && program.isAlive(); i++) {
      Call<Http.Reply> client = client(app);
      clients.add(client);
      Within.await(Duration.ofMillis(100), () -> !program.isAlive());
      if (client.isOver() && client.await(A_MOMENT).failure() != null) {
        return;
      }
      if (i > 0 && client.isOver() && client.await(A_MOMENT).get().status() >= 500) {
        throw ProofFailure.fail(
            "SIGTERM: /ping now answers with %d, so the reporter has ended before the server"
                .formatted(client.await(A_MOMENT).get().status()));
      }
    }
  }

  private static void mustLose(int expected, int actual, String what) {
    if (actual != expected) {
      throw ProofFailure.lost("%s returned %d, not %d".formatted(what, actual, expected));
    }
  }

  private static void mustBe(int expected, int actual, String what) {
    if (actual != expected) {
      throw ProofFailure.fail("%s: %d, not %d".formatted(what, actual, expected));
    }
  }

  /** A collector that holds each report until it is opened, or interrupted. JDK only: see Actor. */
  static final class Gate implements Lesson6.Collector {
    final Queue<String> collected = new ConcurrentLinkedQueue<>();
    final Queue<String> interrupted = new ConcurrentLinkedQueue<>();
    final AtomicInteger atWork = new AtomicInteger();
    final AtomicInteger mostAtWork = new AtomicInteger();
    final AtomicInteger done = new AtomicInteger();
    final CountDownLatch opened = new CountDownLatch(1);
    final boolean stubborn;
    final Consumer<String> tell;

    /**
     * @param stubborn whether interrupts do not impress it
     * @param tell gets a line on whatever happens to a report
     */
    Gate(boolean stubborn, Consumer<String> tell) {
      this.stubborn = stubborn;
      this.tell = tell;
    }

    @Override
    public void collect(String report) {
      mostAtWork.accumulateAndGet(atWork.incrementAndGet(), Math::max);
      tell.accept("begun " + report);
      try {
        hold(report);
        collected.add(report);
        tell.accept("collected " + report);
      } finally {
        done.incrementAndGet();
        atWork.decrementAndGet();
      }
    }

    private void hold(String report) {
      try {
        opened.await();
      } catch (InterruptedException e) {
        interrupted.add(report);
        tell.accept("interrupted " + report);
        if (!stubborn) {
          Gate.<RuntimeException>rethrow(e);
        }
        hold(report);
      }
    }

    /** Throws a checked exception, also if the program's interface does not declare it. */
    @SuppressWarnings("unchecked")
    static <T extends Throwable> void rethrow(Throwable thrown) throws T {
      throw (T) thrown;
    }

    void open() {
      opened.countDown();
    }
  }

  /** A reporter in this JVM, and what became of its reports. Every wait for it has a limit. */
  private static final class Desk implements AutoCloseable {
    private final Gate gate = new Gate(false, line -> {});
    private final AtomicInteger accepted = new AtomicInteger();
    private final ThreadWatch watch = ThreadWatch.start();
    private final Lesson6.Reporter reporter;

    Desk(int workers, int capacity) throws Exception {
      reporter =
          Call.of("constructor", () -> new Lesson6.Reporter(workers, capacity, gate))
              .await(Within.seconds(1))
              .get();
    }

    Call<Boolean> report(String data) {
      return Call.of(
          "report('" + data + "')",
          () -> {
            boolean isAccepted = reporter.report(data);
            accepted.addAndGet(isAccepted ? 1 : 0);
            return isAccepted;
          });
    }

    Call<Integer> close(String name, Duration grace) {
      return Call.of(name, () -> reporter.close(grace));
    }

    void mustAccept(List<String> reports) throws Exception {
      for (String data : reports) {
        if (!report(data).await(Within.seconds(1)).get()) {
          throw ProofFailure.lost("report('%s') returned false before close".formatted(data));
        }
      }
    }

    void mustRefuse(String data) throws Exception {
      if (report(data).await(Within.seconds(1)).get()) {
        throw ProofFailure.lost("report('%s') returned true after close".formatted(data));
      }
    }

    /** Each caller has its answer or waits for room, and at least one waits. */
    void mustBeFull(List<Call<Boolean>> callers) throws Exception {
      Within.await(
          Within.seconds(1),
          () -> callers.stream().allMatch(c -> c.isOver() || Actor.rests(c.thread())));
      for (var caller : callers) {
        if (caller.isOver() && !caller.await(A_MOMENT).get()) {
          throw ProofFailure.lost(caller.thread().getName() + " returned false before close");
        }
      }
      if (callers.stream().allMatch(Call::isOver)) {
        throw ProofFailure.fail(
            "%d reports, none of them done, are more than workers and capacity; none waits"
                .formatted(callers.size()));
      }
    }

    /** No report is done, so close has to wait. */
    void mustStayInside(Call<Integer> close, Duration look) throws Exception {
      Within.await(Within.seconds(1), () -> Actor.rests(close.thread()));
      if (Within.await(look, close::isOver)) {
        throw ProofFailure.lost(
            "%s has returned %d; of the reports that were accepted %d are collected"
                .formatted(
                    close.thread().getName(), close.await(A_MOMENT).get(), gate.collected.size()));
      }
    }

    void mustReturnZero(Call<Integer> close) throws Exception {
      int lost = close.await(Within.seconds(1)).get();
      mustLose(0, lost, close.thread().getName() + " has time enough for all reports. It");
    }

    /** What was accepted matters more than who still waits. */
    void mustHaveAnswered(List<String> reports, List<Call<Boolean>> callers) throws Exception {
      Within.await(Within.seconds(1), () -> callers.stream().allMatch(Call::isOver));
      List<String> accepted = new ArrayList<>();
      for (int i = 0; i < reports.size(); i++) {
        if (callers.get(i).isOver() && callers.get(i).await(A_MOMENT).get()) {
          accepted.add(reports.get(i));
        }
      }
      mustHaveCollected(accepted);
      for (var caller : callers) {
        caller.await(Duration.ofMillis(1));
      }
    }

    void mustHaveCollected(List<String> accepted) {
      if (!gate.interrupted.isEmpty()) {
        throw ProofFailure.lost(
            "interrupted while they were collected, before the grace period was over: "
                + gate.interrupted);
      }
      mustMatch(accepted, gate.collected);
    }

    static void mustMatch(Collection<String> accepted, Collection<String> collected) {
      Set<String> missing = new TreeSet<>(accepted);
      missing.removeAll(Set.copyOf(collected));
      if (!missing.isEmpty()) {
        throw ProofFailure.lost(
            "%d accepted, %d collected when close had returned; missing: %s"
                .formatted(accepted.size(), collected.size(), some(missing)));
      }
      if (collected.size() > accepted.size()) {
        List<String> more = new ArrayList<>(collected);
        accepted.forEach(more::remove);
        throw ProofFailure.fail("collected twice, or not accepted: " + some(more));
      }
    }

    /** Enough to see which, however many they are. */
    private static String some(Collection<String> reports) {
      String first = reports.stream().limit(5).collect(Collectors.joining(", "));
      return reports.size() > 5 ? first + ", …" : first;
    }

    void mustLeaveNoThread() throws InterruptedException {
      try {
        watch.assertNoneLeft(Within.millis(0));
      } catch (ProofFailure left) {
        throw ProofFailure.leaked("close has returned, and this is left:", left.threads());
      }
    }

    @Override
    public void close() {
      gate.open();
      try (watch) {
        Call<Integer> end = close("last close", Duration.ofMillis(500));
        Within.await(Within.seconds(1), end::isOver);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** Rounds in which many threads report until they are refused, while another one closes. */
  private static final class Race implements AutoCloseable {
    private static final int PRODUCERS = 6;
    private static final int REPORTS = 40;

    private final Random random = new Random(6);
    private final ThreadWatch watch = ThreadWatch.start();
    private final List<List<String>> reports =
        Actor.names("report", PRODUCERS).stream().map(n -> Actor.names(n, REPORTS)).toList();
    private final ExecutorService racers =
        Executors.newFixedThreadPool(
            PRODUCERS + 1, Thread.ofPlatform().name("racer-", 1).daemon(true).factory());

    void run(int workers, int capacity) throws Exception {
      var collected = new ConcurrentLinkedQueue<String>();
      var count = new AtomicInteger();
      var reporter =
          new Lesson6.Reporter(
              workers,
              capacity,
              report -> {
                collected.add(report);
                count.incrementAndGet();
              });
      var accepted = new AtomicIntegerArray(PRODUCERS);
      List<Future<Integer>> calls = new ArrayList<>();
      for (int i = 0; i < PRODUCERS; i++) {
        int mine = i;
        calls.add(racers.submit(() -> reportAll(reporter, mine, accepted)));
      }
      int enough = random.nextInt(PRODUCERS * REPORTS / 2);
      Future<Integer> close =
          racers.submit(
              () -> {
                while (count.get() < enough
                    && !calls.stream().allMatch(Future::isDone)
                    && !Thread.currentThread().isInterrupted()) {
                  Thread.onSpinWait();
                }
                return reporter.close(Actor.AMPLE);
              });
      try {
        mustLose(0, end(close, "close"), "no report takes any time. close");
        for (Future<Integer> call : calls) {
          end(call, "report");
        }
      } catch (ProofFailure hung) {
        if (close.isDone()) { // then it matters more what is lost than who waits
          mustMatch(accepted, collected);
        }
        throw hung;
      }
      mustMatch(accepted, collected);
    }

    private int reportAll(Lesson6.Reporter reporter, int mine, AtomicIntegerArray accepted)
        throws Exception {
      for (String data : reports.get(mine)) {
        if (!reporter.report(data)) {
          break;
        }
        accepted.incrementAndGet(mine);
      }
      return accepted.get(mine);
    }

    private int end(Future<Integer> call, String method) throws Exception {
      String what = "%d threads report, one closes: a call of %s ";
      what = what.formatted(PRODUCERS, method);
      try {
        return call.get(Within.seconds(1).toMillis(), TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        throw ProofFailure.hung(what + "does not return", watch.started()).because(e);
      } catch (ExecutionException e) {
        throw ProofFailure.fail(what + "threw " + e.getCause()).because(e.getCause());
      }
    }

    private void mustMatch(AtomicIntegerArray accepted, Collection<String> collected) {
      List<String> all = new ArrayList<>();
      for (int i = 0; i < PRODUCERS; i++) {
        all.addAll(reports.get(i).subList(0, accepted.get(i)));
      }
      Desk.mustMatch(all, collected);
    }

    @Override
    public void close() {
      racers.shutdownNow();
      watch.close();
    }
  }

  /** Ten thousand reports from a few threads, as fast as they are accepted. */
  private static final class Burst {
    private static final int PRODUCERS = 8;
    private static final int REPORTS = 1250;

    /** Threads that a program may need besides: one that hands out the work, a timer. */
    private static final int A_FEW = 10;

    private final Desk desk;
    private final int workers;
    private final int capacity;
    private final AtomicInteger accepted = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();
    private volatile boolean enough;
    private final List<Call<List<String>>> producers;

    Burst(Desk desk, int workers, int capacity) {
      this.desk = desk;
      this.workers = workers;
      this.capacity = capacity;
      producers =
          Actor.names("producer", PRODUCERS).stream()
              .map(name -> Call.of(name, () -> reportAll(name)))
              .toList();
    }

    private List<String> reportAll(String name) throws Exception {
      List<String> mine = new ArrayList<>();
      for (int i = 1;
          i <= REPORTS && !enough && mostAtOnce.get() <= 2 * (workers + capacity);
          i++) {
        String data = name + "-" + i;
        if (!desk.reporter.report(data)) {
          throw ProofFailure.lost("report('%s') returned false before close".formatted(data));
        }
        mine.add(data);
        // In this order: never more than the reporter really had at one time.
        int before = accepted.incrementAndGet();
        mostAtOnce.accumulateAndGet(before - desk.gate.done.get(), Math::max);
      }
      return mine;
    }

    /** No report is done, so after a while all producers have to wait. */
    void mustFill() throws Exception {
      Within.await(
          Within.seconds(1), () -> accepted.get() >= capacity && desk.gate.atWork.get() >= workers);
      for (int seen = -1; seen != accepted.get(); ) {
        seen = accepted.get();
        int last = seen;
        Within.await(A_MOMENT, () -> accepted.get() != last);
      }
      mustStayWithin();
      if (accepted.get() < capacity) {
        throw ProofFailure.hung(
            "there is room for %d reports, and report waits after %d"
                .formatted(capacity, accepted.get()),
            desk.watch.started());
      }
      if (desk.gate.atWork.get() < workers) {
        throw ProofFailure.fail(
            "reports wait, and of %d workers only %d is at work"
                .formatted(workers, desk.gate.atWork.get()));
      }
    }

    List<String> mustEnd() throws Exception {
      if (!areOver(Duration.ofSeconds(8))) {
        enough = true; // it is slow, but is it under way?
        if (!areOver(Within.seconds(1))) {
          throw ProofFailure.hung(
              "%d of %d reports were accepted, and it does not go on"
                  .formatted(accepted.get(), PRODUCERS * REPORTS),
              desk.watch.started());
        }
      }
      List<String> all = new ArrayList<>();
      for (var producer : producers) {
        all.addAll(producer.await(A_MOMENT).get());
      }
      return all;
    }

    private boolean areOver(Duration limit) throws Exception {
      return Within.await(
          limit,
          () -> {
            mustStayWithin();
            return producers.stream().allMatch(Call::isOver);
          });
    }

    private void mustStayWithin() {
      String what = "%d reports were sent, with %d workers and a capacity of %d: ";
      what = what.formatted(accepted.get(), workers, capacity);
      if (desk.gate.mostAtWork.get() > workers) {
        throw ProofFailure.fail(
            what + "%d were being collected at once".formatted(desk.gate.mostAtWork.get()));
      }
      if (mostAtOnce.get() > workers + capacity) {
        throw ProofFailure.fail(what + "%d were accepted and not done".formatted(mostAtOnce.get()));
      }
      List<LiveThread> threads =
          desk.watch.started().stream().filter(t -> !t.name().startsWith("producer-")).toList();
      if (threads.size() > workers + capacity + A_FEW) {
        throw ProofFailure.leaked(what + "there are %d threads".formatted(threads.size()), threads);
      }
    }
  }

  /** A reporter in a JVM of its own, where all that is said on stderr can be read. */
  private static final class Act implements AutoCloseable {
    private final Program program;

    private Act(Program program) {
      this.program = program;
    }

    static Act start(String... name) throws Exception {
      var act = new Act(Program.start(Actor.class.getName(), name));
      try {
        act.mustSay("begins", "the JVM starts");
        return act;
      } catch (Exception | Error e) {
        act.close();
        throw e;
      }
    }

    /**
     * Waits for a line of the actor, as long as the longest act takes.
     *
     * @param what what the line stands for
     */
    MatchResult mustSay(String line, String what) throws Exception {
      Pattern wanted = line(line);
      Within.await(
          Within.millis(Actor.GRACE.toMillis() + 2000),
          () -> find(wanted) != null || find(line("broke: (.*)")) != null || !program.isAlive());
      MatchResult broke = find(line("broke: (.*)"));
      if (broke != null) {
        throw ProofFailure.fail("it threw " + broke.group(1));
      }
      MatchResult found = find(wanted);
      if (found == null && program.isAlive()) {
        throw ProofFailure.hung(
            "this does not come about: %s. The last that was seen:\n%s".formatted(what, said()),
            left());
      }
      if (found == null) {
        throw ProofFailure.fail("the program ended: " + program.awaitExit(A_MOMENT));
      }
      return found;
    }

    int numberIn(String line) throws Exception {
      return Integer.parseInt(mustSay(line, "close returns").group(1));
    }

    private static Pattern line(String begin) {
      return Pattern.compile("(?m)^" + Actor.MARK + begin);
    }

    private MatchResult find(Pattern wanted) {
      return wanted.matcher(program.stdout()).results().findFirst().orElse(null);
    }

    /** The first group of each such line. */
    List<String> all(String line) {
      return line(line).matcher(program.stdout()).results().map(m -> m.group(1)).toList();
    }

    /** The last lines of the actor. */
    private String said() {
      List<String> all = all("(.*)");
      return String.join("\n", all.subList(Math.max(0, all.size() - 5), all.size())).indent(2);
    }

    void mustHaveSaidOnStderr(String what, String data) throws Exception {
      if (!Within.await(Within.millis(0), () -> program.stderr().contains(data))) {
        throw ProofFailure.silent(what + ", and stderr does not name it");
      }
    }

    void mustHavePrinted(String what, String... oneOf) throws Exception {
      boolean printed =
          Within.await(
              Within.millis(0),
              () -> {
                String text =
                    program.stderr() + program.stdout().replaceAll(line(".*").pattern(), "");
                return Stream.of(oneOf).anyMatch(text::contains);
              });
      if (!printed) {
        throw ProofFailure.silent(what + ", and nothing that was printed says so");
      }
    }

    void mustLeaveNoThread() throws Exception {
      if (!Within.await(Within.millis(0), () -> left().isEmpty())) {
        throw ProofFailure.leaked("close has returned, and this is left:", left());
      }
    }

    /** Threads other than the actor's own. */
    List<LiveThread> left() {
      return program.threads().stream()
          .filter(t -> !t.name().equals("main") && !t.name().startsWith("actor-"))
          .toList();
    }

    @Override
    public void close() {
      program.close();
    }
  }

  /**
   * Plays an act with a reporter, and tells on stdout what comes about. It runs where there are
   * only the JDK and the classes of program and proofs: so it may use nothing else.
   */
  static final class Actor {
    static final String MARK = "act: ";
    static final Duration GRACE = Duration.ofSeconds(1);

    /** For a close that needs none of it. */
    static final Duration AMPLE = Duration.ofSeconds(5);

    static final int WORKERS = 8;
    static final int CALLERS = 8;

    private final List<FutureTask<String>> ends = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private volatile long closedAt;

    public static void main(String... args) throws Exception {
      var actor = new Actor();
      tell("begins");
      try {
        switch (args[0]) {
          case "failing" -> actor.failing();
          case "stuck" -> actor.stuck(args[1].equals("stubborn"));
          case "one-stuck" -> actor.oneStuck();
          case "full" -> actor.full(args[1].equals("stuck"));
          case "interrupted-report" -> actor.interruptedReport();
          case "interrupted-close" -> actor.interruptedClose(args[1].equals("before"));
          default -> throw new IllegalArgumentException(args[0]);
        }
        tell("over");
      } catch (Throwable broke) { // the proof shows it
        tell("broke: " + broke);
      }
      new CountDownLatch(1).await(); // until the proof has looked at the threads, and ends it
    }

    private static void tell(String line) {
      System.out.println(MARK + line);
    }

    private void failing() throws Exception {
      var reporter = new Lesson6.Reporter(1, 10, Actor::throwOrTell);
      reporter.report("bad-checked");
      reporter.report("good-01");
      reporter.report("bad-unchecked");
      reporter.report("good-02");
      reporter.report("bad-error");
      reporter.report("good-03");
      reporter.report("good-04");
      tell(end("close", () -> reporter.close(AMPLE)));
    }

    private static void throwOrTell(String report) {
      switch (report) {
        case "bad-checked" -> Gate.<RuntimeException>rethrow(new IOException("reason-checked"));
        case "bad-unchecked" -> throw new IllegalStateException("reason-unchecked");
        case "bad-error" -> throw new AssertionError("reason-error");
        default -> tell("collected " + report);
      }
    }

    private void stuck(boolean stubborn) throws Exception {
      var gate = new Gate(stubborn, this::tellWhen);
      var reporter = new Lesson6.Reporter(WORKERS, 10, gate);
      for (String data : names("stuck", 10)) {
        reporter.report(data);
      }
      await(() -> gate.atWork.get() == WORKERS);
      closedAt = System.nanoTime();
      tell("close begins");
      start("first close", () -> reporter.close(GRACE));
      start("second close", () -> reporter.close(GRACE));
      tellEnds();
      tell(end("third close", () -> reporter.close(GRACE)));
      await(() -> gate.interrupted.size() >= WORKERS);
      tell("looked");
      gate.open();
      tell("released");
    }

    private void tellWhen(String line) {
      long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - closedAt);
      tell(line.startsWith("interrupted") ? "%s after %d ms".formatted(line, millis) : line);
    }

    private void oneStuck() throws Exception {
      var gate = new Gate(false, Actor::tell);
      var reporter =
          new Lesson6.Reporter(
              2,
              10,
              report -> {
                if (report.startsWith("stuck")) {
                  gate.collect(report);
                } else {
                  tell("collected " + report);
                }
              });
      reporter.report("stuck-01");
      for (String data : names("quick", 9)) {
        reporter.report(data);
      }
      tell(end("close", () -> reporter.close(GRACE)));
    }

    private void full(boolean stuck) throws Exception {
      var gate = new Gate(false, Actor::tell);
      var reporter = new Lesson6.Reporter(1, 2, gate);
      fill(reporter);
      start("close", () -> reporter.close(stuck ? GRACE : AMPLE));
      if (!stuck) {
        await(() -> rests(threads.getLast()));
        gate.open();
      }
      tellEnds();
      tell(end("late-01", () -> reporter.report("late-01")));
    }

    private void interruptedReport() throws Exception {
      var gate = new Gate(false, Actor::tell);
      var reporter = new Lesson6.Reporter(1, 2, gate);
      fill(reporter);
      int waiting = 0;
      while (ends.get(waiting).isDone()) {
        waiting++;
        if (waiting == CALLERS) {
          throw new IllegalStateException("more reports than room, and no caller waits");
        }
      }
      threads.get(waiting).interrupt();
      tell("interrupted: " + ends.get(waiting).get());
      gate.open();
      tellEnds();
      tell(end("close", () -> reporter.close(AMPLE)));
    }

    /** More callers than there is room for. */
    private void fill(Lesson6.Reporter reporter) {
      for (String data : names("caller", CALLERS)) {
        start(data, () -> reporter.report(data));
      }
      await(() -> threads.stream().allMatch(Actor::rests));
    }

    private void interruptedClose(boolean before) throws Exception {
      var gate = new Gate(false, Actor::tell);
      var reporter = new Lesson6.Reporter(2, 4, gate);
      for (String data : names("stuck", 4)) {
        reporter.report(data);
      }
      await(() -> gate.atWork.get() == 2);
      start(
          "close",
          () -> {
            if (before) {
              Thread.currentThread().interrupt();
            }
            return reporter.close(GRACE);
          });
      if (!before) {
        await(() -> rests(threads.getLast()));
        threads.getLast().interrupt();
      }
      tellEnds();
    }

    /** A call on a thread of its own. */
    private void start(String name, Callable<?> call) {
      var end = new FutureTask<>(() -> end(name, call));
      ends.add(end);
      threads.add(Thread.ofPlatform().name("actor-" + name).daemon().start(end));
    }

    private void tellEnds() throws Exception {
      for (FutureTask<String> end : ends.reversed()) {
        tell(end.get());
      }
    }

    /** How the call ended, as the proofs read it. */
    private static String end(String name, Callable<?> call) {
      String how;
      try {
        how = "returned " + call.call();
      } catch (Throwable thrown) { // the proof judges it
        how = "threw " + thrown;
      }
      boolean flag = Thread.currentThread().isInterrupted();
      return "%s %s, flag %s".formatted(name, how, flag ? "set" : "clear");
    }

    /** Waits until the condition has held for a while, for a state may pass; 2 s at most. */
    private static void await(BooleanSupplier condition) {
      int held = 0;
      for (int i = 0; i < 200 && held < 10; i++) {
        held = condition.getAsBoolean() ? held + 1 : 0;
        LockSupport.parkNanos(10_000_000);
      }
    }

    /** Whether the thread waits or has ended. */
    static boolean rests(Thread thread) {
      return switch (thread.getState()) {
        case WAITING, TIMED_WAITING, TERMINATED -> true;
        case NEW, RUNNABLE, BLOCKED -> false;
      };
    }

    /** Of one width, so that none is part of another. */
    static List<String> names(String of, int count) {
      return IntStream.rangeClosed(1, count).mapToObj((of + "-%02d")::formatted).toList();
    }
  }
}
