// SPDX-License-Identifier: Apache-2.0
package loosethreads.watch;

import java.util.Optional;
import loosethreads.check.CheckResult;
import loosethreads.check.RunResult;
import loosethreads.check.Verdict;
import loosethreads.lesson.Lesson;

/**
 * What there is to show of a {@link Practice}.
 *
 * @param shown how messages name the learner's file
 * @param unusable why there is no program in its place, if there is none
 * @param doing what goes on
 * @param checked what the last check found
 * @param isOfThis whether that was a check of the program as it is
 * @param played what the last run of the scenario found
 * @param isPlayedByThis whether that was with the program as it is
 * @param hasPassed whether the learner has ever passed the lesson
 * @param trouble a sentence, if something could not be done
 */
public record Scene(
    Lesson lesson,
    String shown,
    Optional<String> unusable,
    Doing doing,
    Optional<CheckResult> checked,
    boolean isOfThis,
    Optional<RunResult> played,
    boolean isPlayedByThis,
    boolean hasPassed,
    Optional<String> trouble) {
  /** What goes on in a practice. */
  public enum Doing {
    /** Nothing: whatever can be known is known. */
    NOTHING,
    /** The file has changed, and may do so again at once: its editor is not done. */
    SETTLING,
    CHECKING,
    PLAYING
  }

  /** Whether the program as it is passes. */
  public boolean passes() {
    return isOfThis && checked.map(c -> c.verdict() == Verdict.PASS).orElse(false);
  }
}
