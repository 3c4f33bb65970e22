// SPDX-License-Identifier: Apache-2.0
package loosethreads.command;

import java.io.PrintStream;
import java.util.concurrent.Callable;
import loosethreads.check.ProgramFile;
import loosethreads.check.RunResult;
import loosethreads.lesson.Lesson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code solution}: the lesson's scenario with the fixed program. */
@Command(
    name = "solution",
    description = "Run a lesson's fixed program through its scenario; --show prints it.",
    mixinStandardHelpOptions = true)
final class SolutionCommand implements Callable<Integer> {
  private final Desk desk;
  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "N", description = "The lesson's number.")
  private int number;

  @picocli.CommandLine.Option(names = "--show", description = "Print the fixed program instead.")
  private boolean show;

  @Mixin private Exports exports;

  SolutionCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public Integer call() throws Exception {
    PrintStream out = desk.out();
    Lesson lesson = desk.lesson(number, spec);
    ProgramFile program = desk.solution(lesson);
    if (show) {
      out.print(program.text());
      return ExitStatus.FINE;
    }
    exports.mustBeWritable(desk);
    Runs.announce(out, lesson);
    RunResult result = Runs.play(desk, lesson, program, exports);
    desk.advise("Read it:", "solution " + number + " --show");
    return Runs.status(result);
  }
}
