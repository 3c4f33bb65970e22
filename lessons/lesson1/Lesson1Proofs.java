// SPDX-License-Identifier: Apache-2.0
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import loosethreads.proof.HalfRequest;
import loosethreads.proof.Http;
import loosethreads.proof.LessonProofs;
import loosethreads.proof.LiveThread;
import loosethreads.proof.Outcome;
import loosethreads.proof.Program;
import loosethreads.proof.ProofFailure;
import loosethreads.proof.Within;
import org.junit.jupiter.api.Test;

@LessonProofs
class Lesson1Proofs {
  private static final Duration A_MOMENT = Duration.ofMillis(500);

  /** How soon a program that can't do its work is over. */
  private static final Duration END_LIMIT = Within.seconds(2);

  @Test
  void both_services_answer_for_as_long_as_nobody_ends_the_program() throws Exception {
    try (var program = Program.start("Lesson1", "0", "0")) {
      URI app = addressOf("app", program);
      URI debug = addressOf("debug", program);
      mustAnswer(program, app, debug);
      if (Within.await(A_MOMENT, () -> !program.isAlive())) {
        mustNotBeOver(program);
      }
      mustAnswer(program, app, debug);
    }
  }

  @Test
  void a_service_that_can_not_start_is_reported() throws Exception {
    for (Service service : Service.values()) {
      try (ServerSocket taken = Http.takePort();
          var program = service.startOn(taken)) {
        Within.await(END_LIMIT, () -> !program.isAlive() || service.isReported(program.stderr()));
        if (!program.isAlive()) {
          program.awaitExit(END_LIMIT); // its last words included
        }
        String stderr = program.stderr();
        if (!service.isReported(stderr)) {
          throw ProofFailure.silent(
              "%s; %s, and no line of its stderr, frames apart, names '%s' and the cause%s"
                  .formatted(service.trouble(), end(program), service, shown(stderr)));
        }
      }
    }
  }

  @Test
  void a_service_that_can_not_start_ends_the_program() throws Exception {
    for (Service service : Service.values()) {
      try (ServerSocket taken = Http.takePort();
          var program = service.startOn(taken)) {
        if (!Within.await(END_LIMIT, () -> !program.isAlive())) {
          throw ProofFailure.hung(
              "%s, and %d ms later the program still runs"
                  .formatted(service.trouble(), END_LIMIT.toMillis()),
              keepingAlive(program));
        }
        Program.Exit exit = program.awaitExit(END_LIMIT);
        if (exit.status() == 0) {
          throw ProofFailure.silent(
              "%s; the program ended with status 0, which tells whoever started it that all is well"
                  .formatted(service.trouble()));
        }
      }
    }
  }

  @Test
  void each_thread_of_the_program_has_a_name_that_says_what_it_is_for() throws Exception {
    try (var program = Program.start("Lesson1", "0", "0")) {
      URI app = addressOf("app", program);
      URI debug = addressOf("debug", program);
      get(program, app, "/ping");
      get(program, debug, "/debug/threads");
      // Whoever reads a request waits for the rest of these two, and can be seen.
      try (var _ = HalfRequest.begin(app, "/ping");
          var _ = HalfRequest.begin(debug, "/debug/threads")) {
        Within.await(
            A_MOMENT,
            () -> {
              mustHaveNames(program);
              return false;
            });
      }
    }
  }

  @Test
  void a_sigterm_ends_the_program() throws Exception {
    try (var program = Program.start("Lesson1", "0", "0")) {
      URI app = addressOf("app", program);
      URI debug = addressOf("debug", program);
      get(program, app, "/ping");
      get(program, debug, "/debug/threads");
      program.terminate();
      int status = program.awaitExit(END_LIMIT).status();
      if (status != 143 && status != 0) {
        throw ProofFailure.fail(
            "exit status after SIGTERM: %d, not 143 (or 0)%s"
                .formatted(status, shown(program.stderr())));
      }
    }
  }

  private enum Service {
    DEBUG("debug"),
    APP("app");

    /** As the contract prints it. */
    private final String name;

    /** The name as a word, alone or in an identifier such as {@code startApp}. */
    private final Pattern word;

    Service(String name) {
      this.name = name;
      String capital = Character.toUpperCase(name.charAt(0)) + name.substring(1);
      word =
          Pattern.compile(
              "(?<![A-Za-z])(%s(?![a-z])|%s(?![A-Za-z]))|%s(?![a-z])"
                  .formatted(name, name.toUpperCase(Locale.ROOT), capital));
    }

    Program startOn(ServerSocket taken) throws IOException {
      String port = Integer.toString(taken.getLocalPort());
      return this == APP
          ? Program.start("Lesson1", port, "0")
          : Program.start("Lesson1", "0", port);
    }

    String trouble() {
      return "the %s service can't start, its port is taken".formatted(name);
    }

    boolean isReported(String stderr) {
      return Report.in(stderr).stream()
          .anyMatch(r -> word.matcher(r.text()).find() && r.saysThatThePortIsTaken());
    }

    @Override
    public String toString() {
      return name;
    }
  }

  /**
   * What belongs together on stderr: a line, and the exception or the indented lines below it;
   * without frames, for these name any method and not what failed.
   */
  private record Report(String text) {
    private static final Pattern FRAME =
        Pattern.compile("\\s*(at \\S+\\(.*\\)|\\.\\.\\. \\d+ (more|common).*)");
    private static final Pattern CONTINUED =
        Pattern.compile("\\s.*|((Caused by|Suppressed): )?([\\w$]+\\.)+[\\w$]+(: .*)?");
    private static final Pattern TAKEN =
        Pattern.compile(
            "(?i)BindException|in use|taken|occupied|busy|already bound|not (free|available)");

    static List<Report> in(String stderr) {
      List<Report> reports = new ArrayList<>();
      for (String line : stderr.lines().toList()) {
        if (FRAME.matcher(line).matches()) {
          continue;
        }
        boolean goesOn = !reports.isEmpty() && CONTINUED.matcher(line).matches();
        reports.add(new Report(goesOn ? reports.removeLast().text + "\n" + line : line));
      }
      return reports;
    }

    boolean saysThatThePortIsTaken() {
      return TAKEN.matcher(text).find();
    }
  }

  /** What names nobody chose. */
  private static final class DefaultName {
    private static final Pattern PATTERN =
        Pattern.compile(
            "(?i)pool-\\d+-thread-\\d+|ForkJoinPool-\\d+-worker-\\d+|Timer-\\d+"
                + "|(thread|t)?[-_ #]*\\d*");

    private DefaultName() {}

    static boolean isThatOf(LiveThread thread) {
      return PATTERN.matcher(thread.name()).matches();
    }

    /** The starter may have ended. It is known if the line is, at which it started the other. */
    static boolean isThatOfTheStarterOf(LiveThread thread) {
      return !thread.startedAt().isEmpty() && PATTERN.matcher(thread.startedBy()).matches();
    }
  }

  private static void mustHaveNames(Program program) {
    mustNotHave(
        DefaultName::isThatOf,
        program,
        "a default name, or none, does not say what a thread is for:");
    mustNotHave(
        DefaultName::isThatOfTheStarterOf,
        program,
        "these were started by a thread whose own name, a default one or none, does not say what it"
            + " is for:");
  }

  private static void mustNotHave(Predicate<LiveThread> fault, Program program, String what) {
    List<LiveThread> atFault = program.threads().stream().filter(fault).toList();
    if (!atFault.isEmpty()) {
      throw new ProofFailure(Outcome.FAIL, what, atFault);
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

  private static void mustAnswer(Program program, URI app, URI debug) throws Exception {
    Http.Reply pong = get(program, app, "/ping");
    assertEquals(200, pong.status(), "status of /ping");
    assertEquals("pong", pong.body().strip(), "body of /ping");
    Stream<LiveThread> before = program.threads().stream();
    Http.Reply threads = get(program, debug, "/debug/threads");
    assertEquals(200, threads.status(), "status of /debug/threads");
    if (Stream.concat(before, program.threads().stream()).noneMatch(t -> lists(threads, t))) {
      throw ProofFailure.fail(
          "/debug/threads lists none of the program's threads; it is:\n"
              + threads.body().strip().indent(2));
    }
  }

  /** By name, or by a line of its stack. */
  private static boolean lists(Http.Reply page, LiveThread thread) {
    return (!thread.name().isBlank() && page.body().contains(thread.name()))
        || thread.stack().stream()
            .anyMatch(f -> page.body().contains(f.getClassName() + "." + f.getMethodName()));
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
    if (!program.isAlive()) {
      int status = program.awaitExit(A_MOMENT).status();
      if (status == 0) {
        throw ProofFailure.early(
            "the program ended with status 0 before anybody asked it to, so it serves nobody",
            List.of());
      }
      throw ProofFailure.fail(
          "both ports are free, and the program ended with status %d before anybody asked it to%s"
              .formatted(status, shown(program.stderr())));
    }
  }

  /** The threads that are no daemons; all, if these are not what keeps the program alive. */
  private static List<LiveThread> keepingAlive(Program program) {
    List<LiveThread> all = program.threads();
    List<LiveThread> keeping = all.stream().filter(t -> !t.virtual() && !t.daemon()).toList();
    return keeping.isEmpty() ? all : keeping;
  }

  private static String end(Program program) throws InterruptedException {
    return program.isAlive()
        ? "%d ms later the program still runs".formatted(END_LIMIT.toMillis())
        : "the program ended with status " + program.awaitExit(END_LIMIT).status();
  }

  private static String shown(String stderr) {
    String text = stderr.strip();
    return text.isEmpty() ? "; its stderr is empty" : "; its stderr:\n" + text.indent(2);
  }
}
