// SPDX-License-Identifier: Apache-2.0
package loosethreads.lifeline;

import loosethreads.lifeline.Lifeline.Activity;
import loosethreads.lifeline.Lifeline.Fate;

/**
 * A line of a terminal as it is drawn, in colours or without.
 *
 * <p>Green, magenta and red can be read on a dark background and on a light one; of the sixteen
 * basic colours the others can't, or not everywhere.
 */
final class Ink {
  /** The terminal's own colour. */
  static final String PLAIN = "";

  private static final String RED = "\u001b[31m";
  private static final String GREEN = "\u001b[32m";
  private static final String MAGENTA = "\u001b[35m";
  private static final String RESET = "\u001b[0m";

  private final boolean colours;
  private final StringBuilder line = new StringBuilder();
  private String current = PLAIN;

  Ink(boolean colours) {
    this.colours = colours;
  }

  static String of(Activity activity) {
    return switch (activity) {
      case RUNNING -> GREEN;
      case IO -> MAGENTA;
      case BLOCKED -> RED;
      case WAITING, SLEEPING -> PLAIN;
    };
  }

  static String of(Fate fate) {
    return fate == Fate.ENDED ? PLAIN : RED;
  }

  Ink draw(String text, String ink) {
    if (colours && !ink.equals(current)) {
      line.append(current.equals(PLAIN) ? "" : RESET).append(ink);
      current = ink;
    }
    line.append(text);
    return this;
  }

  /** All that was drawn, and the terminal's own colour again. */
  String drawn() {
    return draw("", PLAIN).line.toString();
  }
}
