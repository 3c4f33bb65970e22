// SPDX-License-Identifier: Apache-2.0
package loosethreads.guide;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import loosethreads.check.Checker;
import loosethreads.check.Limits;
import loosethreads.check.ProgramFile;
import loosethreads.check.RunResult;
import loosethreads.check.Verdict;
import loosethreads.lesson.Lesson;
import loosethreads.lesson.Lessons;

/**
 * All that the guide shows of programs that run, done once: each scenario with both programs, the
 * thread dumps, and the sessions in JShell.
 */
final class Rehearsal implements Run.Source {
  /** More would only wait for each other's JVMs to start, and would show in the figures. */
  private static final int AT_ONCE = 2;

  /** Nobody waits at a terminal, and the machine may be busy. */
  private static final Limits LIMITS =
      new Limits(
          Limits.USUAL.compile(),
          Limits.USUAL.proof(),
          Limits.USUAL.check(),
          Duration.ofSeconds(60),
          Limits.USUAL.heap());

  private static final int MOST_TRIES = 3;

  private static final Duration SESSION_LIMIT = Duration.ofSeconds(60);

  /** A program that did not get the verdict that it must get, or was gone before its dump. */
  static final class Unexpected extends Exception {
    private static final long serialVersionUID = 1L;

    Unexpected(String message) {
      super(message);
    }
  }

  /** What a lesson's programs did. */
  private record Played(Map<Side, Run> runs, Map<String, String> figures) {
    Played {
      runs = Map.copyOf(runs);
      figures = Map.copyOf(figures);
    }
  }

  private final Map<Lesson, Played> all = new HashMap<>();
  private Optional<TestRun> test = Optional.empty();
  private final List<String> problems = new ArrayList<>();

  private Rehearsal() {}

  /**
   * Plays it all.
   *
   * @throws Unexpected if a program does not get the verdict that it must get
   */
  static Rehearsal of(Sources sources) throws Exception {
    Lessons lessons = sources.lessons();
    var rehearsal = new Rehearsal();
    var threads = Thread.ofPlatform().name("loose-threads-guide-", 1).factory();
    try (var checker = new Checker(lessons, LIMITS);
        var players = Executors.newFixedThreadPool(AT_ONCE, threads)) {
      try {
        Future<Optional<TestRun>> testing = players.submit(() -> TestRun.of(sources, checker));
        rehearsal.play(lessons, checker, players);
        rehearsal.test = got(testing);
      } finally {
        players.shutdownNow();
      }
    }
    return rehearsal;
  }

  private void play(Lessons lessons, Checker checker, ExecutorService players) throws Exception {
    Map<Lesson, Future<Played>> playing = new HashMap<>();
    List<Callable<Optional<String>>> sessions = new ArrayList<>();
    for (Lesson lesson : lessons.all()) {
      playing.put(lesson, players.submit(() -> played(checker, lessons, lesson)));
      for (Transcript session : Transcript.in(lessons.chapter(lesson))) {
        sessions.add(() -> session.refute(lessons, lesson, SESSION_LIMIT));
      }
    }
    for (Future<Optional<String>> session : players.invokeAll(sessions)) {
      got(session).ifPresent(problems::add);
    }
    for (Lesson lesson : lessons.all()) {
      all.put(lesson, got(playing.get(lesson)));
    }
  }

  private static <T> T got(Future<T> played) throws Exception {
    try {
      return played.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    }
  }

  /** One after the other: a dump is of the one JVM that runs the lesson's program. */
  private static Played played(Checker checker, Lessons lessons, Lesson lesson) throws Exception {
    Map<Side, Run> runs = new EnumMap<>(Side.class);
    Map<String, String> figures = new HashMap<>();
    for (Side side : Side.values()) {
      ProgramFile program = side.program(lessons, lesson);
      runs.put(side, patiently(() -> run(checker, lessons, lesson, side)));
      figures.putAll(patiently(() -> measured(checker, lesson, program, side)));
    }
    return new Played(runs, figures);
  }

  /** A scenario has deadlines of its own, which a program may miss where the machine is busy. */
  private static <T> T patiently(Callable<T> played) throws Exception {
    for (int tries = 1; ; tries++) {
      try {
        return played.call();
      } catch (Unexpected e) {
        if (tries == MOST_TRIES) {
          throw e;
        }
      }
    }
  }

  private static Map<String, String> measured(
      Checker checker, Lesson lesson, ProgramFile program, Side side) throws Exception {
    try {
      return checker.measure(lesson, program, side == Side.BROKEN);
    } catch (IOException e) {
      throw new Unexpected(e.getMessage());
    }
  }

  private static Run run(Checker checker, Lessons lessons, Lesson lesson, Side side)
      throws Exception {
    var program = side.program(lessons, lesson);
    Optional<Dump> wanted =
        side == Side.BROKEN ? Dump.in(lessons.chapter(lesson)) : Optional.empty();
    var printed = new Printed(lesson, wanted.flatMap(Dump::after));
    RunResult result =
        checker.run(lesson, program, printed.stream(), printed.stream(), Optional.empty());
    String due = side == Side.BROKEN ? lesson.outcome() : Verdict.PASS.name();
    if (!result.verdict().name().equals(due) || result.recording().isEmpty()) {
      throw new Unexpected(
          "%s must get %s in its scenario, but got %s: %s"
              .formatted(program.shown(), due, result.verdict(), result.message()));
    }
    List<String> dump = List.of();
    if (wanted.isPresent()) {
      boolean inScenario = wanted.get().after().isPresent();
      dump = inScenario ? printed.dump() : wanted.get().take(lesson, program);
    }
    return new Run(lines(printed.lines(), result), result.recording().get(), dump);
  }

  /** As a terminal would show it. */
  private static List<String> lines(List<String> printed, RunResult result) {
    List<String> lines = new ArrayList<>(printed);
    if (result.verdict() != Verdict.PASS) {
      lines.add("");
      lines.addAll((result.verdict() + ": " + result.message()).lines().toList());
    }
    return lines;
  }

  @Override
  public Run of(Lesson lesson, Side side) {
    return all.get(lesson).runs().get(side);
  }

  @Override
  public Map<String, String> figures(Lesson lesson) {
    return all.get(lesson).figures();
  }

  @Override
  public Optional<TestRun> test() {
    return test;
  }

  @Override
  public List<String> problems() {
    return List.copyOf(problems);
  }
}
