// SPDX-License-Identifier: Apache-2.0
package loosethreads.gate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import loosethreads.SmallLesson;

/** A checkout with one small lesson that is all right, for tests that damage it. */
final class SmallCheckout {
  static final String LESSON = "lessons/lesson1/";
  static final String SOLUTION = "solutions/lesson1/";
  static final String REJECTED = SOLUTION + "rejected/swallow.diff";

  private static final String PROOFS =
      """
      import loosethreads.proof.*;
      import org.junit.jupiter.api.*;

      @NoLooseThreads(graceMillis = 500)
      @TestMethodOrder(MethodOrderer.MethodName.class)
      class Lesson1Proofs {
        @Test
        void a_leaves_nothing() {
          Lesson1.answer();
        }

        @Test
        void b_is_right() {
          Assertions.assertEquals(42, Lesson1.answer());
        }
      }
      """;

  private static final String SCENARIO =
      """
      public class Lesson1Scenario implements loosethreads.proof.Scenario {
        public void play(loosethreads.proof.Stage stage) {
          Lesson1.answer();
        }
      }
      """;

  private final Path root;

  SmallCheckout(Path root) throws IOException {
    this.root = root;
    write(LESSON + "Lesson1.java", SmallLesson.BROKEN);
    write(LESSON + "Lesson1Proofs.java", PROOFS);
    write(LESSON + "Lesson1Scenario.java", SCENARIO);
    write(LESSON + "explore.jsh", "int twice(int n) { return 2 * n; }\n");
    write(LESSON + "lesson.adoc", chapter());
    write(LESSON + "zh.po", "");
    write("README.adoc", "|link:lessons/lesson1/lesson.adoc[1: Small] |Be small. |`LEAKED`\n");
    write(SOLUTION + "Lesson1.java", SmallLesson.FIXED);
    write(SOLUTION + "variant/Lesson1.java", SmallLesson.FIXED);
    write(SOLUTION + "solution.adoc", "= Why\n");
    write(REJECTED, SmallLesson.REJECTED);
  }

  private static String chapter() {
    var text = new StringBuilder("= Small\n:lesson: 1\n:rule: Be small.\n:outcome: LEAKED\n\n");
    for (String section : Gate.SECTIONS) {
      text.append("== ").append(section).append("\n\n").append("word ".repeat(70)).append("\n\n");
    }
    text.append("[source,jshell]\n----\njshell> Lesson1.answer()\n$1 ==> 42\n----\n");
    for (int level = 1; level <= 3; level++) {
      text.append("// tag::hint-%d[]\nHint.\n// end::hint-%d[]\n".formatted(level, level));
    }
    return text.toString();
  }

  Path root() {
    return root;
  }

  Gate gate() {
    return new Gate(root);
  }

  void write(String path, String text) throws IOException {
    Files.createDirectories(root.resolve(path).getParent());
    Files.writeString(root.resolve(path), text);
  }

  void replace(String path, String what, String by) throws IOException {
    String text = Files.readString(root.resolve(path));
    if (!text.contains(what)) {
      throw new IllegalArgumentException(path + " does not have " + what);
    }
    write(path, text.replace(what, by));
  }
}
