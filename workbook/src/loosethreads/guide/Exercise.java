// SPDX-License-Identifier: Apache-2.0
package loosethreads.guide;

import java.util.List;
import loosethreads.lesson.Lesson;

/** What a class types to work on a lesson. */
final class Exercise {
  private Exercise() {}

  static List<String> commands(Lesson lesson) {
    return List.of(
        "./build.sh lesson" + lesson.number(),
        "./build.sh workbook check " + lesson.number(),
        "./build.sh workbook hint " + lesson.number());
  }
}
