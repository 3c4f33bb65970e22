// SPDX-License-Identifier: Apache-2.0
package loosethreads.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import loosethreads.check.CheckResult;
import loosethreads.check.Checker;
import loosethreads.check.ProgramFile;
import loosethreads.check.Verdict;
import loosethreads.lesson.Lesson;
import loosethreads.proof.Outcome;
import loosethreads.screen.Report;
import loosethreads.session.Session;

/** Lets the proofs judge a program, and says what they found. */
final class Checks {
  private Checks() {}

  /** Checks the learner's own program; returns the exit status. */
  static int checkOwn(Desk desk, Lesson lesson) throws Exception {
    ProgramFile program = desk.program(lesson, null);
    CheckResult result = judge(desk, lesson, program);
    print(desk, lesson, result);
    remember(desk, lesson, null, program, result)
        .ifPresent(now -> Steps.afterPass(desk, lesson, now));
    return status(result);
  }

  static CheckResult judge(Desk desk, Lesson lesson, ProgramFile program) throws Exception {
    try (Checker checker = new Checker(desk.lessons())) {
      return checker.check(lesson, program, Checker.Extent.ALL);
    }
  }

  static void print(Desk desk, Lesson lesson, CheckResult result) {
    desk.out().print(Report.of(result, lesson));
    if (result.proofs().stream().anyMatch(p -> p.outcome() != Outcome.PASS)) {
      desk.advise("Stuck?", "hint " + lesson.number());
    }
  }

  /**
   * Writes the verdict down, if it is of the learner's own program: only that counts, by whatever
   * name.
   *
   * @param file as the user named it, or null
   * @return the session after a pass
   */
  static Optional<Session> remember(
      Desk desk, Lesson lesson, Path file, ProgramFile program, CheckResult result)
      throws IOException {
    Optional<Path> own = desk.own(lesson);
    boolean isOwn =
        own.isPresent() && (file == null || Files.isSameFile(own.get(), desk.here().resolve(file)));
    return (isOwn ? desk.session() : Optional.<Session>empty())
        .map(session -> Steps.remember(desk, session, lesson, program, result.verdict()))
        .filter(_ -> result.verdict() == Verdict.PASS);
  }

  static int status(CheckResult result) {
    return result.verdict() == Verdict.PASS ? ExitStatus.FINE : ExitStatus.NOT_PASSED;
  }
}
