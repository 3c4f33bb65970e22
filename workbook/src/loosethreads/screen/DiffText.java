// SPDX-License-Identifier: Apache-2.0
package loosethreads.screen;

import java.util.List;
import java.util.stream.IntStream;
import loosethreads.check.ProgramFile;
import loosethreads.session.ProgramDiff;

/** Two programs side by side, for people. */
public final class DiffText {
  /** The lines that name the two programs. */
  private static final int HEADER = 2;

  private DiffText() {}

  /** The lines of a unified diff; a sentence if there is no difference. */
  public static List<Row> of(ProgramFile program, ProgramFile solution) {
    List<String> lines = ProgramDiff.unified(program, solution);
    return lines.isEmpty()
        ? List.of(Row.plain(program.shown() + " is the solution, line by line."))
        : IntStream.range(0, lines.size())
            .mapToObj(i -> Row.of(style(lines.get(i), i), lines.get(i)))
            .toList();
  }

  private static Style style(String line, int index) {
    if (index < HEADER) {
      return Style.BOLD;
    }
    return switch (line.isEmpty() ? ' ' : line.charAt(0)) {
      case '-' -> Style.REMOVED;
      case '+' -> Style.ADDED;
      case '@' -> Style.PLACE;
      default -> Style.PLAIN;
    };
  }
}
