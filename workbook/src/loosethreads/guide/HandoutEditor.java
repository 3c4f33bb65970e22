// SPDX-License-Identifier: Apache-2.0
package loosethreads.guide;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import loosethreads.lesson.Lesson;
import loosethreads.lifeline.Mark;
import org.asciidoctor.ast.Block;
import org.asciidoctor.ast.DescriptionList;
import org.asciidoctor.ast.DescriptionListEntry;
import org.asciidoctor.ast.Document;
import org.asciidoctor.ast.Section;
import org.asciidoctor.ast.StructuralNode;

/**
 * Makes a handout of a chapter: the exercise, with room for notes, the questions, and the hints on
 * a page of their own. A teacher's has the solution and the answers too.
 */
final class HandoutEditor implements Asciidoc.Editor {
  private static final List<String> EXERCISE =
      List.of("the-pitfall", "the-broken-program", "what-it-did");
  private static final List<String> SOLUTION =
      List.of("the-diagnosis", "the-fix", "why-it-holds", "fixes-that-do-not-hold");

  private static final int MOST_LINES_TOGETHER = 14;
  private static final int LINES_FOR_NOTES = 8;
  private static final int LINES_FOR_AN_ANSWER = 3;

  private final Dictionary words;
  private final Map<Side, Picture> pictures;
  private final Lesson lesson;
  private final String note;
  private final boolean withSolution;
  private final Shown shown;

  /**
   * What the threads of a run did.
   *
   * @param svg the file's path
   */
  record Picture(String svg, String summary, List<Mark> marks) {
    Picture {
      marks = List.copyOf(marks);
    }
  }

  HandoutEditor(
      Dictionary words,
      Map<Side, Run> runs,
      Map<Side, Picture> pictures,
      Lesson lesson,
      WrittenFigures figures,
      boolean withSolution) {
    this.words = words;
    this.note = figures.note(words, Measured.of(runs.get(Side.BROKEN).recording()));
    this.pictures = Map.copyOf(pictures);
    this.lesson = lesson;
    this.withSolution = withSolution;
    shown = new Shown((side, _) -> runs.get(side));
  }

  /** What is wrong with the document. */
  List<String> problems() {
    return shown.problems();
  }

  @Override
  public void edit(Document document, Asciidoc.Blocks blocks) {
    Texts.translate(document, words);
    String title =
        words.of(Label.LESSON).formatted(lesson.number()) + " · " + words.of(lesson.title());
    document.setAttribute("title", title, true);
    Map<String, StructuralNode> sections = PageEditor.sections(document);
    PageEditor.replace(document, new Pages(document, blocks, sections).all());
    document.findBy(Map.of("context", ":listing")).forEach(listing -> fill((Block) listing));
  }

  private void fill(Block listing) {
    Shown.Text text = shown.of(listing);
    listing.setSource(String.join("\n", text.lines()));
    text.measured()
        .ifPresent(
            measured -> listing.setTitle(new LifelinesFigure(words).measuredAsText(measured)));
    listing.setAttribute("autofit-option", "", true);
    if (text.lines().size() <= MOST_LINES_TOGETHER) {
      listing.setAttribute("unbreakable-option", "", true);
    }
    if (!text.language().equals("java")) {
      listing.setStyle("listing"); // nothing to highlight
    }
  }

  /** The parts of one handout while they are made. */
  private final class Pages {
    private final Document document;
    private final Asciidoc.Blocks blocks;
    private final Map<String, StructuralNode> sections;
    private final List<StructuralNode> parts = new ArrayList<>();

    private Pages(Document document, Asciidoc.Blocks blocks, Map<String, StructuralNode> sections) {
      this.document = document;
      this.blocks = blocks;
      this.sections = sections;
    }

    private List<StructuralNode> all() {
      parts.add(block("paragraph", words.of(lesson.rule()), Map.of("role", "lead")));
      sections(EXERCISE);
      picture(Side.BROKEN);
      exercise();
      if (withSolution) {
        sections(SOLUTION);
        picture(Side.FIXED);
        sections(List.of("questions"));
      } else {
        questions();
      }
      parts.add(block("page_break", "", Map.of()));
      sections(List.of("hints"));
      parts.add(block("paragraph", "+++" + note + "+++", Map.of("role", "note")));
      return parts;
    }

    private StructuralNode block(String context, String source, Map<String, Object> attributes) {
      return blocks.block(document, context, source, attributes);
    }

    private void sections(List<String> ids) {
      ids.stream().flatMap(id -> Stream.ofNullable(sections.get(id))).forEach(parts::add);
    }

    private void picture(Side side) {
      Picture picture = pictures.get(side);
      String title = words.of(Label.WHAT_THE_THREADS_DID) + " · " + words.of(side.label());
      Section section = blocks.section(document, title);
      section.append(block("paragraph", picture.summary, Map.of()));
      section.append(
          block(
              "image",
              "",
              Map.of("target", picture.svg, "alt", picture.summary, "pdfwidth", "100%")));
      if (!picture.marks.isEmpty()) {
        section.append(block("listing", marks(picture.marks), Map.of("style", "listing")));
      }
      parts.add(section);
    }

    private static String marks(List<Mark> marks) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < marks.size(); i++) {
        Mark mark = marks.get(i);
        text.append(
            String.format(
                Locale.ROOT, "%2d %6d ms  %s%n", i + 1, mark.at() / 1_000_000, mark.text()));
      }
      return text.toString();
    }

    private void exercise() {
      Section section = blocks.section(document, words.of(Label.YOUR_TURN));
      section.append(block("paragraph", words.of(Label.MEND_IT), Map.of()));
      section.append(
          block(
              "listing", String.join("\n", Exercise.commands(lesson)), Map.of("style", "listing")));
      parts.add(section);
      if (!withSolution) {
        Section notes = blocks.section(document, words.of(Label.NOTES));
        ruled(notes, LINES_FOR_NOTES);
        parts.add(notes);
      }
    }

    private void ruled(StructuralNode parent, int lines) {
      for (int i = 0; i < lines; i++) {
        parent.append(block("thematic_break", "", Map.of()));
      }
    }

    private void questions() {
      StructuralNode questions = sections.get("questions");
      if (questions == null) {
        return;
      }
      Section section = blocks.section(document, questions.getTitle());
      for (StructuralNode node : questions.getBlocks()) {
        for (DescriptionListEntry entry : ((DescriptionList) node).getItems()) {
          String question = entry.getTerms().getFirst().getSource();
          StructuralNode together = block("open", "", Map.of("unbreakable-option", ""));
          together.append(block("paragraph", question, Map.of("role", "asked")));
          ruled(together, LINES_FOR_AN_ANSWER);
          section.append(together);
        }
      }
      parts.add(section);
    }
  }
}
