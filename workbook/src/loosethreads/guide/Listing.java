// SPDX-License-Identifier: Apache-2.0
package loosethreads.guide;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import loosethreads.check.ProgramFile;
import loosethreads.lesson.Lesson;
import loosethreads.lesson.Lessons;

/** A listing in a page. A line of one of the lesson's programs has its number there. */
final class Listing {
  private static final String NO_TAG = " *// (tag|end)::[\\w-]+\\[\\] *";

  /** A line of a program that is not there for the guide only. */
  private record Line(int number, String text) {}

  private final Map<Side, ProgramFile> programs = new EnumMap<>(Side.class);

  /** Of a page that belongs to no lesson. */
  Listing() {}

  Listing(Lessons lessons, Lesson lesson) {
    for (Side side : Side.values()) {
      programs.put(side, side.program(lessons, lesson));
    }
  }

  /** The listing, with what it is of, if that is known. */
  String html(List<String> lines, String language) {
    return html(lines, language, Optional.empty());
  }

  /**
   * The listing.
   *
   * @param caption below it, as HTML
   */
  String html(List<String> lines, String language, Optional<String> caption) {
    Map<Side, Integer> at = new EnumMap<>(Side.class);
    List<Map<Side, Integer>> numbers = new ArrayList<>();
    lines.forEach(_ -> numbers.add(new EnumMap<>(Side.class)));
    if (language.equals("java")) {
      programs.forEach((side, program) -> number(side, lines(program), lines, numbers, at));
    }
    List<String> code = Code.lines(String.join("\n", lines), language);
    List<String> html = new ArrayList<>();
    for (int i = 0; i < code.size(); i++) {
      html.add(line(code.get(i), "", i < numbers.size() ? numbers.get(i) : Map.of()));
    }
    return figure(language, html, caption.or(() -> from(at)));
  }

  /** A unified diff of the lesson's two programs, or of another two. */
  String diff(List<String> lines, Optional<String> caption) {
    List<String> html = new ArrayList<>();
    Map<Side, Integer> next = new EnumMap<>(Side.class);
    for (String line : lines) {
      String kind =
          switch (line.isEmpty() ? ' ' : line.charAt(0)) {
            case '+' -> "come";
            case '-' -> "go";
            case '@' -> "hunk";
            default -> "";
          };
      html.add(line(Html.escaped(line), kind, next));
    }
    return figure("diff", html, caption);
  }

  private static List<Line> lines(ProgramFile program) {
    List<String> all = program.text().lines().toList();
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      if (!all.get(i).matches(NO_TAG)) {
        lines.add(new Line(i + 1, all.get(i)));
      }
    }
    return lines;
  }

  private static void number(
      Side side,
      List<Line> program,
      List<String> lines,
      List<Map<Side, Integer>> numbers,
      Map<Side, Integer> at) {
    int begin = Collections.indexOfSubList(program.stream().map(Line::text).toList(), lines);
    if (begin >= 0) {
      at.put(side, program.get(begin).number);
      for (int i = 0; i < lines.size(); i++) {
        numbers.get(i).put(side, program.get(begin + i).number);
      }
    }
  }

  private Optional<String> from(Map<Side, Integer> at) {
    return at.entrySet().stream()
        .findFirst()
        .map(e -> Html.escaped("%s:%d".formatted(programs.get(e.getKey()).shown(), e.getValue())));
  }

  private static String line(String html, String kind, Map<Side, Integer> numbers) {
    String data =
        numbers.entrySet().stream()
            .map(e -> " data-%s=\"%d\"".formatted(e.getKey().key(), e.getValue()))
            .collect(Collectors.joining());
    String classes = kind.isEmpty() ? "line" : "line " + kind;
    return "<span class=\"%s\"%s>%s\n</span>".formatted(classes, data, html);
  }

  private static String figure(String language, List<String> lines, Optional<String> caption) {
    String below = caption.map(c -> "<figcaption>" + c + "</figcaption>").orElse("");
    return "<figure class=\"listing %s\"><pre><code>%s</code></pre>%s</figure>"
        .formatted(language.isEmpty() ? "text" : language, String.join("", lines), below);
  }
}
