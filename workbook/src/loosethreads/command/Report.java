// SPDX-License-Identifier: Apache-2.0
package loosethreads.command;

import java.util.List;
import loosethreads.check.CheckResult;
import loosethreads.check.ProofResult;
import loosethreads.check.Verdict;
import loosethreads.lesson.Lesson;
import loosethreads.proof.Outcome;

/** A check's result for people. */
final class Report {
  private Report() {}

  static String of(CheckResult result, Lesson lesson) {
    var text = new StringBuilder();
    text.append("Lesson %d: %s%n".formatted(lesson.number(), lesson.title()));
    text.append("Checking %s%n%n".formatted(result.program()));
    if (result.verdict() == Verdict.DOES_NOT_COMPILE) {
      return text.append(result.message())
          .append("%n%nVerdict: DOES_NOT_COMPILE%n".formatted())
          .toString();
    }
    for (ProofResult proof : result.proofs()) {
      text.append("%-6s  %s (%d ms)%n".formatted(proof.outcome(), proof.name(), proof.millis()));
    }
    List<ProofResult> failed =
        result.proofs().stream().filter(p -> p.outcome() != Outcome.PASS).toList();
    for (ProofResult proof : failed) {
      text.append("%n%s: %s%n".formatted(proof.outcome(), proof.name()));
      text.append(proof.message().strip().indent(2));
    }
    int total = result.proofs().size();
    text.append(
        failed.isEmpty()
            ? "%nVerdict: PASS, all %d proofs hold%n".formatted(total)
            : "%nVerdict: %s, %d of %d proofs hold%n"
                .formatted(result.verdict(), total - failed.size(), total));
    return text.toString();
  }
}
