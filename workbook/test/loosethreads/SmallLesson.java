// SPDX-License-Identifier: Apache-2.0
package loosethreads;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import loosethreads.lesson.Lesson;
import loosethreads.lesson.Lessons;

/**
 * A lesson that is quickly judged, for tests of the tool. Its contract: {@code answer()} is 42 and
 * leaves no thread; {@code main} ends with status 0.
 */
public final class SmallLesson {
  /** Leaves a thread. */
  public static final String BROKEN =
      """
      class Lesson1 {
        static int answer() {
          Thread.ofVirtual().name("loose").start(() -> park());
          return 42;
        }

        static void park() {
          java.util.concurrent.locks.LockSupport.park();
        }

        public static void main(String... args) {
          // tag::main[]
          System.out.println("the broken one runs");
          // end::main[]
        }
      }
      """;

  /** What its contract wants. */
  public static final String FIXED =
      """
      class Lesson1 {
        static int answer() {
          return 42;
        }

        public static void main(String... args) {
          System.out.println("the fixed one runs");
        }
      }
      """;

  /** The proofs wait for its end as long as they can. */
  public static final String HANGS =
      FIXED.replace("return 42;", "while (true) Thread.onSpinWait();");

  /** A rejected fix: from the fixed program to one that is wrong. */
  public static final String REJECTED =
      """
      Outcome: FAIL
      An answer that nobody asked for.

      --- solutions/lesson1/Lesson1.java
      +++ rejected
      @@ -1,4 +1,4 @@
       class Lesson1 {
         static int answer() {
      -    return 42;
      +    return 43;
         }
      """;

  private static final String PROOFS =
      """
      import loosethreads.proof.*;
      import org.junit.jupiter.api.*;

      @LessonProofs
      class Lesson1Proofs {
        @Test
        void it_answers() throws Exception {
          try (var call = Call.of("caller", () -> Lesson1.answer())) {
            Assertions.assertEquals(42, call.await(Within.seconds(1)).get(), "answer");
          }
        }

        @Test
        void its_main_ends() throws Exception {
          try (var program = Program.start("Lesson1")) {
            Assertions.assertEquals(0, program.awaitExit(Within.seconds(1)).status(), "status");
          }
        }
      }
      """;

  private static final String SCENARIO =
      """
      import loosethreads.proof.*;

      public class Lesson1Scenario implements Scenario {
        @Override
        public void play(Stage stage) throws Exception {
          stage.say("starting it");
          try (var program = stage.start("Lesson1");
              var watch = ThreadWatch.start()) {
            program.awaitExit(Within.seconds(1));
            Lesson1.answer();
            watch.assertNoneLeft(Within.millis(0));
          }
        }
      }
      """;

  private static final String EXPLORE =
      """
      int answerOnce() { return Lesson1.answer(); }
      IO.println("Try answerOnce().");
      """;

  private static final String CHAPTER =
      """
      = Small
      :lesson: 1
      :rule: Be small.
      :outcome: LEAKED

      // tag::hint-1[]
      What is `answer`?
      // end::hint-1[]
      // tag::hint-2[]
      It is a number.
      // end::hint-2[]
      // tag::hint-3[]
      It is 42.
      // end::hint-3[]
      """;

  private final Path checkout;

  /** Writes it into a folder, which looks like a checkout then. */
  public SmallLesson(Path checkout) throws IOException {
    this.checkout = checkout;
    write("lessons/lesson1/lesson.adoc", CHAPTER);
    write("lessons/lesson1/Lesson1.java", BROKEN);
    write("lessons/lesson1/Lesson1Proofs.java", PROOFS);
    write("lessons/lesson1/Lesson1Scenario.java", SCENARIO);
    write("lessons/lesson1/explore.jsh", EXPLORE);
    write("solutions/lesson1/Lesson1.java", FIXED);
  }

  /** Writes a file of it, for example other proofs. */
  public void write(String path, String text) throws IOException {
    Path file = checkout.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  public Lessons lessons() {
    return Lessons.in(checkout);
  }

  public Lesson lesson() {
    return lessons().find(1).orElseThrow();
  }
}
