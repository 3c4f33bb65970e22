// SPDX-License-Identifier: Apache-2.0
package loosethreads.command;

import java.io.PrintStream;
import java.util.Optional;
import java.util.concurrent.Callable;
import loosethreads.lesson.Lesson;
import loosethreads.session.Session;
import picocli.CommandLine.Command;

/** {@code next}: the lesson to go on with. */
@Command(
    name = "next",
    description = "Name the first lesson that your program has not passed, and what to type.",
    mixinStandardHelpOptions = true)
final class NextCommand implements Callable<Integer> {
  private final Desk desk;

  NextCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public Integer call() {
    Session session = desk.session(desk.workspace());
    Optional<Lesson> next = session.next();
    if (next.isEmpty()) {
      Steps.allPassed(desk);
      return ExitStatus.FINE;
    }
    PrintStream out = desk.out();
    Lesson lesson = next.get();
    out.printf("Lesson %d: %s%n", lesson.number(), lesson.title());
    out.printf("Rule: %s%n%n", lesson.rule());
    out.println(Steps.standing(desk, lesson, session));
    desk.advise("Run it:", "run " + lesson.number());
    desk.advise("Is it mended?", "check " + lesson.number());
    return ExitStatus.FINE;
  }
}
