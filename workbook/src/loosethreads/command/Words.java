// SPDX-License-Identifier: Apache-2.0
package loosethreads.command;

import java.util.ArrayList;
import java.util.List;
import loosethreads.check.Verdict;
import loosethreads.session.Standing;

/** Results in words, for people. */
final class Words {
  /** In characters: a terminal has at least so many, less the indent. */
  private static final int WIDTH = 76;

  private Words() {}

  /** How a program stands. */
  static String of(Standing standing) {
    if (standing.verdict().isEmpty()) {
      return "not checked yet";
    }
    Verdict verdict = standing.verdict().get();
    if (standing.programChanged()) {
      return verdict == Verdict.PASS
          ? "changed since it passed"
          : "changed since it got " + verdict;
    }
    return standing.proofsChanged() ? verdict + " by older proofs, check it again" : "" + verdict;
  }

  /** The names with commas, in lines. */
  static List<String> listed(List<String> names) {
    List<String> lines = new ArrayList<>();
    var line = new StringBuilder();
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i) + (i + 1 < names.size() ? "," : "");
      if (!line.isEmpty() && line.length() + 1 + name.length() > WIDTH) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(name);
    }
    lines.add(line.toString());
    return lines;
  }
}
