// SPDX-License-Identifier: Apache-2.0
package loosethreads.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import loosethreads.Checkout;
import loosethreads.guide.Transcript;
import loosethreads.lesson.Lesson;
import loosethreads.lesson.Lessons;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the chapters show of JShell is what it shows; a chapter that lies is found out. */
@Order(1) // it takes long, and so begins early
@ResourceLock("JShell") // each takes two JVMs
class TranscriptsTest {
  private static final Duration LIMIT = Duration.ofSeconds(40);

  @TempDir private Path folder;
  private Lessons small;

  @BeforeEach
  void make() throws IOException {
    small = Lessons.in(new SmallCheckout(folder).root());
  }

  /** With a name for the report of the test. */
  record Shown(Lesson lesson, int number, Transcript transcript) {
    @Override
    public String toString() {
      return "lesson %d, transcript %d".formatted(lesson.number(), number);
    }
  }

  static Stream<Shown> shown() throws IOException {
    List<Shown> all = new ArrayList<>();
    for (Lesson lesson : Lessons.in(Checkout.root()).all()) {
      Path chapter = Checkout.root().resolve("lessons/" + lesson.folder() + "/lesson.adoc");
      int number = 1;
      for (Transcript transcript : Transcript.in(Files.readString(chapter))) {
        all.add(new Shown(lesson, number++, transcript));
      }
    }
    return all.stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("shown")
  void a_transcript_is_true(Shown shown) throws Exception {
    Lessons lessons = Lessons.in(Checkout.root());
    assertEquals("", shown.transcript.refute(lessons, shown.lesson, LIMIT).orElse(""));
  }

  @Test
  void values_exceptions_output_and_threads_are_as_the_tool_shows_them() throws Exception {
    assertEquals(
        "",
        refuted(
            """
            jshell> Lesson1.answer()
            $1 ==> 42

            jshell> int half(int n) {
               ...>   return n / 2;
               ...> }
            |  created method half(int)

            jshell> half(Lesson1.answer())
            $3 ==> 21
            jshell> half(1 / 0)
            |  Exception java.lang.ArithmeticException: / by zero
            |        at (#4:1)
            jshell> threads()
            …
                at Lesson1.park (Lesson1.java:…)
                started at Lesson1.answer (Lesson1.java:…) by main
            """));
  }

  @Test
  void a_lie_shows_what_is_written_and_what_is_true() throws Exception {
    assertEquals(
        """
        The chapter of lesson1 shows
        jshell> Lesson1.answer()
        $2 ==> 43

        JShell shows
        jshell> Lesson1.answer()
        $2 ==> 42\
        """,
        refuted("jshell> int x = 3\nx ==> 3\n\njshell> Lesson1.answer()\n$2 ==> 43\n"));
  }

  @Test
  void an_answer_that_is_left_out_is_a_lie() throws Exception {
    assertTrue(refuted("jshell> Lesson1.answer()\n").endsWith("$1 ==> 42"));
  }

  @Test
  void the_solution_is_taken_where_the_block_says_so() throws Exception {
    assertEquals(
        "",
        refuted(
            "program=solution",
            "jshell> Lesson1.answer()\n$1 ==> 42\njshell> threads()\nno thread\n"));
  }

  @Test
  void a_snippet_that_does_not_end_is_ended() throws Exception {
    String stuck = "new CountDownLatch(1).await()";
    Transcript transcript = transcript("", "jshell> " + stuck + "\njshell> 1 + 1\n$2 ==> 2\n");
    String lie =
        transcript.refute(small, small.find(1).orElseThrow(), Duration.ofSeconds(2)).orElse("");
    assertTrue(
        lie.contains("JShell shows\njshell> " + stuck + "\n|  State engine terminated."), lie);
  }

  private String refuted(String session) throws Exception {
    return refuted("", session);
  }

  private String refuted(String attribute, String session) throws Exception {
    Lesson lesson = small.find(1).orElseThrow();
    return transcript(attribute, session).refute(small, lesson, LIMIT).orElse("");
  }

  private static Transcript transcript(String attribute, String session) {
    String header = attribute.isEmpty() ? "[source,jshell]" : "[source,jshell," + attribute + "]";
    return Transcript.in(header + "\n----\n" + session + "----\n").getFirst();
  }
}
