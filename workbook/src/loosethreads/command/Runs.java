// SPDX-License-Identifier: Apache-2.0
package loosethreads.command;

import java.io.PrintStream;
import loosethreads.check.Checker;
import loosethreads.check.ProgramFile;
import loosethreads.check.RunResult;
import loosethreads.check.Verdict;
import loosethreads.lesson.Lesson;

/**
 * Plays a lesson's scenario and says what happened; for the commands that differ in the program.
 */
final class Runs {
  private Runs() {}

  static void announce(PrintStream out, Lesson lesson) {
    // Not printf, whose first use takes 10 ms: somebody waits for this line.
    out.println("Lesson " + lesson.number() + ": " + lesson.title());
    out.println("Rule: " + lesson.rule());
    out.println();
    out.flush();
  }

  static RunResult play(Desk desk, Lesson lesson, ProgramFile program, Exports exports)
      throws Exception {
    PrintStream out = desk.out();
    out.printf("Running %s%n", program.shown());
    out.flush();
    try (Checker checker = new Checker(desk.lessons())) {
      RunResult result = checker.run(lesson, program, out, desk.err(), exports.flight(desk));
      out.println();
      if (result.recording().isPresent()) {
        out.println(desk.screen().picture().drawBars(result.recording().get()));
        exports.write(desk, result.recording().get());
      }
      if (result.verdict() == Verdict.PASS) {
        out.println("PASS: the scenario found nothing loose.");
      } else {
        out.printf("%s: %s%n", result.verdict(), result.message());
      }
      out.println();
      out.flush();
      return result;
    }
  }

  static int status(RunResult result) {
    return result.verdict() == Verdict.PASS ? ExitStatus.FINE : ExitStatus.NOT_PASSED;
  }
}
