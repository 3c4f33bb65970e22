// SPDX-License-Identifier: Apache-2.0
package loosethreads.command;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import loosethreads.check.Explorer;
import loosethreads.check.ProgramFile;
import loosethreads.check.Verdict;
import loosethreads.lesson.Lesson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code explore}: a lesson's program in JShell. */
@Command(
    name = "explore",
    description = {
      "Open JShell on a lesson's program, with verbs such as start(), get(…) and threads().",
      "The program is FILE; else your own, in a workspace or checkout; else the broken one."
    },
    mixinStandardHelpOptions = true)
final class ExploreCommand implements Callable<Integer> {
  private final Desk desk;
  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "N", description = "The lesson's number.")
  private int number;

  @Parameters(index = "1", arity = "0..1", paramLabel = "FILE", description = "Any program.")
  private Path file;

  @Option(names = "--solution", description = "Take the fixed program.")
  private boolean solution;

  ExploreCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public Integer call() throws Exception {
    Lesson lesson = desk.lesson(number, spec);
    if (solution && file != null) {
      throw new ParameterException(
          spec.commandLine(), "Name a file, or take the --solution: not both.");
    }
    ProgramFile program = solution ? desk.solution(lesson) : desk.program(lesson, file);
    PrintStream out = desk.out();
    out.printf("Lesson %d: %s%n", number, lesson.title());
    out.printf("Exploring %s%n%n", program.shown());
    out.flush();
    try (Explorer explorer = new Explorer(desk.lessons(), lesson, program)) {
      if (explorer.problem().isPresent()) {
        out.printf("%s%n%nVerdict: %s%n", explorer.problem().get(), Verdict.DOES_NOT_COMPILE);
        return ExitStatus.NOT_PASSED;
      }
      explorer.run();
    }
    return ExitStatus.FINE;
  }
}
