// SPDX-License-Identifier: Apache-2.0
package loosethreads.guide;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import loosethreads.lesson.Lesson;
import org.asciidoctor.ast.DescriptionList;
import org.asciidoctor.ast.ListItem;
import org.asciidoctor.ast.StructuralNode;

/** Lets the names of a lesson's rejected fixes, in lists, lead to where their changes are. */
record FixLinks(Lesson lesson) {
  /** In the lists of a section. */
  void link(StructuralNode section) {
    for (StructuralNode block : section.getBlocks()) {
      if (block instanceof DescriptionList list) {
        list.getItems().forEach(entry -> entry.getTerms().forEach(this::link));
      } else {
        block.getBlocks().stream()
            .filter(ListItem.class::isInstance)
            .map(ListItem.class::cast)
            .forEach(this::link);
      }
    }
  }

  /** With one backtick or two around a name. */
  private void link(ListItem item) {
    String names =
        lesson.rejectedNames().stream().map(Pattern::quote).collect(Collectors.joining("|"));
    String to = "link:" + Site.solutionFile(lesson) + "#$2[$1$2$1]";
    item.setSource(item.getSource().replaceAll("(`{1,2})(" + names + ")\\1", to));
  }
}
