// SPDX-License-Identifier: Apache-2.0
package loosethreads.screen;

import java.util.List;

/**
 * A screen full.
 *
 * @param lines one for each row of the terminal, none wider than it, with their colours
 * @param top the first line of the page that is shown
 * @param lastTop with which the page's end would be shown
 * @param room the lines of the page that are shown at once
 * @param picture the line of the page where the lifelines begin; 0 if there are none
 */
record Frame(List<String> lines, int top, int lastTop, int room, int picture) {
  Frame {
    lines = List.copyOf(lines);
  }
}
