// SPDX-License-Identifier: Apache-2.0
package loosethreads.watch;

import loosethreads.check.CheckResult;
import loosethreads.check.ProgramFile;
import loosethreads.check.RunResult;
import loosethreads.lesson.Lesson;

/** What the threads beside the owner of a {@link Practice} have to tell it. */
public sealed interface News {
  /** The learner's file has changed, or is seen for the first time. */
  record Seen(Lesson lesson, Sighting sighting) implements News {}

  /** What became of a job of the {@link Worker}. */
  sealed interface OfJob extends News {
    int job();
  }

  /** The proofs have judged. */
  record Judged(int job, ProgramFile program, CheckResult result) implements OfJob {}

  /** The scenario was played. */
  record Played(int job, ProgramFile program, RunResult result) implements OfJob {}

  /** Nothing could be judged. */
  record Failed(int job, Throwable why) implements OfJob {}
}
