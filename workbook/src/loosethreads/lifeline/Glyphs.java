// SPDX-License-Identifier: Apache-2.0
package loosethreads.lifeline;

import loosethreads.lifeline.Lifeline.Activity;
import loosethreads.lifeline.Lifeline.Fate;

/** The characters that a picture in a terminal is made of: one column each, no two the same. */
enum Glyphs {
  UNICODE("█▒╳─·", "┤►≀", "─", "┴"),
  ASCII("#=X-.", "]>~", "_", "|");

  private final String activities;
  private final String fates;
  private final String axis;
  private final String tick;

  Glyphs(String activities, String fates, String axis, String tick) {
    this.activities = activities;
    this.fates = fates;
    this.axis = axis;
    this.tick = tick;
  }

  /** What a bar is filled with. */
  String of(Activity activity) {
    return activities.substring(activity.ordinal(), activity.ordinal() + 1);
  }

  /** What a bar ends with: closed, open, torn. */
  String of(Fate fate) {
    return fates.substring(fate.ordinal(), fate.ordinal() + 1);
  }

  String axis() {
    return axis;
  }

  String tick() {
    return tick;
  }
}
