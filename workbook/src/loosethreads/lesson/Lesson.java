// SPDX-License-Identifier: Apache-2.0
package loosethreads.lesson;

import java.util.List;

/**
 * One of the lessons, as its chapter's header describes it.
 *
 * @param title what it is called, without its number
 * @param rule what it teaches, in one line
 * @param outcome the verdict that its broken program must get; a name such as {@code HUNG}
 * @param hints from a question to nearly the answer
 * @param rejected the rejected fixes that the chapter speaks of
 */
public record Lesson(
    int number,
    String title,
    String rule,
    String outcome,
    List<String> hints,
    List<RejectedFixes> rejected) {
  public Lesson {
    hints = List.copyOf(hints);
    rejected = List.copyOf(rejected);
  }

  /** The names of all rejected fixes that the chapter speaks of, in its order. */
  public List<String> rejectedNames() {
    return rejected.stream().flatMap(fixes -> fixes.names().stream()).toList();
  }

  /** Its folder's name in {@code lessons}, {@code solutions} and a workspace. */
  public String folder() {
    return "lesson" + number;
  }

  /** The class of its program, and of its file. */
  public String className() {
    return "Lesson" + number;
  }

  public String fileName() {
    return className() + ".java";
  }

  public String proofsName() {
    return className() + "Proofs";
  }

  public String scenarioName() {
    return className() + "Scenario";
  }

  public String figuresName() {
    return className() + "Figures";
  }
}
