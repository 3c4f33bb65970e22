// SPDX-License-Identifier: Apache-2.0
package loosethreads.guide;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The figures that a document's header has as attributes: what was measured when it was written.
 * Whoever shows the document puts what was measured now in their place.
 *
 * @param byHand when the figures that the text itself has were measured, if it has any
 */
record WrittenFigures(Map<String, String> written, Optional<String> byHand) {
  private static final Pattern ATTRIBUTE = Pattern.compile("(?m)^:([a-z-]+): (.+)$");

  /** What a header has besides. */
  private static final Set<String> OTHERS = Set.of("lesson", "rule", "outcome", "lines", "toc");

  private static final String BY_HAND = "by-hand";

  WrittenFigures {
    written = Map.copyOf(written);
  }

  /** Those of the document in the file. */
  static WrittenFigures in(Path document) throws IOException {
    String header = Files.readString(document).split("\\R\\R", 2)[0];
    Map<String, String> written = new HashMap<>();
    ATTRIBUTE
        .matcher(header)
        .results()
        .filter(attribute -> !OTHERS.contains(attribute.group(1)))
        .forEach(attribute -> written.put(attribute.group(1), attribute.group(2)));
    Optional<String> byHand = Optional.ofNullable(written.remove(BY_HAND));
    return new WrittenFigures(written, byHand);
  }

  /** The document's attributes with what was measured; marked, for all its converters. */
  Map<String, Object> attributes(Map<String, String> measured) {
    Map<String, Object> attributes = new HashMap<>();
    written.forEach((name, was) -> attributes.put(name, marked(measured.getOrDefault(name, was))));
    return attributes;
  }

  private static String marked(String figure) {
    return "<span class=\"figure\">" + figure + "</span>";
  }

  /** When the document's figures were measured, and with what; empty if it has none. */
  String note(Dictionary words, Measured measured) {
    List<String> said = new ArrayList<>();
    if (!written.isEmpty()) {
      said.add(words.of(Label.FIGURES_OF_RUNS).formatted(marked(words.of(Label.UNDERLINED))));
      said.add(new LifelinesFigure(words).measuredAsText(measured));
    }
    byHand.ifPresent(when -> said.add(words.of(Label.OTHER_FIGURES).formatted(when)));
    return String.join(" ", said);
  }

  /** What of the document's figures nobody has measured, or is of another kind now. */
  List<String> problems(Map<String, String> measured) {
    List<String> problems = new ArrayList<>();
    written.forEach(
        (name, was) -> {
          if (!measured.containsKey(name)) {
            problems.add("no run of the build measures {%s}".formatted(name));
          } else if (!new Sample(List.of(was)).isLike(measured.get(name))) {
            problems.add("{%s} was %s, and is %s".formatted(name, was, measured.get(name)));
          }
        });
    return problems;
  }
}
