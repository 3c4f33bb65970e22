// SPDX-License-Identifier: Apache-2.0
package loosethreads.screen;

import java.util.List;
import java.util.stream.Stream;
import loosethreads.watch.Scene;

/** What there is to press. */
final class Keys {
  /**
   * A key.
   *
   * @param word what it does, in a word
   * @param more what it does, in a sentence
   */
  record Entry(String key, String word, String more) {}

  private static final Entry QUIT =
      new Entry("q", "quit", "Back; and from there, out of the session. Ctrl-C leaves at once.");
  private static final Entry ALL = new Entry("?", "keys", "This.");
  private static final Entry NEXT =
      new Entry("n", "next", "The next lesson that you have not passed.");
  private static final Entry HINT =
      new Entry("h", "hint", "A hint; pressed again, the next one. The last is nearly the answer.");
  private static final Entry CHECK =
      new Entry(
          "c", "check", "Let the proofs judge your program again, as each save does. Or Enter.");
  private static final Entry RUN =
      new Entry("r", "run", "Play the scenario again, and draw what the threads did.");
  private static final Entry EXPLORE =
      new Entry("e", "explore", "JShell on your program. /exit comes back.");
  private static final Entry GUIDE = new Entry("g", "guide", "The lesson's chapter.");
  private static final Entry DIFF =
      new Entry("d", "diff", "Your program and the solution. Asks first, unless you have passed.");
  private static final Entry SOLUTION =
      new Entry("s", "solution", "The fixed program. Asks first, unless you have passed.");
  private static final Entry THREADS = new Entry("t", "threads", "Down to what the threads did.");
  private static final Entry RESET =
      new Entry("x", "reset", "The broken program again. Asks first, and keeps yours.");
  private static final Entry LIST = new Entry("l", "list", "All lessons, and how yours stand.");
  private static final Entry NUMBER = new Entry("1 2 …", "", "The lesson with that number.");
  private static final Entry SCROLL =
      new Entry("PgDn", "", "Scroll; so do PgUp, the arrows, space, Home and End.");
  private static final Entry BACK = new Entry("Esc", "", "Back to how your program stands.");

  private Keys() {}

  /** Those of the moment, the most important ones first. */
  static List<Entry> most(Scene scene) {
    return scene.passes()
        ? List.of(QUIT, ALL, NEXT, DIFF, HINT, RUN, EXPLORE, GUIDE, LIST, THREADS, SOLUTION, RESET)
        : List.of(
            QUIT, ALL, HINT, CHECK, RUN, EXPLORE, GUIDE, NEXT, LIST, THREADS, DIFF, SOLUTION,
            RESET);
  }

  /** All of them, explained. */
  static List<Row> all() {
    return Stream.of(
            CHECK, RUN, THREADS, HINT, EXPLORE, GUIDE, DIFF, SOLUTION, RESET, NEXT, NUMBER, LIST,
            SCROLL, BACK, ALL, QUIT)
        .map(key -> new Row(Style.PLAIN, "  %-6s".formatted(key.key()), key.more()))
        .toList();
  }
}
