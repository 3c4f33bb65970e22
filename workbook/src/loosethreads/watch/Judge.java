// SPDX-License-Identifier: Apache-2.0
package loosethreads.watch;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import loosethreads.check.CheckResult;
import loosethreads.check.Checker;
import loosethreads.check.ProgramFile;
import loosethreads.check.RunResult;
import loosethreads.lesson.Lesson;

/** Judges programs. An interrupt ends it early, with an InterruptedException. */
public interface Judge {
  /** The proofs, all of them. */
  CheckResult check(Lesson lesson, ProgramFile program) throws IOException, InterruptedException;

  /** The scenario. */
  RunResult play(Lesson lesson, ProgramFile program) throws IOException, InterruptedException;

  /** As the commands judge. What the program prints goes nowhere. */
  static Judge with(Checker checker) {
    return new Judge() {
      @Override
      public CheckResult check(Lesson lesson, ProgramFile program)
          throws IOException, InterruptedException {
        return checker.check(lesson, program, Checker.Extent.ALL);
      }

      @Override
      public RunResult play(Lesson lesson, ProgramFile program)
          throws IOException, InterruptedException {
        OutputStream nowhere = OutputStream.nullOutputStream();
        return checker.run(lesson, program, nowhere, nowhere, Optional.empty());
      }
    };
  }
}
