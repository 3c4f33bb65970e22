// SPDX-License-Identifier: Apache-2.0
package loosethreads.guide;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import org.asciidoctor.ast.DescriptionList;
import org.asciidoctor.ast.Document;
import org.asciidoctor.ast.ListItem;
import org.asciidoctor.ast.StructuralNode;

/** Makes the page of the glossary: each term has an anchor, the same in each language. */
final class GlossaryEditor extends PageEditor {
  private final SequencedMap<String, String> terms = new LinkedHashMap<>();

  GlossaryEditor(Dictionary words) {
    super(words, new Listing(), (_, _) -> null);
  }

  /** The terms in the page's language, by their anchors; once the document is edited. */
  SequencedMap<String, String> terms() {
    return Collections.unmodifiableSequencedMap(terms);
  }

  @Override
  public void edit(Document document, Asciidoc.Blocks blocks) {
    List<ListItem> items = new ArrayList<>();
    document.getBlocks().forEach(section -> collect(section, items));
    List<String> ids = items.stream().map(item -> id(item.getSource())).toList();
    super.edit(document, blocks);
    for (int i = 0; i < ids.size(); i++) {
      String term = items.get(i).getSource();
      terms.put(ids.get(i), term);
      items.get(i).setSource("[[%s]]%s".formatted(ids.get(i), term));
    }
  }

  private static void collect(StructuralNode section, List<ListItem> items) {
    for (StructuralNode block : section.getBlocks()) {
      if (block instanceof DescriptionList list) {
        list.getItems().forEach(entry -> items.addAll(entry.getTerms()));
      }
    }
  }

  /** The anchor of an English term. */
  private static String id(String term) {
    return term.toLowerCase(Locale.ROOT).replace(' ', '-');
  }
}
