// SPDX-License-Identifier: Apache-2.0
package loosethreads.guide;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a chapter has of an output, which is different in each run. It says which lines to show:
 * numbers stand for any number, {@code …} for any part of a line, and a line {@code …} for any
 * lines. The numbers of lessons, and of lines of their programs, stand for themselves.
 *
 * @param lines as the chapter has them
 */
public record Sample(List<String> lines) {
  private static final String VARIES = "…";

  private static final Pattern PART =
      Pattern.compile("(?<fixed>Lesson\\d+(\\.java:\\d+)?)|(?<number>0x[0-9a-f]+|\\d[\\d.]*)|…");

  public Sample {
    lines = List.copyOf(lines);
  }

  /**
   * The lines of an output that the sample shows, in their order there, with the sample's ellipses.
   *
   * @throws IllegalArgumentException with what the output lacks, or has besides
   */
  public List<String> of(List<String> output) {
    List<Line> wanted =
        lines.stream().filter(line -> !line.isBlank() && !isGap(line)).map(Line::of).toList();
    String[] shown = inOrder(wanted, output).orElseGet(() -> inAnyOrder(wanted, output));
    return joined(shown, output);
  }

  /** Whether an output that is this line alone is what the sample shows, but for its numbers. */
  boolean isLike(String line) {
    return lines.size() == 1 && Line.of(lines.getFirst()).filled(line).isPresent();
  }

  private static boolean isGap(String line) {
    return line.strip().equals(VARIES);
  }

  private static Optional<String[]> inOrder(List<Line> wanted, List<String> output) {
    String[] shown = new String[output.size()];
    int next = 0;
    for (Line line : wanted) {
      Optional<String> filled = Optional.empty();
      while (filled.isEmpty()) {
        if (next == shown.length) {
          return Optional.empty();
        }
        filled = line.filled(output.get(next++));
      }
      shown[next - 1] = filled.get();
    }
    return Optional.of(shown);
  }

  /** Two streams, or two threads, may print in another order than last time. */
  private static String[] inAnyOrder(List<Line> wanted, List<String> output) {
    String[] shown = new String[output.size()];
    for (Line line : wanted) {
      int at = 0;
      while (at < shown.length && (shown[at] != null || line.filled(output.get(at)).isEmpty())) {
        at++;
      }
      if (at == shown.length) {
        throw new IllegalArgumentException(
            "no line is like '%s' in%n%s".formatted(line.text, String.join("\n", output)));
      }
      shown[at] = line.filled(output.get(at)).orElseThrow();
    }
    return shown;
  }

  private List<String> joined(String[] shown, List<String> output) {
    List<String> all = new ArrayList<>();
    boolean mayHaveGaps = lines.stream().anyMatch(Sample::isGap);
    for (int i = 0; i < shown.length; i++) {
      if (shown[i] != null) {
        all.add(shown[i]);
      } else if (output.get(i).isBlank()) {
        all.add("");
      } else if (!mayHaveGaps) {
        throw new IllegalArgumentException("there is more: '%s'".formatted(output.get(i)));
      } else if (all.isEmpty() || !isGap(all.getLast())) {
        all.add("  " + VARIES);
      }
    }
    return withoutEmptyGaps(all);
  }

  /** Of empty lines and gaps in a row, one. */
  private static List<String> withoutEmptyGaps(List<String> lines) {
    List<String> kept = new ArrayList<>();
    for (String line : lines) {
      boolean empty = line.isEmpty() || isGap(line);
      boolean afterEmpty = !kept.isEmpty() && (kept.getLast().isEmpty() || isGap(kept.getLast()));
      if (empty && afterEmpty) {
        kept.set(kept.size() - 1, kept.getLast().isEmpty() && line.isEmpty() ? "" : "  " + VARIES);
      } else if (!line.isEmpty() || !kept.isEmpty()) {
        kept.add(line);
      }
    }
    while (!kept.isEmpty() && kept.getLast().isEmpty()) {
      kept.removeLast();
    }
    return !kept.isEmpty() && isGap(kept.getFirst()) ? kept.subList(1, kept.size()) : kept;
  }

  /** A line of the sample, and what of an output is like it. */
  private record Line(String text, Pattern pattern) {
    static Line of(String text) {
      StringBuilder regex = new StringBuilder();
      Matcher part = PART.matcher(text);
      int from = 0;
      while (part.find()) {
        regex.append(literal(text.substring(from, part.start()))).append(like(part));
        from = part.end();
      }
      regex.append(literal(text.substring(from)));
      return new Line(text, Pattern.compile(regex.toString()));
    }

    private static String like(MatchResult part) {
      if (part.group("fixed") != null) {
        return literal(part.group());
      }
      return part.group("number") == null ? ".*?" : "(0x[0-9a-f]+|\\d[\\d.]*)";
    }

    private static String literal(String text) {
      return Arrays.stream(text.split("\\s+", -1))
          .map(word -> word.isEmpty() ? "" : Pattern.quote(word))
          .reduce((a, b) -> a + "\\s+" + b)
          .orElse("");
    }

    /** The sample's line with the output's numbers, if the output's line is like it. */
    Optional<String> filled(String line) {
      Matcher actual = pattern.matcher(line);
      if (!actual.matches()) {
        return Optional.empty();
      }
      int[] group = {0};
      return Optional.of(
          PART.matcher(text)
              .replaceAll(
                  part ->
                      Matcher.quoteReplacement(
                          part.group("number") == null ? part.group() : actual.group(++group[0]))));
    }
  }
}
