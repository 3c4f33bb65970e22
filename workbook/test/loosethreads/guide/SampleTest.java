// SPDX-License-Identifier: Apache-2.0
package loosethreads.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** A page shows what a run printed, in the lines that its chapter chose. */
class SampleTest {
  @Test
  void numbers_are_those_of_the_run() {
    assertEquals(
        "app listening on http://localhost:41234\n10 accepted, 3 collected",
        shown(
            "app listening on http://localhost:8080\n9 accepted, 7 collected",
            "app listening on http://localhost:41234\n10 accepted, 3 collected"));
  }

  @Test
  void lines_that_the_sample_leaves_out_are_one_ellipsis() {
    assertEquals("a\n  …\nd", shown("a\n…\nd", "a\nb\n\nc\nd"));
  }

  @Test
  void parts_of_lines_that_the_sample_leaves_out_stay_out() {
    assertEquals(
        "\"main\" #7 … elapsed=1.5s …",
        shown("\"main\" #1 … elapsed=2.0s …", "\"main\" #7 cpu=3ms elapsed=1.5s tid=0x0f"));
  }

  @Test
  void two_streams_may_come_in_another_order() {
    assertEquals("b\na", shown("a\nb", "b\na"));
  }

  @Test
  void the_lines_of_a_program_are_no_figures() {
    var moved =
        assertThrows(
            IllegalArgumentException.class,
            () -> shown("at Lesson3.main (Lesson3.java:18)", "at Lesson3.main (Lesson3.java:19)"));
    assertTrue(moved.getMessage().startsWith("no line is like 'at Lesson3.main"), moved::toString);
  }

  @Test
  void what_was_not_printed_is_told() {
    var lie = assertThrows(IllegalArgumentException.class, () -> shown("a\n…\nb", "a\nc"));
    assertEquals("no line is like 'b' in\na\nc", lie.getMessage().replace("\r", ""));
  }

  @Test
  void what_was_printed_besides_is_told() {
    var lie = assertThrows(IllegalArgumentException.class, () -> shown("a", "a\nb"));
    assertEquals("there is more: 'b'", lie.getMessage());
  }

  private static String shown(String sample, String output) {
    return String.join("\n", new Sample(sample.lines().toList()).of(output.lines().toList()));
  }
}
