// SPDX-License-Identifier: Apache-2.0
package loosethreads.guide;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.asciidoctor.ast.Block;
import org.asciidoctor.ast.DescriptionList;
import org.asciidoctor.ast.DescriptionListEntry;
import org.asciidoctor.ast.Document;
import org.asciidoctor.ast.StructuralNode;
import org.asciidoctor.ast.Table;

/**
 * Makes a page of a document: in its language, with our own listings, questions that fold out, and
 * tables that fit.
 */
class PageEditor implements Asciidoc.Editor {
  /** The runs that a page shows. */
  interface Runs {
    /**
     * The run of one side.
     *
     * @param lesson its number, as the document has it; empty for the page's own
     */
    Run of(Side side, String lesson);
  }

  private final Dictionary words;
  private final Listing listing;
  private final Runs runs;
  private final List<String> problems = new ArrayList<>();

  /**
   * @param runs what the page's samples of outputs are filled with
   */
  PageEditor(Dictionary words, Listing listing, Runs runs) {
    this.words = words;
    this.listing = listing;
    this.runs = runs;
  }

  Dictionary words() {
    return words;
  }

  /** What is wrong with the document. */
  List<String> problems() {
    return List.copyOf(problems);
  }

  @Override
  public void edit(Document document, Asciidoc.Blocks blocks) {
    Texts.visit(document, place -> place.set().accept(words.of(place.get().get())));
    edit((StructuralNode) document, blocks);
  }

  private void edit(StructuralNode parent, Asciidoc.Blocks blocks) {
    List<StructuralNode> edited = new ArrayList<>();
    for (StructuralNode node : List.copyOf(parent.getBlocks())) {
      switch (node) {
        case Block block when block.getContext().matches("listing|literal") ->
            edited.add(blocks.html(parent, listing(block)));
        case Table table -> {
          edited.add(blocks.html(parent, "<div class=\"scroll\">"));
          edited.add(table);
          edited.add(blocks.html(parent, "</div>"));
        }
        case DescriptionList list when "qanda".equals(list.getStyle()) ->
            list.getItems().forEach(entry -> edited.addAll(question(parent, entry, blocks)));
        case DescriptionList list -> {
          list.getItems().stream()
              .map(DescriptionListEntry::getDescription)
              .filter(description -> description != null)
              .forEach(description -> edit(description, blocks));
          edited.add(list);
        }
        default -> {
          edit(node, blocks);
          edited.add(node);
        }
      }
    }
    replace(parent, edited);
  }

  /** Puts other blocks in the place of those of a node. */
  static void replace(StructuralNode parent, List<StructuralNode> blocks) {
    if (!(parent instanceof org.asciidoctor.ast.List)) {
      parent.getBlocks().clear();
      blocks.forEach(parent::append);
    }
  }

  private List<StructuralNode> question(
      StructuralNode parent, DescriptionListEntry entry, Asciidoc.Blocks blocks) {
    edit(entry.getDescription(), blocks);
    String asked =
        "<details class=\"question\"><summary>%s</summary>"
            .formatted(entry.getTerms().getFirst().getText());
    List<StructuralNode> all = new ArrayList<>();
    all.add(blocks.html(parent, asked + "<p>" + entry.getDescription().getText() + "</p>"));
    all.addAll(entry.getDescription().getBlocks());
    all.add(blocks.html(parent, "</details>"));
    return all;
  }

  private String listing(Block block) {
    String language = String.valueOf(block.getAttribute("language", ""));
    List<String> lines = block.getSource().lines().toList();
    if (!language.matches("output|dump")) {
      return listing.html(lines, language);
    }
    Side side =
        Side.valueOf(
            String.valueOf(block.getAttribute("program", "broken")).toUpperCase(Locale.ROOT));
    Run run = runs.of(side, String.valueOf(block.getAttribute("lesson", "")));
    try {
      return listing.html(
          new Sample(lines).of(language.equals("dump") ? run.dump() : run.printed()),
          language,
          Optional.of(new LifelinesFigure(words).measured(run.recording())));
    } catch (IllegalArgumentException e) {
      problems.add(
          "the run of the %s program was another: %s".formatted(side.key(), e.getMessage()));
      return "";
    }
  }
}
