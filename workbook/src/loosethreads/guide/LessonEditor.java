// SPDX-License-Identifier: Apache-2.0
package loosethreads.guide;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import loosethreads.lesson.Lesson;
import org.asciidoctor.ast.Document;
import org.asciidoctor.ast.StructuralNode;

/**
 * Makes a page of a chapter: with the lifelines, the hints before the fix, the fix behind a click,
 * and a link from each rejected fix to where its change is.
 */
final class LessonEditor extends PageEditor {
  private final Lesson lesson;
  private final Map<Side, Run> runs;
  private final String diff;

  /**
   * @param diff from the broken program to the fixed one, as HTML
   */
  LessonEditor(Dictionary words, Listing listing, Map<Side, Run> runs, Lesson lesson, String diff) {
    super(words, listing, (side, _) -> runs.get(side));
    this.lesson = lesson;
    this.runs = runs;
    this.diff = diff;
  }

  @Override
  public void edit(Document document, Asciidoc.Blocks blocks) {
    super.edit(document, blocks);
    List<StructuralNode> sections = new ArrayList<>(document.getBlocks());
    section(sections, "fixes-that-do-not-hold").ifPresent(new FixLinks(lesson)::link);
    section(sections, "what-it-did")
        .ifPresent(s -> s.append(blocks.html(s, new LifelinesFigure(words()).html(runs))));
    Optional<StructuralNode> fix = section(sections, "the-fix");
    fix.ifPresent(s -> fold(s, blocks));
    section(sections, "hints")
        .ifPresent(
            hints -> {
              sections.remove(hints);
              sections.add(fix.map(sections::indexOf).orElse(sections.size()), hints);
              replace(document, sections);
            });
  }

  private static Optional<StructuralNode> section(List<StructuralNode> sections, String id) {
    return sections.stream().filter(s -> id.equals(s.getId())).findFirst();
  }

  private void fold(StructuralNode section, Asciidoc.Blocks blocks) {
    List<StructuralNode> content = new ArrayList<>();
    content.add(
        blocks.html(
            section,
            "<details class=\"fix\"><summary>%s</summary>".formatted(words().of(Label.SHOW_FIX))));
    content.addAll(section.getBlocks());
    content.add(
        blocks.html(
            section,
            """
            %s
            <p><a href="%s">%s</a></p>
            </details>\
            """
                .formatted(diff, Site.solutionFile(lesson), words().of(Label.WHOLE_SOLUTION))));
    replace(section, content);
  }
}
