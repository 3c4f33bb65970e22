// SPDX-License-Identifier: Apache-2.0
package loosethreads.guide;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.asciidoctor.ast.Block;
import org.asciidoctor.ast.Cell;
import org.asciidoctor.ast.DescriptionList;
import org.asciidoctor.ast.DescriptionListEntry;
import org.asciidoctor.ast.Document;
import org.asciidoctor.ast.ListItem;
import org.asciidoctor.ast.Row;
import org.asciidoctor.ast.Section;
import org.asciidoctor.ast.StructuralNode;
import org.asciidoctor.ast.Table;

/**
 * Finds the texts of a parsed document that people read as prose, before any markup in them is
 * read. Code, output and diffs are none.
 */
final class Texts {
  private static final Set<String> VERBATIM = Set.of("listing", "literal", "pass", "stem");

  /** What needs no translation: code, addresses, anchors, names of outcomes. */
  private static final Pattern NO_WORDS =
      Pattern.compile("`[^`]*`|\\[\\[[^\\]]*\\]\\]|(https?|link):[^\\s\\[]*|\\b[A-Z]{4,6}\\b");

  /**
   * One place of a document that holds a text.
   *
   * @param kind what it is, for a translator
   */
  record Place(String kind, Supplier<String> get, Consumer<String> set) {}

  private final Consumer<Place> visitor;

  private Texts(Consumer<Place> visitor) {
    this.visitor = visitor;
  }

  /** Visits every place with words, in the document's order. */
  static void visit(Document document, Consumer<Place> visitor) {
    new Texts(visitor).node(document);
  }

  /** Puts the words of a language in the place of the English ones. */
  static void translate(Document document, Dictionary words) {
    visit(document, place -> place.set().accept(words.of(place.get().get())));
  }

  static boolean hasWords(String text) {
    return NO_WORDS.matcher(text).replaceAll("").codePoints().anyMatch(Character::isLetter);
  }

  private void place(String kind, Supplier<String> get, Consumer<String> set) {
    String text = get.get();
    if (text != null && hasWords(text)) {
      visitor.accept(new Place(kind, get, set));
    }
  }

  private void node(StructuralNode node) {
    title(node);
    switch (node) {
      case Document document -> {
        if (document.hasAttribute("rule")) {
          place(
              "the lesson's rule",
              () -> document.getAttribute("rule").toString(),
              rule -> document.setAttribute("rule", rule, true));
        }
        blocks(document);
      }
      case DescriptionList list -> list.getItems().forEach(this::entry);
      case Table table -> table(table);
      case ListItem item -> item("list item", item);
      case Block block when VERBATIM.contains(block.getContext()) -> {}
      case Block block when block.getContext().equals("image") ->
          place(
              "what a picture shows",
              () -> block.getAttribute("alt").toString(),
              alt -> block.setAttribute("alt", alt, true));
      case Block block when block.getBlocks().isEmpty() ->
          place(block.getContext(), block::getSource, block::setSource);
      default -> blocks(node);
    }
  }

  /** Asciidoctor has replaced its apostrophes; in titles we use no other markup. */
  private void title(StructuralNode node) {
    String kind = node instanceof Section ? "heading" : "title";
    if (node.getTitle() != null) {
      place(kind, () -> node.getTitle().replace("&#8217;", "'"), node::setTitle);
    }
  }

  private void blocks(StructuralNode parent) {
    parent.getBlocks().forEach(this::node);
  }

  private void item(String kind, ListItem item) {
    if (item.hasText()) {
      place(kind, item::getSource, item::setSource);
    }
    blocks(item);
  }

  private void entry(DescriptionListEntry entry) {
    entry.getTerms().forEach(term -> item("term", term));
    if (entry.getDescription() != null) {
      item("description", entry.getDescription());
    }
  }

  private void table(Table table) {
    Stream.of(table.getHeader(), table.getBody(), table.getFooter())
        .flatMap(List<Row>::stream)
        .flatMap(row -> row.getCells().stream())
        .forEach(this::cell);
  }

  private void cell(Cell cell) {
    if (cell.getInnerDocument() == null) {
      place("table cell", cell::getSource, cell::setSource);
    } else {
      blocks(cell.getInnerDocument());
    }
  }
}
