// SPDX-License-Identifier: Apache-2.0
package loosethreads.guide;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import loosethreads.lesson.Lesson;
import loosethreads.lesson.RejectedDiff;
import loosethreads.lesson.Tags;

/** What a solution's page has besides its chapter: the programs, and the fixes that do not hold. */
record SolutionPage(Sources sources, Dictionary words, Listing listing, Lesson lesson) {
  private static final String GAP = "\t…";

  /**
   * @param diff from the broken program to the fixed one, as HTML
   */
  String html(String diff, Run run) throws IOException {
    StringBuilder html = new StringBuilder();
    html.append(section("what-changes", words.of(Label.WHAT_CHANGES), diff));
    html.append(
        section(
            "the-program",
            words.of(Label.FIXED_PROGRAM),
            program(sources.lessons().solution(lesson))));
    html.append(
        section(
            "its-run",
            words.of(Label.OUTPUT_OF_FIXED),
            listing.html(
                withoutJdkFrames(run.printed()),
                "output",
                Optional.of(new LifelinesFigure(words).measured(Measured.of(run.recording()))))));
    for (Map.Entry<String, Path> variant : sources.variants(lesson).entrySet()) {
      String name = variant.getKey();
      html.append(
          section(
              name,
              words.of(Label.OTHER_RIGHT_WAY) + ": <code>" + name + "</code>",
              folded(Label.SHOW_PROGRAM, program(Files.readString(variant.getValue())))));
    }
    StringBuilder fixes = new StringBuilder();
    for (String name : lesson.rejectedNames()) {
      fixes.append(rejected(name));
    }
    html.append(section("why-not", words.of(Label.WHY_NOT), fixes.toString()));
    return html.toString();
  }

  /** They tell little, and are long. */
  private static List<String> withoutJdkFrames(List<String> printed) {
    List<String> kept = new ArrayList<>();
    for (String line : printed) {
      if (!line.matches("\\s+at [a-z.]+/.*")) {
        kept.add(line);
      } else if (kept.isEmpty() || !kept.getLast().equals(GAP)) {
        kept.add(GAP);
      }
    }
    return kept;
  }

  private String program(String text) {
    return listing.html(Tags.removed(text).lines().toList(), "java");
  }

  private String rejected(String name) throws IOException {
    RejectedDiff fix = sources.rejected(lesson, name);
    return """
    <article class="rejected">
    <h3 id="%s"><a class="link" href="#%1$s"><code>%1$s</code></a></h3>
    <p>%s %s</p>
    %s</article>
    """
        .formatted(
            name,
            Site.outcome(fix.outcome()),
            Html.escaped(words.of(fix.reason())),
            folded(
                Label.SHOW_CHANGE,
                listing.diff(
                    fix.diff().stream().filter(SolutionPage::isNoTag).toList(), Optional.empty())));
  }

  private static boolean isNoTag(String line) {
    return !line.matches("[ +-] *// (tag|end)::.*");
  }

  private String folded(Label label, String html) {
    return "<details class=\"change\"><summary>%s</summary>\n%s</details>\n"
        .formatted(words.of(label), html);
  }

  private static String section(String id, String heading, String html) {
    return """
    <section class="sect1"><h2 id="%s"><a class="link" href="#%1$s">%s</a></h2>
    %s</section>
    """
        .formatted(id, heading, html);
  }
}
