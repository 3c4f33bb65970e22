// SPDX-License-Identifier: Apache-2.0
package loosethreads.command;

import java.io.IOException;
import java.io.PrintStream;
import java.util.Optional;
import java.util.concurrent.Callable;
import loosethreads.check.Checker;
import loosethreads.check.ProgramFile;
import loosethreads.check.Verdict;
import loosethreads.lesson.Lesson;
import loosethreads.session.Session;
import loosethreads.session.Standing;
import picocli.CommandLine.Command;

/** {@code list}: the lessons, and which of the learner's programs pass. */
@Command(
    name = "list",
    description = {
      "List the lessons, and which of your programs pass.",
      "What you have changed since its last check is checked now."
    },
    mixinStandardHelpOptions = true)
final class ListCommand implements Callable<Integer> {
  private final Desk desk;

  ListCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public Integer call() throws Exception {
    PrintStream out = desk.out();
    Optional<Session> session = desk.session();
    for (Lesson lesson : desk.lessons().all()) {
      out.printf("Lesson %d  %s%n", lesson.number(), lesson.title());
      out.printf("          %s%n", lesson.rule());
      out.flush(); // a check takes some seconds
      if (session.isPresent() && desk.own(lesson).isPresent()) {
        out.printf("          %s%n", standing(lesson, session.get()));
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

  private String standing(Lesson lesson, Session session) throws IOException, InterruptedException {
    try {
      ProgramFile program = desk.program(lesson, null);
      return program.shown() + ": " + standing(lesson, program, session);
    } catch (ProgramFile.Unusable unusable) {
      return unusable.getMessage();
    }
  }

  private String standing(Lesson lesson, ProgramFile program, Session session)
      throws IOException, InterruptedException {
    Standing known = session.standing(lesson, program.text());
    if (known.isKnown()) {
      return known.verdict().orElseThrow().name();
    }
    // In a checkout the broken program is the learner's file, whatever is in it.
    if (!session.workspace().isCheckout() && session.isBrokenProgram(lesson)) {
      return "as it came";
    }
    try (Checker checker = new Checker(desk.lessons())) {
      Verdict verdict = checker.check(lesson, program, Checker.Extent.FIRST_FAILURE).verdict();
      var _ = Steps.remember(desk, session, lesson, program, verdict);
      return verdict.name();
    }
  }
}
