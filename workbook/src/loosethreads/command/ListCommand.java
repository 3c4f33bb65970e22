// SPDX-License-Identifier: Apache-2.0
package loosethreads.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import loosethreads.check.Checker;
import loosethreads.check.ProgramFile;
import loosethreads.check.Verdict;
import loosethreads.lesson.Lesson;
import picocli.CommandLine.Command;

/** {@code list}: the lessons, and what the learner's programs get. */
@Command(
    name = "list",
    description = "List the lessons, and which of your programs pass.",
    mixinStandardHelpOptions = true)
final class ListCommand implements Callable<Integer> {
  private final Desk desk;

  ListCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public Integer call() throws Exception {
    PrintStream out = desk.out();
    try (Checker checker = new Checker(desk.lessons())) {
      for (Lesson lesson : desk.lessons().all()) {
        out.printf("Lesson %d  %s%n", lesson.number(), lesson.title());
        out.printf("          %s%n", lesson.rule());
        Optional<Path> own = desk.own(lesson);
        if (own.isPresent()) {
          out.flush();
          out.printf("          %s%n", verdict(lesson, checker));
        }
        out.println();
      }
    }
    desk.advise("Run one:", "run N");
    desk.advise("Copies to mend:", "init");
    desk.advise("Is it mended?", "check N");
    return ExitStatus.FINE;
  }

  /** A file that can't be judged does not keep the others from it. */
  private String verdict(Lesson lesson, Checker checker) throws IOException, InterruptedException {
    try {
      ProgramFile program = desk.program(lesson, null);
      Verdict verdict = checker.check(lesson, program, Checker.Extent.FIRST_FAILURE).verdict();
      return program.shown() + ": " + verdict;
    } catch (ProgramFile.Unusable unusable) {
      return unusable.getMessage();
    }
  }
}
