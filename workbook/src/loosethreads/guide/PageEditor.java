// SPDX-License-Identifier: Apache-2.0
package loosethreads.guide;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.asciidoctor.ast.Block;
import org.asciidoctor.ast.DescriptionList;
import org.asciidoctor.ast.DescriptionListEntry;
import org.asciidoctor.ast.Document;
import org.asciidoctor.ast.StructuralNode;

/**
 * Makes a page of a document: in its language, with our own listings, questions that fold out, and
 * tables that fit.
 */
class PageEditor implements Asciidoc.Editor {
  private final Dictionary words;
  private final Listing listing;
  private final Shown shown;

  /**
   * @param runs what the page's samples of outputs are filled with
   */
  PageEditor(Dictionary words, Listing listing, Shown.Runs runs) {
    this.words = words;
    this.listing = listing;
    shown = new Shown(runs);
  }

  Dictionary words() {
    return words;
  }

  /** What is wrong with the document. */
  List<String> problems() {
    return shown.problems();
  }

  @Override
  public void edit(Document document, Asciidoc.Blocks blocks) {
    Texts.translate(document, words);
    edit((StructuralNode) document, blocks);
  }

  private void edit(StructuralNode parent, Asciidoc.Blocks blocks) {
    List<StructuralNode> edited = new ArrayList<>();
    for (StructuralNode node : List.copyOf(parent.getBlocks())) {
      switch (node) {
        case Block block when block.getContext().matches("listing|literal") ->
            edited.add(blocks.html(parent, listing(block)));
        case StructuralNode wide when wide.getContext().matches("table|image") -> {
          edited.add(blocks.html(parent, "<div class=\"scroll\">"));
          edited.add(wide);
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

  /** The sections of a document by their ids, in their order. */
  static Map<String, StructuralNode> sections(Document document) {
    Map<String, StructuralNode> sections = new LinkedHashMap<>();
    document.getBlocks().forEach(section -> sections.put(section.getId(), section));
    return sections;
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
    Shown.Text text = shown.of(block);
    return listing.html(
        text.lines(), text.language(), text.measured().map(new LifelinesFigure(words)::measured));
  }
}
