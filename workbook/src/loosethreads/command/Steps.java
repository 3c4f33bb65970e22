// SPDX-License-Identifier: Apache-2.0
package loosethreads.command;

import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import loosethreads.check.ProgramFile;
import loosethreads.check.Verdict;
import loosethreads.lesson.Lesson;
import loosethreads.screen.Report;
import loosethreads.screen.Row;
import loosethreads.screen.Words;
import loosethreads.session.Session;

/** What a learner who has passed a lesson may do next. */
final class Steps {
  /** A section of the README: what all lessons say together. */
  static final String WRAP_UP = "What the six lessons say";

  /** In columns: as wide as any terminal. */
  private static final int WIDTH = 80;

  private Steps() {}

  /** How the learner's program stands; a file that can't be judged is a standing too. */
  static String standing(Desk desk, Lesson lesson, Session session) {
    try {
      ProgramFile program = desk.program(lesson, null);
      return program.shown() + ": " + Words.of(session.standing(lesson, program.text()));
    } catch (ProgramFile.Unusable unusable) {
      return unusable.getMessage();
    }
  }

  /** The verdict stands, whether it can be written down or not; returns what is known then. */
  static Session remember(
      Desk desk, Session session, Lesson lesson, ProgramFile program, Verdict verdict) {
    Session now = session.record(lesson, program.text(), verdict);
    now.trouble().ifPresent(desk.err()::println);
    return now;
  }

  static void afterPass(Desk desk, Lesson lesson, Session session) {
    PrintStream out = desk.out();
    List<Row> rejected = Report.rejected(lesson);
    if (!rejected.isEmpty()) {
      out.println();
      desk.screen().plain().lines(rejected, WIDTH).forEach(out::println);
    }
    Optional<Lesson> next = session.next();
    out.println();
    desk.advise("Yours and ours:", "diff " + lesson.number());
    if (next.isPresent()) {
      desk.advise("Next lesson:", "run " + next.get().number());
    } else {
      allPassed(desk);
    }
  }

  static void allPassed(Desk desk) {
    desk.out()
        .printf(
            "All %d lessons pass. Read \"%s\" in README.adoc.%n",
            desk.lessons().all().size(), WRAP_UP);
  }
}
