// SPDX-License-Identifier: Apache-2.0
package loosethreads.guide;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  /** The length of the time axis that all of them have room on, in nanoseconds. */
  static long axis(Collection<Run> runs) {
    return runs.stream().mapToLong(run -> run.recording.length()).max().orElse(0);
  }

  /** Where runs come from. */
  interface Source {
    Run of(Lesson lesson, Side side);

    /** The runs of both of its programs. */
    default Map<Side, Run> both(Lesson lesson) {
      Map<Side, Run> both = new EnumMap<>(Side.class);
      for (Side side : Side.values()) {
        both.put(side, of(lesson, side));
      }
      return both;
    }

    /** The figures of the lesson that its scenario does not show, by the names of attributes. */
    Map<String, String> figures(Lesson lesson);

    /** The run of the test that the front page shows, if it shows one. */
    Optional<TestRun> test();

    /** What chapters show of programs, and is no longer so. */
    List<String> problems();
  }
}
