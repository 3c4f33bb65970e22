// SPDX-License-Identifier: Apache-2.0
package loosethreads.bench;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import loosethreads.SmallLesson;
import loosethreads.command.LearnerAtWork;

/** What a session holds of the machine's memory while a learner saves again and again. */
final class MemoryBench {
  private static final int STEPS = 5;

  /** The scenario is played after each verdict; a learner who saves at once ends it. */
  private static final int PLAYED_EACH = 5;

  private MemoryBench() {}

  static Map<String, Object> run(Path folder, int saves) throws Exception {
    Map<String, Object> json = new LinkedHashMap<>();
    try (var session = LearnerAtWork.withSmallLesson(folder)) {
      for (int i = 1; i <= saves; i++) {
        session.save(SaveBench.edited(SmallLesson.FIXED, i), i % PLAYED_EACH == 0);
        if (i % Math.max(1, saves / STEPS) == 0) {
          LearnerAtWork.Resident resident = session.resident();
          System.out.printf(
              "  after %3d saves: resident %d MB, at most %d MB%n",
              i, resident.now(), resident.most());
          json.put(
              "after " + i + " saves",
              Map.of("resident MB", resident.now(), "at most MB", resident.most()));
        }
      }
    }
    return json;
  }
}
