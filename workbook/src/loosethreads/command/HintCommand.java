// SPDX-License-Identifier: Apache-2.0
package loosethreads.command;

import java.io.PrintWriter;
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
public final class HintCommand implements Callable<Integer> {
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

  @Override
  public Integer call() {
    Lesson lesson = new Desk(spec).lesson(number);
    int levels = lesson.hints().size();
    if (level < 1 || level > levels) {
      throw new ParameterException(
          spec.commandLine(),
          "There is no hint %d for lesson %d; there are hints 1 to %d."
              .formatted(level, number, levels));
    }
    PrintWriter out = spec.commandLine().getOut();
    out.println(lesson.hints().get(level - 1).replace("`", "'"));
    if (level < levels) {
      out.printf("%nMore: 'hint %d %d'.%n", number, level + 1);
    }
    return ExitStatus.FINE;
  }
}
