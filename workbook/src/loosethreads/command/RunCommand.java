// SPDX-License-Identifier: Apache-2.0
package loosethreads.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import loosethreads.check.ProgramFile;
import loosethreads.check.RunResult;
import loosethreads.check.Verdict;
import loosethreads.lesson.Lesson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
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
public final class RunCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "N", description = "The lesson's number.")
  private int number;

  @Parameters(index = "1", arity = "0..1", paramLabel = "FILE", description = "Any program.")
  private Path file;

  @Override
  public Integer call() throws Exception {
    Desk desk = new Desk(spec);
    PrintWriter out = spec.commandLine().getOut();
    Lesson lesson = desk.lesson(number);
    Runs.announce(out, lesson);
    ProgramFile program = desk.program(lesson, file);
    RunResult result = Runs.play(desk, out, lesson, program);
    if (result.verdict() == Verdict.PASS) {
      out.printf("Next: let the proofs judge it, with 'check %d'.%n", number);
    } else if (file == null && desk.own(lesson).isEmpty()) {
      out.printf(
          "Next: 'init' gives you copies to mend; then 'check %d'. Stuck? 'hint %d'.%n",
          number, number);
      out.printf("The fixed program: 'solution %d'.%n", number);
    } else {
      out.printf(
          "Next: mend %s, then 'check %d'. Stuck? 'hint %d'.%n", program.shown(), number, number);
    }
    return Runs.status(result);
  }
}
