// SPDX-License-Identifier: Apache-2.0
package loosethreads.gate;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import com.github.difflib.patch.PatchFailedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A plausible wrong fix, kept as a unified diff below a header: {@code Outcome: NAME}, then why it
 * does not hold. The diff's {@code ---} line names the program that it changes.
 *
 * @param outcome the verdict that it must get
 * @param text the program with the diff applied
 */
record RejectedFix(String outcome, String text) {
  private static final Pattern OUTCOME = Pattern.compile("Outcome: ([A-Z]+)");
  private static final Pattern BASE = Pattern.compile("--- (\\S+)");

  /**
   * @throws IllegalArgumentException with what is wrong with the file
   */
  static RejectedFix read(Path checkout, Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
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
    if (lines.subList(1, begin).stream().allMatch(String::isBlank)) {
      throw new IllegalArgumentException("it does not say why the fix does not hold");
    }
    Matcher base = BASE.matcher(lines.get(begin));
    base.lookingAt();
    Path program = checkout.resolve(base.group(1));
    if (!Files.exists(program)) {
      throw new IllegalArgumentException("there is no " + base.group(1));
    }
    var patch = UnifiedDiffUtils.parseUnifiedDiff(lines.subList(begin, lines.size()));
    if (patch.getDeltas().isEmpty()) {
      throw new IllegalArgumentException("its diff changes nothing");
    }
    try {
      List<String> changed = DiffUtils.patch(Files.readAllLines(program), patch);
      return new RejectedFix(outcome.group(1), String.join("\n", changed) + "\n");
    } catch (PatchFailedException e) {
      throw new IllegalArgumentException("its diff does not fit " + base.group(1), e);
    }
  }
}
