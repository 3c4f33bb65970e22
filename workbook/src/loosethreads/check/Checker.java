// SPDX-License-Identifier: Apache-2.0
package loosethreads.check;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import loosethreads.lesson.Lesson;
import loosethreads.lesson.Lessons;
import loosethreads.proof.ChildJvm;
import loosethreads.proof.Outcome;
import loosethreads.proof.QuickStart;
import loosethreads.proof.QuickStart.Purpose;

/**
 * Judges programs. It compiles them here, and runs them only in child JVMs, one for each check,
 * that do not outlive it.
 */
public final class Checker implements AutoCloseable {
  /** How far a check goes. */
  public enum Extent {
    /** Every proof. */
    ALL,
    /** Up to the first that does not pass: enough for the verdict. */
    FIRST_FAILURE
  }

  private final Lessons lessons;
  private final Compiler compiler = new Compiler();
  private final Limits limits;
  private final Scratch scratch;
  private final Optional<QuickStart> quickStart = Training.place();

  /**
   * @throws IOException if the folder for temporary files can't be written to
   */
  public Checker(Lessons lessons) throws IOException {
    this(lessons, Limits.USUAL);
  }

  /** As {@link #Checker(Lessons)}, with other limits. */
  public Checker(Lessons lessons, Limits limits) throws IOException {
    this.lessons = lessons;
    this.limits = limits;
    scratch = new Scratch();
  }

  /** Runs the lesson's proofs against the program. */
  public CheckResult check(Lesson lesson, ProgramFile program, Extent extent)
      throws IOException, InterruptedException {
    try (Scratch.Folder folder = scratch.folder(lesson.folder())) {
      var driver =
          new Driver(lesson.proofsName(), lessons.proofs(lesson), folder.path(), limits.compile());
      Optional<String> problem = compile(lesson, program, driver);
      return problem.isPresent()
          ? CheckResult.doesNotCompile(lesson.number(), program.shown(), problem.get())
          : CheckResult.of(lesson.number(), program.shown(), prove(lesson, extent, folder.path()));
    }
  }

  /**
   * Plays the lesson's scenario with the program.
   *
   * @param out where the program's stdout goes while it runs
   * @param err where its stderr goes
   * @param flight the file for a flight recording of the program, if there is to be one
   */
  public RunResult run(
      Lesson lesson, ProgramFile program, OutputStream out, OutputStream err, Optional<Path> flight)
      throws IOException, InterruptedException {
    try (Scratch.Folder work = scratch.folder(lesson.folder())) {
      Path folder = work.path();
      var driver =
          new Driver(lesson.scenarioName(), lessons.scenario(lesson), folder, limits.run());
      Optional<String> problem = compile(lesson, program, driver);
      if (problem.isPresent()) {
        return RunResult.doesNotCompile(lesson.number(), program.shown(), problem.get());
      }
      Path log = folder.resolve("log");
      Tapes tapes = Tapes.in(folder, flight);
      var command =
          new ChildJvm.Command(
              Files.createDirectory(folder.resolve("run")),
              limits.heap(),
              Stream.concat(
                      tapes.stageOptions().stream(), quickStart.stream().map(QuickStart::handOn))
                  .toList(),
              classPath(folder),
              ScenarioMain.class.getName(),
              Stream.concat(
                      Stream.of(lesson.scenarioName(), log.toString()),
                      tapes.programOptions().stream())
                  .toList(),
              out,
              err,
              quickStart.map(q -> q.use(Purpose.OURS)));
      ProofResult result;
      try (ChildJvm child = ChildJvm.start(command)) {
        result = Ended.await(child, limits.run(), log).finding().results().getFirst();
      }
      tapes.saveFlight();
      return RunResult.of(lesson.number(), program.shown(), result, tapes);
    }
  }

  /** What calls the program, where to compile both, and for how long. */
  private record Driver(String name, String text, Path folder, Duration limit) {}

  /** Compiles the program alone, and then what drives it; what is wrong with it, if anything. */
  private Optional<String> compile(Lesson lesson, ProgramFile program, Driver driver)
      throws IOException, InterruptedException {
    Path classes = Files.createDirectory(driver.folder().resolve("classes"));
    return Limited.call(
        "compiler",
        driver.limit(),
        () -> {
          Optional<String> problem = compiler.compile(lesson, program, classes);
          if (problem.isPresent()) {
            return problem;
          }
          List<String> broken =
              compiler.compile(
                  new Compiler.Source(driver.name(), driver.name() + ".java", driver.text()),
                  classes + File.pathSeparator + System.getProperty("java.class.path"),
                  classes);
          return broken.isEmpty()
              ? Optional.empty()
              : Optional.of(
                  "%s compiles, but lacks what the contract of the lesson names:%n%s"
                      .formatted(program.shown(), Compiler.joined(broken)));
        });
  }

  /** A program that ends the JVM ends only the proof under way: the rest get a new JVM. */
  private List<ProofResult> prove(Lesson lesson, Extent extent, Path folder)
      throws IOException, InterruptedException {
    List<ProofResult> results = new ArrayList<>();
    long deadline = System.nanoTime() + limits.check().toNanos();
    for (int round = 1; ; round++) {
      Path log = folder.resolve("log-" + round);
      var job =
          new ProofsJob(
              lesson.proofsName(),
              log,
              extent,
              limits.proof(),
              results.stream().map(ProofResult::name).toList());
      Ended ended =
          proveIn(
              Files.createDirectory(folder.resolve("run-" + round)),
              folder,
              job,
              Duration.ofNanos(deadline - System.nanoTime()));
      results.addAll(ended.finding().results());
      boolean failed = results.stream().anyMatch(r -> r.outcome() != Outcome.PASS);
      if (ended.finding().complete()
          || ended.inVain()
          || System.nanoTime() - deadline >= 0
          || (failed && extent == Extent.FIRST_FAILURE)) {
        return results;
      }
    }
  }

  private Ended proveIn(Path run, Path folder, ProofsJob job, Duration limit)
      throws IOException, InterruptedException {
    var command =
        new ChildJvm.Command(
            run,
            limits.heap(),
            quickStart.map(q -> List.of(q.handOn())).orElse(List.of()),
            classPath(folder),
            ProofsMain.class.getName(),
            List.of(),
            OutputStream.nullOutputStream(),
            OutputStream.nullOutputStream(),
            quickStart.map(q -> q.use(Purpose.OURS)));
    try (ChildJvm child = ChildJvm.startWaiting(command)) {
      child.tell(job.written());
      return Ended.await(child, limit, job.log());
    }
  }

  private static List<Path> classPath(Path folder) {
    return Stream.concat(Training.classPath().stream(), Stream.of(folder.resolve("classes")))
        .toList();
  }

  @Override
  public void close() {
    scratch.close();
  }
}
