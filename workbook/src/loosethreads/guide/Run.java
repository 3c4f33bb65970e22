// SPDX-License-Identifier: Apache-2.0
package loosethreads.guide;

import java.util.List;
import loosethreads.lesson.Lesson;
import loosethreads.lifeline.Recording;

/**
 * What a run of a lesson's scenario showed, with one of its two programs.
 *
 * @param printed what a learner at a terminal would have seen, line by line, without the picture
 * @param recording what the threads did
 * @param dump the lines of a thread dump, if the chapter wants one
 */
record Run(List<String> printed, Recording recording, List<String> dump) {
  Run {
    printed = List.copyOf(printed);
    dump = List.copyOf(dump);
  }

  /** Where runs come from. */
  interface Source {
    Run of(Lesson lesson, Side side);

    /** What chapters show of programs, and is no longer so. */
    List<String> problems();
  }
}
