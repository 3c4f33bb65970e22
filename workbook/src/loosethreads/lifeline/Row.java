// SPDX-License-Identifier: Apache-2.0
package loosethreads.lifeline;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import loosethreads.lifeline.Lifeline.Activity;
import loosethreads.lifeline.Lifeline.Fate;
import loosethreads.lifeline.Lifeline.Span;

/**
 * One row of a picture: a thread, or several that are alike.
 *
 * @param name their name, with N for the digits that differ: {@code pool-1-thread-N}
 * @param rest whether these are all that had no room in rows of their own; alike in their fate only
 * @param members in the order of their starts; at least one
 * @param parent the index, among the rows, of that of the thread that started the first; -1 if none
 * @param depth how many rows there are from here to the top, by way of the parents
 */
record Row(String name, boolean rest, List<Lifeline> members, int parent, int depth) {
  /**
   * What a row shows in one column.
   *
   * @param activity what its live members did for most of the time
   * @param alive how many were alive, on average
   */
  record Cell(Activity activity, double alive) {}

  Row(String name, boolean rest, List<Lifeline> members) {
    this(name, rest, members, -1, 0);
  }

  Row under(int newParent, int newDepth) {
    return new Row(name, rest, members, newParent, newDepth);
  }

  Lifeline first() {
    return members.getFirst();
  }

  Fate fate() {
    return first().fate();
  }

  long begin() {
    return members.stream().mapToLong(Lifeline::begin).min().orElseThrow();
  }

  long end() {
    return members.stream().mapToLong(Lifeline::end).max().orElseThrow();
  }

  long longestLife() {
    return members.stream().mapToLong(m -> m.end() - m.begin()).max().orElseThrow();
  }

  /** The columns that its name is moved to the right: two a level, and not for ever. */
  int indent() {
    return 2 * Math.min(depth, 3);
  }

  /** The number of its members as a picture shows it; nothing if there is no need to. */
  String count() {
    return rest || members.size() == 1 ? "" : " × " + members.size();
  }

  /** Its name and its number, in as many columns; the number is never cut. */
  String label(Columns text, int columns) {
    String count = text.printable(count());
    return text.cut(name, columns - Columns.width(count)) + count;
  }

  /**
   * The time from 0 to a length, in equal columns; null where none of its members was alive. A life
   * that is shorter than a column fills one.
   */
  Cell[] cells(int columns, long length) {
    double width = Math.max(1, length) / (double) columns;
    Map<Activity, double[]> time = new EnumMap<>(Activity.class);
    for (Lifeline member : members) {
      for (Span span : spans(member)) {
        double[] ofActivity = time.computeIfAbsent(span.activity(), _ -> new double[columns]);
        int first = column(span.from(), width, columns);
        int last = Math.max(first, column(span.to() - 1, width, columns));
        for (int c = first; c <= last; c++) {
          double to = Math.min((double) span.to(), (c + 1) * width);
          double within = to - Math.max((double) span.from(), c * width);
          ofActivity[c] += Math.max(Double.MIN_NORMAL, within);
        }
      }
    }
    Cell[] cells = new Cell[columns];
    for (int c = 0; c < columns; c++) {
      cells[c] = cell(time, c, width);
    }
    return cells;
  }

  private static Cell cell(Map<Activity, double[]> time, int column, double width) {
    Activity most = null;
    double sum = 0;
    for (Map.Entry<Activity, double[]> entry : time.entrySet()) {
      double here = entry.getValue()[column];
      sum += here;
      if (here > 0 && (most == null || here > time.get(most)[column])) {
        most = entry.getKey();
      }
    }
    return most == null ? null : new Cell(most, sum / width);
  }

  /** A thread that was never looked at was too quick to be seen waiting. */
  private static List<Span> spans(Lifeline member) {
    return member.activities().isEmpty()
        ? List.of(new Span(Activity.RUNNING, member.begin(), member.end()))
        : member.activities();
  }

  private static int column(long at, double width, int columns) {
    return Math.clamp((long) (at / width), 0, columns - 1);
  }
}
