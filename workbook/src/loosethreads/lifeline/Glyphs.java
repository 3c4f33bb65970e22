// SPDX-License-Identifier: Apache-2.0
package loosethreads.lifeline;

import loosethreads.lifeline.Lifeline.Activity;
import loosethreads.lifeline.Lifeline.Fate;

/**
 * The characters that a picture in a terminal is made of: one column each.
 *
 * @param closed the end of a bar whose thread ended
 * @param open of one that is alive
 * @param torn of one that vanished
 */
record Glyphs(
    String running,
    String io,
    String blocked,
    String waiting,
    String sleeping,
    String closed,
    String open,
    String torn,
    String axis,
    String tick) {
  static final Glyphs UNICODE = new Glyphs("▇", "▒", "╳", "─", "·", "┤", "►", "╱", "─", "┴");
  static final Glyphs ASCII = new Glyphs("#", "=", "X", "-", ".", "]", ">", "/", "_", "|");

  /** What a bar is filled with. */
  String of(Activity activity) {
    return switch (activity) {
      case RUNNING -> running;
      case IO -> io;
      case BLOCKED -> blocked;
      case WAITING -> waiting;
      case SLEEPING -> sleeping;
    };
  }

  /** What a bar ends with. */
  String of(Fate fate) {
    return switch (fate) {
      case ENDED -> closed;
      case ALIVE -> open;
      case VANISHED -> torn;
    };
  }
}
