// SPDX-License-Identifier: Apache-2.0
package loosethreads.lifeline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import loosethreads.lifeline.Lifeline.Activity;
import loosethreads.lifeline.Lifeline.Fate;
import loosethreads.lifeline.Lifeline.Kind;

/**
 * Draws a recording with characters, a line for each row.
 *
 * @param width the columns that there are; all are used; 80 if there are fewer
 * @param unicode whether the terminal shows more than ASCII
 * @param colour whether it understands ANSI colours; they repeat what the characters say
 */
public record TerminalPicture(int width, boolean unicode, boolean colour) {
  private static final int MOST_ROWS = 20;
  private static final int MOST_LABEL = 24;

  public TerminalPicture {
    width = Math.max(80, width);
  }

  /** The picture, and what is to be known of each thread that has not ended. */
  public String draw(Recording recording) {
    List<Row> rows = Rows.of(recording, MOST_ROWS, Words.ENGLISH);
    return together(bars(recording, rows), unended(rows));
  }

  /** The picture alone: lines that each end with a newline. */
  public String drawBars(Recording recording) {
    return together(bars(recording, Rows.of(recording, MOST_ROWS, Words.ENGLISH)), List.of());
  }

  private static String together(List<String> lines, List<String> more) {
    return Stream.concat(lines.stream(), more.stream())
        .map(line -> line + "\n")
        .collect(Collectors.joining());
  }

  private List<String> bars(Recording recording, List<Row> rows) {
    List<String> lines = new ArrayList<>();
    lines.addAll(wrap("", recording.title()));
    lines.addAll(wrap("", Words.ENGLISH.summary(recording)));
    if (!rows.isEmpty()) {
      lines.add("");
      lines.addAll(chart(recording, rows));
    }
    lines.addAll(marks(Marks.of(recording, Words.ENGLISH)));
    return lines;
  }

  private List<String> chart(Recording recording, List<Row> rows) {
    int label = rows.stream().mapToInt(this::labelWidth).max().orElseThrow();
    int left = label + 3; // a space, the kind, a space
    int columns = width - left - 1; // the end of the longest bar
    List<String> lines = new ArrayList<>();
    Scale scale = new Scale(recording.length(), columns);
    lines.addAll(flags(recording, left, scale));
    Set<Activity> seen = EnumSet.noneOf(Activity.class);
    for (Row row : rows) {
      Row.Cell[] cells = row.cells(columns, recording.length());
      Arrays.stream(cells).filter(Objects::nonNull).forEach(cell -> seen.add(cell.activity()));
      lines.add(Columns.pad(label(row), label) + " " + kind(row) + " " + bar(cells, row.fate()));
    }
    lines.addAll(axis(left, scale));
    lines.add("");
    lines.addAll(legend(seen, rows));
    return lines;
  }

  /** Where on the axis a time is. */
  private record Scale(long length, int columns) {
    int column(long at) {
      return Math.clamp((long) (at / (Math.max(1, length) / (double) columns)), 0, columns - 1);
    }
  }

  private Columns text() {
    return new Columns(unicode);
  }

  private Glyphs glyphs() {
    return unicode ? Glyphs.UNICODE : Glyphs.ASCII;
  }

  private List<String> wrap(String start, String words) {
    return text().wrap(start, words, width);
  }

  private String label(Row row) {
    return " ".repeat(row.indent()) + row.label(text(), MOST_LABEL - row.indent());
  }

  private int labelWidth(Row row) {
    return Columns.width(label(row));
  }

  private static String kind(Row row) {
    return row.rest() ? " " : initial(row.first().kind());
  }

  private static String initial(Kind kind) {
    return kind == Kind.PLATFORM ? " " : Words.ENGLISH.of(kind).substring(0, 1);
  }

  private String bar(Row.Cell[] cells, Fate fate) {
    Ink ink = new Ink(colour);
    int last = cells.length - 1;
    while (cells[last] == null) {
      last--;
    }
    for (int c = 0; c <= last + 1; c++) {
      if (c <= last && cells[c] != null) {
        ink.draw(glyphs().of(cells[c].activity()), Ink.of(cells[c].activity()));
      } else if (c > 0 && cells[c - 1] != null) {
        ink.draw(glyphs().of(fate), Ink.of(fate));
      } else {
        ink.draw(" ", Ink.PLAIN);
      }
    }
    return ink.drawn();
  }

  private List<String> flags(Recording recording, int left, Scale scale) {
    List<Mark> shown = Marks.of(recording, Words.ENGLISH).shown();
    List<Double> places =
        Axis.apart(
            shown.stream().map(mark -> (double) scale.column(mark.at())).toList(),
            shown.size() < 10 ? 2 : 3,
            scale.columns() - 1);
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < shown.size(); i++) {
      line.append(" ".repeat(left + places.get(i).intValue() - line.length())).append(i + 1);
    }
    return shown.isEmpty() ? List.of() : List.of(line.toString());
  }

  private List<String> axis(int left, Scale scale) {
    StringBuilder line = new StringBuilder(glyphs().axis().repeat(scale.columns()));
    StringBuilder labels = new StringBuilder();
    for (Axis.Tick tick : Axis.ticks(scale.length(), scale.columns() / 8)) {
      int column = scale.column(tick.at());
      line.replace(column, column + 1, glyphs().tick());
      int at = Math.min(column, scale.columns() + 1 - tick.label().length());
      if (labels.isEmpty() || at > labels.length()) {
        labels.append(" ".repeat(at - labels.length())).append(tick.label());
      }
    }
    String unit = Axis.unit(scale.length());
    return List.of(" ".repeat(left) + line, " ".repeat(left - 3) + Columns.pad(unit, 3) + labels);
  }

  /** One entry of the legend. */
  private record Entry(String glyph, String ink, String words) {
    int width() {
      return glyph.length() + 1 + words.length();
    }
  }

  private List<String> legend(Set<Activity> seen, List<Row> rows) {
    Stream<Entry> activities =
        seen.stream().map(a -> new Entry(glyphs().of(a), Ink.of(a), Words.ENGLISH.of(a)));
    Stream<Entry> fates =
        rows.stream()
            .map(Row::fate)
            .distinct()
            .sorted()
            .map(fate -> new Entry(glyphs().of(fate), Ink.of(fate), Words.ENGLISH.of(fate)));
    Stream<Entry> kinds =
        rows.stream()
            .filter(row -> !row.rest())
            .map(row -> row.first().kind())
            .filter(kind -> kind != Kind.PLATFORM)
            .distinct()
            .sorted()
            .map(kind -> new Entry(initial(kind), Ink.PLAIN, Words.ENGLISH.of(kind)));
    List<String> lines = new ArrayList<>();
    Ink ink = new Ink(colour);
    int used = 0;
    for (Entry entry : Stream.of(activities, fates, kinds).flatMap(s -> s).toList()) {
      if (used + 2 + entry.width() > width) {
        lines.add(ink.drawn());
        ink = new Ink(colour);
        used = 0;
      }
      ink.draw("  ", Ink.PLAIN).draw(entry.glyph(), entry.ink());
      ink.draw(" " + entry.words(), Ink.PLAIN);
      used += 2 + entry.width();
    }
    lines.add(ink.drawn());
    return lines;
  }

  private List<String> marks(Marks marks) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < marks.shown().size(); i++) {
      Mark mark = marks.shown().get(i);
      String start = "%4s %8s  ".formatted(i + 1, Words.time(mark.at()));
      lines.addAll(wrap(start, mark.text()));
    }
    if (marks.left() > 0) {
      lines.addAll(wrap("               ", marks.leftInWords(Words.ENGLISH)));
    }
    return section(List.of(""), lines);
  }

  private List<String> unended(List<Row> rows) {
    List<String> lines =
        rows.stream()
            .filter(row -> row.fate() != Fate.ENDED)
            .flatMap(
                row ->
                    wrap("  " + glyphs().of(row.fate()) + " ", Words.ENGLISH.sentence(row, rows))
                        .stream())
            .toList();
    return section(List.of("", "Not ended:"), lines);
  }

  private static List<String> section(List<String> heading, List<String> lines) {
    return lines.isEmpty() ? lines : Stream.concat(heading.stream(), lines.stream()).toList();
  }
}
