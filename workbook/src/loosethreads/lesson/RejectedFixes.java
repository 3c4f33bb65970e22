// SPDX-License-Identifier: Apache-2.0
package loosethreads.lesson;

import java.util.List;

/**
 * Plausible wrong fixes that fail for the same reason, as a lesson's chapter tells of them.
 *
 * @param outcome what their proofs find; a name such as {@code HUNG}
 * @param why why they do not hold, in AsciiDoc; may be empty
 */
public record RejectedFixes(List<String> names, String outcome, String why) {
  public RejectedFixes {
    names = List.copyOf(names);
  }
}
