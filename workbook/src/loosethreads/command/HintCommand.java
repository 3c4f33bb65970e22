// SPDX-License-Identifier: Apache-2.0
package loosethreads.command;

import java.io.PrintStream;
import java.util.concurrent.Callable;
import loosethreads.lesson.Lesson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hint}: help in levels. */
@Command(
    name = "hint",
    description = "Give a hint. Level 1 is a question; the last is nearly the answer.",
    mixinStandardHelpOptions = true)
final class HintCommand implements Callable<Integer> {
  private final Desk desk;
  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "N", description = "The lesson's number.")
  private int number;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "LEVEL",
      defaultValue = "1",
      description = "From 1. Default: ${DEFAULT-VALUE}.")
  private int level;

  HintCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public Integer call() {
    Lesson lesson = desk.lesson(number, spec);
    int levels = lesson.hints().size();
    if (level < 1 || level > levels) {
      throw new ParameterException(
          spec.commandLine(),
          "There is no hint %d for lesson %d; there are hints 1 to %d."
              .formatted(level, number, levels));
    }
    PrintStream out = desk.out();
    out.println(lesson.hints().get(level - 1).replace("`", "'"));
    if (level < levels) {
      out.println();
      desk.advise("More:", "hint " + number + " " + (level + 1));
    }
    return ExitStatus.FINE;
  }
}
