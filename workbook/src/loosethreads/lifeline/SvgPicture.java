// SPDX-License-Identifier: Apache-2.0
package loosethreads.lifeline;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import loosethreads.lifeline.Lifeline.Activity;
import loosethreads.lifeline.Lifeline.Fate;
import loosethreads.lifeline.Lifeline.Kind;

/**
 * Draws a recording as an SVG that stands alone: a document, or a part of an HTML page. It is light
 * or dark as the reader prefers, and what its colours say its shapes say too.
 */
public final class SvgPicture {
  private static final int MOST_ROWS = 40;

  // Lengths are in pixels, of which the picture is 800 wide on paper too.
  private static final int WIDTH = 800;
  private static final int MARGIN = 12;

  /** Where the time begins; to the left of it are the names. */
  private static final int LEFT = 250;

  private static final int RIGHT = 780;
  private static final int ROW = 26;
  private static final int BOTTOM_OF_BAR = (ROW + SvgBars.HEIGHT) / 2;
  private static final int LINE = 18;
  private static final int FLAG = 20;

  /** The width of a character, with a little room for fonts that are wider than most. */
  private static final double CHARACTER = 7.4;

  private static final int COLUMNS = (int) ((WIDTH - 2 * MARGIN) / CHARACTER);
  private static final int LABEL_COLUMNS = 24;

  private static final Columns TEXT = new Columns(true);

  private final Recording recording;

  /** Of the time axis; in nanoseconds. */
  private final long length;

  private final Words words;
  private final List<Row> rows;
  private final Marks marks;
  private final SvgCanvas canvas = new SvgCanvas();
  private int y;
  private int bottomOfBars;

  private SvgPicture(Recording recording, long length, Words words) {
    this.recording = recording;
    this.length = length;
    this.words = words;
    rows = Rows.of(recording, MOST_ROWS, words);
    marks = Marks.of(recording, words);
  }

  /** The picture: XML whose root is the {@code svg} element, 800 wide and as high as need be. */
  public static String of(Recording recording) {
    return of(recording, Words.ENGLISH);
  }

  /** The same in another language. */
  public static String of(Recording recording, Words words) {
    return new SvgPicture(recording, recording.length(), words).draw();
  }

  /**
   * The picture without its words, for a page that has {@link #definitions} and {@link #css}, and
   * says itself what happened. A row and a mark have their index, as {@code data-thread} and {@code
   * data-mark}; the root has where the axis begins and ends, how long it is, and where the bars
   * end.
   *
   * @param length of the time axis, in nanoseconds: that of the longest of those to be compared
   */
  public static SvgPart part(Recording recording, long length, Words words) {
    var picture = new SvgPicture(recording, length, words);
    if (!picture.rows.isEmpty()) {
      picture.chart();
    }
    String data =
        " data-left=\"%d\" data-right=\"%d\" data-length=\"%d\" data-bottom=\"%d\""
            .formatted(LEFT, RIGHT, length, picture.bottomOfBars);
    return new SvgPart(
        picture.document(data, ""),
        words.summary(recording),
        picture.rows.stream().map(row -> SvgPart.Bar.of(row, picture.rows, words)).toList(),
        picture.marks.shown());
  }

  /** What the pictures in a page refer to; once a page. */
  public static String definitions() {
    return "<svg class=\"lifelines definitions\" width=\"0\" height=\"0\" aria-hidden=\"true\">\n"
        + SvgScheme.DEFINITIONS
        + "</svg>\n";
  }

  /** The style sheet of the pictures in a page. */
  public static String css() {
    return SvgScheme.cssOfPage();
  }

  private String draw() {
    paragraph("heading", "", recording.title());
    paragraph("", "", words.summary(recording));
    if (!rows.isEmpty()) {
      chart();
    }
    marks();
    unended();
    return document("", "<style>\n" + SvgScheme.css() + "</style>\n" + SvgScheme.DEFINITIONS);
  }

  private String document(String attributes, String head) {
    // Several may be in one page, and each must be called by its own title.
    int id = Objects.hash(recording.title(), recording.begun(), recording.length());
    return """
    <svg xmlns="http://www.w3.org/2000/svg" class="lifelines" viewBox="0 0 %1$s %2$s" role="img" \
    aria-labelledby="lt-title-%3$x lt-desc-%3$x"%6$s>
    <title id="lt-title-%3$x">%4$s</title>
    <desc id="lt-desc-%3$x">%5$s</desc>
    %7$s<rect class="paper" width="%1$s" height="%2$s"/>
    %8$s</svg>
    """
        .formatted(
            WIDTH,
            y + MARGIN,
            id,
            SvgCanvas.escaped(words.say(Phrase.TITLE, recording.title())),
            SvgCanvas.escaped(description()),
            attributes,
            head,
            canvas.drawn());
  }

  private String description() {
    return rows.stream()
        .map(row -> words.say(Phrase.FULL_STOP, words.sentence(row, rows)))
        .collect(Collectors.joining(" ", words.summary(recording) + " ", ""));
  }

  private void chart() {
    y += 6;
    flags();
    int top = y;
    int bottom = top + rows.size() * ROW;
    grid(top, bottom);
    SvgBars bars = SvgBars.of(rows, length, RIGHT - LEFT);
    Set<Activity> seen = EnumSet.noneOf(Activity.class);
    for (int i = 0; i < rows.size(); i++) {
      Map<Activity, String> paths = bars.paths(i, LEFT, BOTTOM_OF_BAR);
      row(i, top + i * ROW, paths);
      seen.addAll(paths.keySet());
    }
    bottomOfBars = bottom;
    y = bottom + 36;
    legend(seen);
  }

  private void flags() {
    List<Double> places =
        Axis.apart(marks.shown().stream().map(mark -> place(mark.at())).toList(), FLAG, RIGHT);
    for (int i = 0; i < places.size(); i++) {
      double x = places.get(i);
      Mark mark = marks.shown().get(i);
      canvas.group("data-mark=\"%d\"".formatted(i), y, mark.text());
      canvas.path("at", path(x, 16, place(mark.at()), 26));
      canvas.rectangle("flag", x - 8.5, 2, 17, 14);
      canvas.text("number", x, 13, Integer.toString(i + 1));
      canvas.endGroup();
    }
    y += places.isEmpty() ? 0 : 26;
  }

  private void grid(int top, int bottom) {
    for (Axis.Tick tick : Axis.ticks(length, 9)) {
      double x = place(tick.at());
      canvas.path("grid", path(x, top, x, bottom + 4));
      canvas.text("tick faint", x, bottom + 18, tick.label());
    }
    canvas.text("unit faint", LEFT - 18, bottom + 18, Axis.unit(length));
    for (Mark mark : marks.shown()) {
      canvas.path("at", path(place(mark.at()), top, place(mark.at()), bottom));
    }
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      if (row.parent() >= 0) {
        double x = place(row.begin());
        double from = top + row.parent() * ROW + BOTTOM_OF_BAR;
        canvas.path("started", path(x, from, x, top + i * ROW + BOTTOM_OF_BAR));
      }
    }
  }

  private void row(int index, int top, Map<Activity, String> paths) {
    Row row = rows.get(index);
    canvas.group("data-thread=\"%d\"".formatted(index), top, words.sentence(row, rows));
    canvas.rectangle("hit", 0, 0, WIDTH, ROW);
    String label = row.label(TEXT, LABEL_COLUMNS - row.indent());
    canvas.text("", MARGIN + row.indent() * CHARACTER, 17, label);
    if (!row.rest() && row.first().kind() != Kind.PLATFORM) {
      canvas.text("kind faint", LEFT - 6, 17, words.of(row.first().kind()));
    }
    paths.forEach((activity, path) -> canvas.path(style(activity), path));
    end(row.fate(), place(row.end()), 4);
    canvas.endGroup();
  }

  /** Closed, open or torn. */
  private void end(Fate fate, double x, int top) {
    String shape =
        switch (fate) {
          case ENDED -> "v18";
          case ALIVE -> "l10 9l-10 9";
          case VANISHED -> "l4 4l-5 4l5 4l-5 4l3 2m2-18l4 4l-5 4l5 4l-5 4l3 2";
        };
    canvas.path(style(fate), "M%s %s%s".formatted(SvgCanvas.number(x), top, shape));
  }

  private void legend(Set<Activity> seen) {
    double x = MARGIN;
    for (Activity activity : seen) {
      canvas.rectangle(style(activity), x, y, 22, SvgBars.HEIGHT);
      x = entry(x, words.of(activity));
    }
    for (Fate fate : rows.stream().map(Row::fate).distinct().sorted().toList()) {
      canvas.rectangle("faint", x, y + 6, 14, 4);
      end(fate, x + 14, y - 1);
      x = entry(x, words.of(fate));
    }
    y += LINE;
    if (rows.stream().anyMatch(row -> row.members().size() > 1)) {
      paragraph("faint", "", words.say(Phrase.HIGHER));
    }
  }

  private double entry(double x, String text) {
    canvas.text("", x + 28, y + 12, text);
    return x + 28 + Columns.width(text) * CHARACTER + 14;
  }

  private void marks() {
    y += marks.shown().isEmpty() ? 0 : LINE / 2;
    for (int i = 0; i < marks.shown().size(); i++) {
      Mark mark = marks.shown().get(i);
      paragraph("", "%2s %8s  ".formatted(i + 1, Words.time(mark.at())), mark.text());
    }
    if (marks.left() > 0) {
      paragraph("", " ".repeat(13), marks.leftInWords(words));
    }
  }

  private void unended() {
    List<Row> unended = rows.stream().filter(row -> row.fate() != Fate.ENDED).toList();
    if (!unended.isEmpty()) {
      y += LINE / 2;
      paragraph("heading", "", words.say(Phrase.NOT_ENDED));
    }
    unended.forEach(row -> paragraph("", "  ", words.sentence(row, rows)));
  }

  private void paragraph(String classes, String start, String text) {
    for (String line : TEXT.wrap(start, text, COLUMNS)) {
      y += LINE;
      canvas.text(classes, MARGIN, y, line);
    }
  }

  /** The class of an activity, or of a fate. */
  private static String style(Enum<?> what) {
    return what.name().toLowerCase(Locale.ROOT);
  }

  private double place(long at) {
    return LEFT + (RIGHT - LEFT) * Math.min(1, at / (double) Math.max(1, length));
  }

  private static String path(double fromX, double fromY, double toX, double toY) {
    return "M%s %sL%s %s"
        .formatted(
            SvgCanvas.number(fromX),
            SvgCanvas.number(fromY),
            SvgCanvas.number(toX),
            SvgCanvas.number(toY));
  }
}
