// SPDX-License-Identifier: Apache-2.0
package loosethreads.lesson;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A plausible wrong fix, kept as a unified diff below a header: {@code Outcome: NAME}, then why it
 * does not hold. The diff's {@code ---} line names the program that it changes.
 *
 * @param outcome the verdict that it must get
 * @param reason why it does not hold; one sentence a line
 * @param base the path of the program that it changes, in the checkout
 * @param diff the lines of the diff, from {@code ---} on
 */
public record RejectedDiff(String outcome, String reason, String base, List<String> diff) {
  private static final Pattern OUTCOME = Pattern.compile("Outcome: ([A-Z]+)");
  private static final Pattern BASE = Pattern.compile("--- (\\S+)");

  public RejectedDiff {
    diff = List.copyOf(diff);
  }

  /**
   * Reads one from its file's lines.
   *
   * @throws IllegalArgumentException with what is wrong with the file
   */
  public static RejectedDiff of(List<String> lines) {
    Matcher outcome = OUTCOME.matcher(lines.isEmpty() ? "" : lines.getFirst());
    if (!outcome.matches()) {
      throw new IllegalArgumentException("its first line is not 'Outcome: NAME'");
    }
    int begin = 0;
    while (begin < lines.size() && !BASE.matcher(lines.get(begin)).lookingAt()) {
      begin++;
    }
    if (begin == lines.size()) {
      throw new IllegalArgumentException("it has no line '--- PROGRAM'");
    }
    String reason = String.join("\n", lines.subList(1, begin)).strip();
    if (reason.isEmpty()) {
      throw new IllegalArgumentException("it does not say why the fix does not hold");
    }
    Matcher base = BASE.matcher(lines.get(begin));
    base.lookingAt();
    return new RejectedDiff(
        outcome.group(1), reason, base.group(1), lines.subList(begin, lines.size()));
  }
}
