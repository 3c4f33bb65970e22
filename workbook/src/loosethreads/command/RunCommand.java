// SPDX-License-Identifier: Apache-2.0
package loosethreads.command;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import loosethreads.check.ProgramFile;
import loosethreads.check.RunResult;
import loosethreads.check.Verdict;
import loosethreads.lesson.Lesson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code run}: the lesson's scenario with the learner's program. */
@Command(
    name = "run",
    description = {
      "Run a lesson's program through its scenario, and say what happened.",
      "The program is FILE; else your own, in a workspace or checkout; else the broken one."
    },
    mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
  private final Desk desk;
  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "N", description = "The lesson's number.")
  private int number;

  @Parameters(index = "1", arity = "0..1", paramLabel = "FILE", description = "Any program.")
  private Path file;

  @Option(
      names = "--watch",
      description = "Stay, with the whole terminal, and check again at each save of your program.")
  private boolean watch;

  @Mixin private Exports exports = new Exports();

  RunCommand(Desk desk) {
    this.desk = desk;
  }

  /** With the number of a lesson that there is, and nothing else. */
  RunCommand(Desk desk, int number) {
    this(desk);
    this.number = number;
  }

  @Override
  public Integer call() throws Exception {
    PrintStream out = desk.out();
    Lesson lesson = desk.lesson(number, spec);
    if (watch) {
      return watch(lesson);
    }
    ProgramFile program = desk.program(lesson, file);
    exports.mustBeWritable(desk);
    Runs.announce(out, lesson);
    RunResult result = Runs.play(desk, lesson, program, exports);
    if (result.verdict() == Verdict.PASS) {
      out.println("Next: let the proofs judge it.");
    } else if (file == null && desk.own(lesson).isEmpty()) {
      out.println("Next: mend it, in a copy of your own.");
      desk.advise("Your copies:", "init");
    } else {
      out.printf("Next: mend %s.%n", program.shown());
    }
    desk.advise("Is it mended?", "check " + number + (file == null ? "" : " " + file));
    if (result.verdict() != Verdict.PASS) {
      desk.advise("Look closer:", "explore " + number + (file == null ? "" : " " + file));
      desk.advise("Stuck?", "hint " + number);
      desk.advise("The fixed one:", "solution " + number);
    }
    return Runs.status(result);
  }

  private int watch(Lesson lesson) throws Exception {
    if (file != null) {
      throw new ParameterException(
          spec.commandLine(), "Name a file, or --watch your own program: not both.");
    }
    if (!exports.wanted().isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "Export one run, or --watch your program: not both.");
    }
    return desk.screen().full()
        ? Sessions.open(desk, Optional.of(lesson))
        : Checks.checkOwn(desk, lesson);
  }
}
