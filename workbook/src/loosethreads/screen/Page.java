// SPDX-License-Identifier: Apache-2.0
package loosethreads.screen;

import java.util.List;

/** What the middle of the screen shows. */
sealed interface Page {
  /** How the program stands. */
  record Standing() implements Page {}

  /** Something to read. */
  record Sheet(String title, List<Row> rows) implements Page {
    public Sheet {
      rows = List.copyOf(rows);
    }
  }
}
