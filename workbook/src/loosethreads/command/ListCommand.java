// SPDX-License-Identifier: Apache-2.0
package loosethreads.command;

import java.io.PrintStream;
import java.util.Optional;
import java.util.concurrent.Callable;
import loosethreads.lesson.Lesson;
import loosethreads.session.Session;
import picocli.CommandLine.Command;

/** {@code list}: the lessons, and how the learner's programs stand. */
@Command(
    name = "list",
    description = "List the lessons, and what your programs got when you last checked them.",
    mixinStandardHelpOptions = true)
final class ListCommand implements Callable<Integer> {
  private final Desk desk;

  ListCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public Integer call() {
    PrintStream out = desk.out();
    Optional<Session> session = desk.session();
    for (Lesson lesson : desk.lessons().all()) {
      out.printf("Lesson %d  %s%n", lesson.number(), lesson.title());
      out.printf("          %s%n", lesson.rule());
      if (session.isPresent() && desk.own(lesson).isPresent()) {
        out.printf("          %s%n", Steps.standing(desk, lesson, session.get()));
      }
      out.println();
    }
    desk.advise("Run one:", "run N");
    if (session.isEmpty()) {
      desk.advise("Copies to mend:", "init");
    }
    desk.advise("Is it mended?", "check N");
    return ExitStatus.FINE;
  }
}
