// SPDX-License-Identifier: Apache-2.0
package loosethreads.lifeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ColumnsTest {
  private static final Columns UNICODE = new Columns(true);
  private static final Columns ASCII = new Columns(false);

  @Test
  void east_asian_characters_and_emoji_take_two_columns_and_accents_none() {
    assertEquals(4, Columns.width("main"));
    assertEquals(4, Columns.width("時計"));
    assertEquals(4, Columns.width("한글"));
    assertEquals(2, Columns.width("Ａ"));
    assertEquals(2, Columns.width("🧵"));
    assertEquals(2, Columns.width("𠀀"));
    assertEquals(1, Columns.width("ｱ"));
    assertEquals(1, Columns.width("e\u0301"));
  }

  @Test
  void what_moves_the_cursor_is_replaced() {
    String moves = "a\u0000\u0007\b\t\n\r\u001b[31m\u007f\u0085\u009b\u202e\u200b\ud800\ufe0f";
    assertEquals(
        "a\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd[31m" + "\ufffd".repeat(7),
        UNICODE.printable(moves));
    assertEquals("a???????[31m???????", ASCII.printable(moves));
    assertEquals("caf? x 2...", ASCII.printable("café × 2…"));
  }

  @Test
  void a_text_is_cut_to_the_columns_that_there_are() {
    assertEquals("worker", UNICODE.cut("worker", 6));
    assertEquals("worke…", UNICODE.cut("worker 1", 6));
    assertEquals("wor...", ASCII.cut("worker 1", 6));
    assertEquals("時計…", UNICODE.cut("時計時計", 6));
    assertEquals("時計時計", UNICODE.cut("時計時計", 8));
  }

  @Test
  void lines_are_broken_at_spaces_and_within_a_word_that_is_longer_than_a_line() {
    assertEquals(List.of("1 one", "  two", "  three"), UNICODE.wrap("1 ", "one two three", 8));
    assertEquals(List.of("a", "時計時計", "時計 bc"), UNICODE.wrap("", "a 時計時計時計 bc", 8));
    assertEquals(List.of(""), UNICODE.wrap("", "", 8));
  }
}
