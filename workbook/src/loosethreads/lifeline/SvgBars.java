// SPDX-License-Identifier: Apache-2.0
package loosethreads.lifeline;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import loosethreads.lifeline.Lifeline.Activity;

/**
 * The bars of rows, in pieces in which they do one thing and are as high.
 *
 * @param pieces those of each row
 * @param column the width of a column, in pixels
 */
record SvgBars(List<List<Piece>> pieces, double column) {
  /** The height of a bar, in pixels; that of several threads is as high where all are alive. */
  static final int HEIGHT = 16;

  private static final int LEAST_HEIGHT = 4;

  /** What is shorter is not drawn by itself. */
  private static final double LEAST_WIDTH = 0.5;

  /** More would be a file of more than 200 KB, and no more to see. */
  private static final int MOST_PIECES = 4000;

  /** From a column up to another, which is not in it. */
  private record Piece(Activity activity, int height, int from, int to) {}

  /** The rows in as much detail as there is room for. */
  static SvgBars of(List<Row> rows, long length, int width) {
    for (double column = LEAST_WIDTH; ; column *= 2) {
      int columns = (int) (width / column);
      List<List<Piece>> pieces =
          rows.stream().map(row -> pieces(row, row.cells(columns, length))).toList();
      if (pieces.stream().mapToInt(List::size).sum() <= MOST_PIECES) {
        return new SvgBars(pieces, column);
      }
    }
  }

  private static List<Piece> pieces(Row row, Row.Cell[] cells) {
    double most = 0;
    for (Row.Cell cell : cells) {
      most = cell == null ? most : Math.max(most, cell.alive());
    }
    List<Piece> pieces = new ArrayList<>();
    for (int c = 0; c < cells.length; c++) {
      if (cells[c] != null) {
        double part = row.members().size() == 1 ? 1 : cells[c].alive() / most;
        int height = LEAST_HEIGHT + (int) Math.round(part * (HEIGHT - LEAST_HEIGHT));
        add(pieces, new Piece(cells[c].activity(), height, c, c + 1));
      }
    }
    return pieces;
  }

  private static void add(List<Piece> pieces, Piece next) {
    Piece last = pieces.isEmpty() ? next : pieces.getLast();
    boolean goesOn =
        last.to == next.from && last.activity == next.activity && last.height == next.height;
    if (goesOn) {
      pieces.removeLast();
      pieces.add(new Piece(last.activity, last.height, last.from, next.to));
    } else {
      pieces.add(next);
    }
  }

  /** The pieces of one row as paths, for what it does; they stand on a line. */
  Map<Activity, String> paths(int row, int left, int bottom) {
    Map<Activity, String> paths = new EnumMap<>(Activity.class);
    for (Piece piece : pieces.get(row)) {
      String rectangle =
          "M%s %sv-%sH%sv%sz"
              .formatted(
                  SvgCanvas.number(left + piece.from * column),
                  bottom,
                  piece.height,
                  SvgCanvas.number(left + piece.to * column),
                  piece.height);
      paths.merge(piece.activity, rectangle, String::concat);
    }
    return paths;
  }
}
