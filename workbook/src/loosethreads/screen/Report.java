// SPDX-License-Identifier: Apache-2.0
package loosethreads.screen;

import java.util.ArrayList;
import java.util.List;
import loosethreads.check.CheckResult;
import loosethreads.check.ProofResult;
import loosethreads.check.Verdict;
import loosethreads.lesson.Lesson;
import loosethreads.lesson.RejectedFixes;
import loosethreads.proof.Outcome;

/** A check's result for people. */
public final class Report {
  private Report() {}

  /** All of it, as text. */
  public static String of(CheckResult result, Lesson lesson) {
    var text = new StringBuilder();
    text.append("Lesson %d: %s%n".formatted(lesson.number(), lesson.title()));
    text.append("Checking %s%n%n".formatted(result.program()));
    text.append(Row.text(proofs(result)));
    text.append(failed(result).isEmpty() ? "" : "%n".formatted());
    text.append(Row.text(evidence(result)));
    return text.append("%nVerdict: %s%n".formatted(verdict(result))).toString();
  }

  /** The verdict, and how many proofs hold. */
  static String verdict(CheckResult result) {
    int total = result.proofs().size();
    return switch (result.verdict()) {
      case DOES_NOT_COMPILE -> result.verdict().name();
      case PASS -> "PASS, all %d proofs hold".formatted(total);
      default ->
          "%s, %d of %d proofs hold"
              .formatted(result.verdict(), total - failed(result).size(), total);
    };
  }

  /** A line for each proof. */
  static List<Row> proofs(CheckResult result) {
    return result.proofs().stream()
        .map(
            proof ->
                new Row(
                    proof.outcome() == Outcome.PASS ? Style.PLAIN : Style.BAD,
                    "%-6s  ".formatted(proof.outcome()),
                    "%s (%d ms)".formatted(proof.name(), proof.millis())))
        .toList();
  }

  /** Why the program does not pass; nothing if it does. */
  static List<Row> evidence(CheckResult result) {
    if (result.verdict() == Verdict.DOES_NOT_COMPILE) {
      return Row.lines(result.message()).toList();
    }
    List<Row> rows = new ArrayList<>();
    for (ProofResult proof : failed(result)) {
      if (!rows.isEmpty()) {
        rows.add(Row.BLANK);
      }
      rows.add(Row.of(Style.BAD, "%s: %s".formatted(proof.outcome(), proof.name())));
      Row.lines(proof.message().strip().indent(2)).forEach(rows::add);
    }
    return rows;
  }

  private static List<ProofResult> failed(CheckResult result) {
    return result.proofs().stream().filter(p -> p.outcome() != Outcome.PASS).toList();
  }

  /** What to think about after a pass; nothing if the chapter names no rejected fix. */
  public static List<Row> rejected(Lesson lesson) {
    List<Row> rows = new ArrayList<>();
    if (!lesson.rejected().isEmpty()) {
      rows.add(Row.plain("And these fixes? The proofs reject each of them."));
    }
    for (RejectedFixes fixes : lesson.rejected()) {
      String why = fixes.why().isEmpty() ? "" : ": " + fixes.why().replace("`", "'");
      String names = String.join(", ", fixes.names());
      rows.add(new Row(Style.PLAIN, "  - ", "%s, %s%s".formatted(names, fixes.outcome(), why)));
    }
    return rows;
  }
}
