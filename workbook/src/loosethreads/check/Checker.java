// SPDX-License-Identifier: Apache-2.0
package loosethreads.check;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import loosethreads.lesson.Lesson;
import loosethreads.lesson.Lessons;
import loosethreads.proof.ChildJvm;
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
  private final Drivers drivers = new Drivers(compiler);
  private final Limits limits;
  private final Scratch scratch;
  private final Optional<QuickStart> quickStart = Training.place();
  private final Proving proving;
  private final Preparation preparation;

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
    proving = new Proving(scratch, limits, quickStart);
    preparation = new Preparation(scratch, proving, quickStart);
  }

  /**
   * Makes ready in the background, from now on, for checks that follow each other: the compiler is
   * warm for this lesson, a JVM always stands by for the next check, and after the first check the
   * tool's JVMs learn to start faster, if they have not yet.
   */
  public void prepare(Lesson lesson) {
    preparation.begin(
        () -> {
          try (Scratch.Folder folder = scratch.folder("warming")) {
            var solution = new ProgramFile(lesson.fileName(), lessons.solution(lesson));
            compile(lesson, solution, proofs(lesson, folder.path()));
          }
        });
  }

  /**
   * Runs the lesson's proofs against the program. An interrupt of the thread ends the check, and
   * what it has started, at once.
   */
  public CheckResult check(Lesson lesson, ProgramFile program, Extent extent)
      throws IOException, InterruptedException {
    try (Scratch.Folder folder = scratch.folder(lesson.folder())) {
      proving.standBy(); // while we compile
      var driver = proofs(lesson, folder.path());
      Optional<String> problem = compile(lesson, program, driver);
      return problem.isPresent()
          ? CheckResult.doesNotCompile(lesson.number(), program.shown(), problem.get())
          : CheckResult.of(
              lesson.number(),
              program.shown(),
              proving.run(driver.name(), extent, limits.proof(), driver.classes(), folder.path()));
    } finally {
      preparation.afterCheck();
    }
  }

  /**
   * Runs a test class that belongs to no lesson.
   *
   * @param classes the texts of the classes that it needs and of itself, in this order, by name
   * @throws IOException if they don't compile, with what javac says
   */
  public List<ProofResult> test(String name, SequencedMap<String, String> classes)
      throws IOException, InterruptedException {
    try (Scratch.Folder folder = scratch.folder("test")) {
      Path into = Files.createDirectory(folder.path().resolve("classes"));
      for (Map.Entry<String, String> file : classes.entrySet()) {
        List<String> broken =
            compiler.compile(
                new Compiler.Source(file.getKey(), file.getKey() + ".java", file.getValue()),
                Compiler.classPathWith(into),
                into);
        if (!broken.isEmpty()) {
          throw new IOException(Compiler.joined(broken));
        }
      }
      return proving.run(name, Extent.ALL, Duration.ZERO, into, folder.path());
    }
  }

  private Driver proofs(Lesson lesson, Path folder) {
    return new Driver(lesson.proofsName(), lessons.proofs(lesson), folder, limits.compile());
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
              Training.classPathWith(driver.classes()),
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

  /**
   * Measures the figures of the lesson's chapter with one of its two programs.
   *
   * @param broken whether it is the broken one
   * @return each by its name; none if the lesson measures nothing
   * @throws IOException if they can't be measured, with what the JVM for them printed
   */
  public SortedMap<String, String> measure(Lesson lesson, ProgramFile program, boolean broken)
      throws IOException, InterruptedException {
    Optional<String> figures = lessons.figures(lesson);
    if (figures.isEmpty()) {
      return new TreeMap<>();
    }
    try (Scratch.Folder work = scratch.folder(lesson.folder())) {
      Path folder = work.path();
      var driver = new Driver(lesson.figuresName(), figures.get(), folder, limits.run());
      Optional<String> problem = compile(lesson, program, driver);
      if (problem.isPresent()) {
        throw new IOException(problem.get());
      }
      Path measured = folder.resolve("measured");
      var of = broken ? FiguresMain.Of.BROKEN : FiguresMain.Of.FIXED;
      var command =
          new ChildJvm.Command(
              Files.createDirectory(folder.resolve("run")),
              limits.heap(),
              List.of(),
              Training.classPathWith(driver.classes()),
              FiguresMain.class.getName(),
              List.of(driver.name(), of.name(), measured.toString()),
              OutputStream.nullOutputStream(),
              OutputStream.nullOutputStream());
      try (ChildJvm child = ChildJvm.start(command)) {
        if (!child.awaitEnd(limits.run()) || child.status() != 0) {
          throw new IOException(
              "%s of %s: %s".formatted(driver.name(), program.shown(), child.stderr()));
        }
      }
      return read(measured);
    }
  }

  private static SortedMap<String, String> read(Path measured) throws IOException {
    var properties = new Properties();
    try (Reader reader = Files.newBufferedReader(measured)) {
      properties.load(reader);
    }
    var all = new TreeMap<String, String>();
    properties.stringPropertyNames().forEach(name -> all.put(name, properties.getProperty(name)));
    return all;
  }

  /** What calls the program, where to compile both, and for how long. */
  private record Driver(String name, String text, Path folder, Duration limit) {
    Path classes() {
      return folder.resolve("classes");
    }
  }

  /** Compiles the program alone, and then what drives it; what is wrong with it, if anything. */
  private Optional<String> compile(Lesson lesson, ProgramFile program, Driver driver)
      throws IOException, InterruptedException {
    Path classes = Files.createDirectory(driver.classes());
    return Limited.call(
        "compiler",
        driver.limit(),
        () -> {
          Optional<String> problem = compiler.compile(lesson, program, classes);
          if (problem.isPresent()) {
            return problem;
          }
          List<String> broken =
              drivers.compile(
                  new Compiler.Source(driver.name(), driver.name() + ".java", driver.text()),
                  classes,
                  Files.createDirectory(driver.folder().resolve("driver")));
          return broken.isEmpty()
              ? Optional.empty()
              : Optional.of(
                  "%s compiles, but lacks what the contract of the lesson names:%n%s"
                      .formatted(program.shown(), Compiler.joined(broken)));
        });
  }

  @Override
  public void close() {
    preparation.close();
    proving.close();
    scratch.close();
  }
}
