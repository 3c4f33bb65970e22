// SPDX-License-Identifier: Apache-2.0
package loosethreads.guide;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import loosethreads.guide.Deal.Piece;
import loosethreads.lesson.Lesson;
import loosethreads.lifeline.SvgPart;
import loosethreads.lifeline.SvgPicture;
import org.asciidoctor.ast.Block;
import org.asciidoctor.ast.DescriptionList;
import org.asciidoctor.ast.DescriptionListEntry;
import org.asciidoctor.ast.Document;
import org.asciidoctor.ast.ListItem;
import org.asciidoctor.ast.Section;
import org.asciidoctor.ast.StructuralNode;

/**
 * Makes slides of a chapter: of the sections that a class goes through, in their order, one idea a
 * slide. What follows from the evidence on a slide, and each answer, appears when asked for.
 */
final class SlidesEditor implements Asciidoc.Editor {
  private static final List<String> SECTIONS =
      List.of(
          "the-pitfall",
          "the-broken-program",
          "what-it-did",
          "the-diagnosis",
          "the-fix",
          "why-it-holds",
          "questions");

  private final Dictionary words;
  private final Listing listing;
  private final Map<Side, Run> runs;
  private final Lesson lesson;
  private final WrittenFigures figures;
  private final Shown shown;

  SlidesEditor(
      Dictionary words,
      Listing listing,
      Map<Side, Run> runs,
      Lesson lesson,
      WrittenFigures figures) {
    this.words = words;
    this.listing = listing;
    this.runs = Map.copyOf(runs);
    this.lesson = lesson;
    this.figures = figures;
    shown = new Shown((side, _) -> runs.get(side));
  }

  /** What is wrong with the document. */
  List<String> problems() {
    return shown.problems();
  }

  @Override
  public void edit(Document document, Asciidoc.Blocks blocks) {
    Texts.translate(document, words);
    document.setAttribute("title", words.of(lesson.title()), true);
    Map<String, StructuralNode> sections = PageEditor.sections(document);
    PageEditor.replace(document, new Slides(document, blocks).of(sections));
  }

  /** The slides of one document while they are made. */
  private final class Slides {
    private final Document document;
    private final Asciidoc.Blocks blocks;
    private final List<StructuralNode> slides = new ArrayList<>();

    private Slides(Document document, Asciidoc.Blocks blocks) {
      this.document = document;
      this.blocks = blocks;
    }

    private List<StructuralNode> of(Map<String, StructuralNode> sections) {
      title();
      for (String id : SECTIONS) {
        Optional.ofNullable(sections.get(id)).ifPresent(this::section);
        switch (id) {
          case "what-it-did" -> lifelines(Side.BROKEN);
          case "the-diagnosis" -> exercise(Optional.ofNullable(sections.get("hints")));
          case "the-fix" -> lifelines(Side.FIXED);
          default -> {}
        }
      }
      return slides;
    }

    private Section slide(String title) {
      Section slide = blocks.section(document, title);
      slides.add(slide);
      return slide;
    }

    private void title() {
      Section slide = slide(words.of(lesson.title()));
      slide.addRole("title");
      slide.append(
          blocks.html(
              slide,
              """
              <p class="rule">%s</p>
              <p class="facts">%s · %s · <span class="outcome">%s</span></p>
              <p class="facts">%s</p>
              %s\
              """
                  .formatted(
                      words.of(lesson.rule()),
                      words.of(Label.TITLE),
                      words.of(Label.LESSON).formatted(lesson.number()),
                      lesson.outcome(),
                      figures.note(words, Measured.of(runs.get(Side.BROKEN).recording())),
                      SvgPicture.definitions())));
    }

    private void section(StructuralNode section) {
      List<Piece<StructuralNode>> pieces = new ArrayList<>();
      for (StructuralNode node : section.getBlocks()) {
        if (node instanceof DescriptionList questions) {
          questions.getItems().forEach(question -> deal(section.getTitle(), question(question)));
        } else {
          pieces.addAll(pieces(node, pieces));
        }
      }
      deal(section.getTitle(), pieces);
    }

    private void deal(String title, List<Piece<StructuralNode>> pieces) {
      for (List<Piece<StructuralNode>> dealt : Deal.of(pieces, SlideSize.ROOM)) {
        Section slide = slide(title);
        boolean seen = false;
        for (Piece<StructuralNode> piece : dealt) {
          if (seen && !piece.evidence()) {
            piece.what().addRole("fragment");
          }
          seen |= piece.evidence();
          slide.append(piece.what());
        }
      }
    }

    private List<Piece<StructuralNode>> question(DescriptionListEntry entry) {
      List<Piece<StructuralNode>> pieces = new ArrayList<>();
      pieces.add(words(entry.getTerms().getFirst().getSource(), "asked"));
      ListItem answer = entry.getDescription();
      if (answer.hasText()) {
        pieces.add(words(answer.getSource(), "fragment"));
      }
      for (StructuralNode node : answer.getBlocks()) {
        pieces.addAll(pieces(node, pieces));
      }
      return pieces;
    }

    /**
     * @param before those that there are already
     */
    private List<Piece<StructuralNode>> pieces(
        StructuralNode node, List<Piece<StructuralNode>> before) {
      return switch (node) {
        case Block block when block.getContext().matches("listing|literal") ->
            listing(shown.of(block), lead(before));
        case Block block when block.getContext().equals("paragraph") ->
            List.of(words(block.getSource(), ""));
        case org.asciidoctor.ast.List list ->
            list.getItems().stream()
                .map(ListItem.class::cast)
                .map(item -> words(item.getSource(), "item"))
                .toList();
        default ->
            throw new IllegalArgumentException(
                "%s has a %s, which no slide can show"
                    .formatted(lesson.folder(), node.getContext()));
      };
    }

    /**
     * How much of a slide the words take that lead to evidence; many have a slide to themselves.
     */
    private static int lead(List<Piece<StructuralNode>> before) {
      int height = before.isEmpty() || before.getLast().evidence() ? 0 : before.getLast().height();
      return height <= SlideSize.ROOM / 3 ? height : 0;
    }

    /** Words, one sentence a line. */
    private Piece<StructuralNode> words(String source, String role) {
      List<String> sentences = Sentences.of(source);
      Map<String, Object> attributes = Map.of("role", role, "hardbreaks-option", "");
      return new Piece<>(
          blocks.block(document, "paragraph", String.join("\n", sentences), attributes),
          false,
          SlideSize.ofWords(sentences));
    }

    private List<Piece<StructuralNode>> listing(Shown.Text text, int beside) {
      return Deal.cut(
              text.lines(),
              SlideSize.lines(SlideSize.ROOM - beside),
              SlideSize.lines(SlideSize.ROOM))
          .stream()
          .map(
              part ->
                  new Piece<>(
                      blocks.html(document, listing.html(part, text.language(), measured(text))),
                      true,
                      SlideSize.ofLines(part.size())))
          .toList();
    }

    private Optional<String> measured(Shown.Text text) {
      return text.measured().map(new LifelinesFigure(words)::measured);
    }

    private void lifelines(Side side) {
      long length = Run.axis(runs.values());
      Run run = runs.get(side);
      SvgPart part = SvgPicture.part(run.recording(), length, words.ofPictures());
      Section slide = slide(words.of(Label.WHAT_THE_THREADS_DID) + " · " + words.of(side.label()));
      slide.addRole("threads");
      slide.append(
          blocks.html(
              slide,
              """
              <figure>%s</figure>
              %s<p class="facts">%s %s</p>
              """
                  .formatted(
                      part.svg(),
                      LifelinesFigure.marks(part.marks()),
                      Html.escaped(part.summary()),
                      new LifelinesFigure(words).measured(Measured.of(run.recording())))));
      slide.append(
          notes(
              part.bars().stream()
                  .map(bar -> "<li>" + Html.escaped(bar.sentence()) + "</li>")
                  .collect(Collectors.joining("\n", "<ul>", "</ul>"))));
    }

    private void exercise(Optional<StructuralNode> hints) {
      Section slide = slide(words.of(Label.YOUR_TURN));
      slide.append(words(words.of(Label.MEND_IT), "").what());
      slide.append(blocks.html(slide, listing.html(Exercise.commands(lesson), "sh")));
      hints.ifPresent(
          section ->
              slide.append(
                  notes(
                      section.getBlocks().stream()
                          .map(
                              hint -> "<h3>%s</h3>%s".formatted(hint.getTitle(), hint.getContent()))
                          .collect(Collectors.joining("\n")))));
    }

    private StructuralNode notes(String html) {
      return blocks.html(document, "<aside class=\"notes\">" + html + "</aside>");
    }
  }
}
