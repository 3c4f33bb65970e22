// SPDX-License-Identifier: Apache-2.0
package loosethreads.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import loosethreads.check.Checker;
import loosethreads.check.ProgramFile;
import loosethreads.check.Verdict;
import loosethreads.lesson.Lesson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code list}: the lessons, and what the learner's programs get. */
@Command(
    name = "list",
    description = "List the lessons, and which of your programs pass.",
    mixinStandardHelpOptions = true)
public final class ListCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    Desk desk = new Desk(spec);
    PrintWriter out = spec.commandLine().getOut();
    try (Checker checker = new Checker(desk.lessons())) {
      for (Lesson lesson : desk.lessons().all()) {
        out.printf("Lesson %d  %s%n", lesson.number(), lesson.title());
        out.printf("          %s%n", lesson.rule());
        Optional<Path> own = desk.own(lesson);
        if (own.isPresent()) {
          out.flush();
          ProgramFile program = desk.program(lesson, null);
          Verdict verdict = checker.check(lesson, program, Checker.Extent.FIRST_FAILURE).verdict();
          out.printf("          %s: %s%n", program.shown(), verdict);
        }
        out.println();
      }
    }
    out.println("Run one with 'run N'. Copies to edit: 'init'. Is it mended? 'check N'.");
    return ExitStatus.FINE;
  }
}
