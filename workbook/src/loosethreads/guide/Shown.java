// SPDX-License-Identifier: Apache-2.0
package loosethreads.guide;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.asciidoctor.ast.Block;

/** What listings of a document show: code as it is, and outputs as the runs have them now. */
final class Shown {
  /** The runs that a document shows. */
  interface Runs {
    /**
     * The run of one side.
     *
     * @param lesson its number, as the document has it; empty for the document's own
     */
    Run of(Side side, String lesson);

    /** The run of the test that the document shows, if it shows one. */
    default Optional<TestRun> test() {
      return Optional.empty();
    }
  }

  /**
   * The text of a listing.
   *
   * @param measured when the run was that it is from, if it is from one
   */
  record Text(List<String> lines, String language, Optional<Measured> measured) {
    Text {
      lines = List.copyOf(lines);
    }
  }

  private final Runs runs;
  private final List<String> problems = new ArrayList<>();

  Shown(Runs runs) {
    this.runs = runs;
  }

  /** What the listing shows; empty if the run was another, which is a problem then. */
  Text of(Block listing) {
    String language = String.valueOf(listing.getAttribute("language", ""));
    List<String> lines = listing.getSource().lines().toList();
    if (listing.hasAttribute("test")) {
      return ofTest(runs.test().orElseThrow(), lines, language);
    }
    if (!language.matches("output|dump")) {
      return new Text(lines, language, Optional.empty());
    }
    Side side =
        Side.valueOf(
            String.valueOf(listing.getAttribute("program", "broken")).toUpperCase(Locale.ROOT));
    Run run = runs.of(side, String.valueOf(listing.getAttribute("lesson", "")));
    try {
      List<String> all = language.equals("dump") ? run.dump() : run.printed();
      return new Text(
          new Sample(lines).of(all), language, Optional.of(Measured.of(run.recording())));
    } catch (IllegalArgumentException e) {
      problems.add(
          "the run of the %s program was another: %s".formatted(side.key(), e.getMessage()));
      return new Text(List.of(), language, Optional.empty());
    }
  }

  private Text ofTest(TestRun test, List<String> lines, String language) {
    if (language.equals("java")) {
      if (Collections.indexOfSubList(test.source(), lines) < 0) {
        problems.add("the test is another: " + lines);
      }
      return new Text(lines, language, Optional.empty());
    }
    try {
      return new Text(new Sample(lines).of(test.said()), language, Optional.of(test.measured()));
    } catch (IllegalArgumentException e) {
      problems.add("the test said something else: " + e.getMessage());
      return new Text(List.of(), language, Optional.empty());
    }
  }

  /** Which runs were others than the document says. */
  List<String> problems() {
    return List.copyOf(problems);
  }
}
