// SPDX-License-Identifier: Apache-2.0
package loosethreads.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import loosethreads.guide.Deal.Piece;
import org.junit.jupiter.api.Test;

class DealTest {
  private static final int ROOM = 100;

  private static Piece<String> words(String what, int height) {
    return new Piece<>(what, false, height);
  }

  private static Piece<String> evidence(String what, int height) {
    return new Piece<>(what, true, height);
  }

  private static String dealt(List<Piece<String>> pieces) {
    return String.join(
        " | ",
        Deal.of(pieces, ROOM).stream()
            .map(slide -> String.join(" ", slide.stream().map(Piece::what).toList()))
            .toList());
  }

  @Test
  void a_slide_has_one_piece_of_evidence() {
    assertEquals("A | B", dealt(List.of(evidence("A", 10), evidence("B", 10))));
  }

  @Test
  void words_that_lead_to_evidence_are_on_its_slide() {
    assertEquals("x | y A", dealt(List.of(words("x", 40), words("y", 40), evidence("A", 40))));
    assertEquals("x y A", dealt(List.of(words("x", 30), words("y", 30), evidence("A", 40))));
  }

  @Test
  void words_that_are_too_many_to_lead_are_on_a_slide_before() {
    assertEquals("x | A", dealt(List.of(words("x", 60), evidence("A", 60))));
  }

  @Test
  void words_that_follow_from_evidence_are_on_its_slide_if_there_is_room() {
    assertEquals("A x | y", dealt(List.of(evidence("A", 60), words("x", 40), words("y", 10))));
  }

  @Test
  void what_is_higher_than_a_slide_has_one_to_itself() {
    assertEquals("A | y", dealt(List.of(evidence("A", 200), words("y", 1))));
  }

  @Test
  void code_is_cut_at_an_empty_line_and_no_line_is_lost() {
    List<String> code = List.of("a {", "  b", "", "  c", "  d", "}", "e");
    assertEquals(
        List.of(List.of("a {", "  b"), List.of("  c", "  d", "}", "e")), Deal.cut(code, 4, 4));
  }

  @Test
  void the_end_of_a_block_is_not_cut_off() {
    List<String> code = List.of("a {", "  b {", "    c", "  }", "  d {", "    e", "  }", "}");
    assertEquals("  d {", Deal.cut(code, 5, 5).get(1).getFirst());
  }

  @Test
  void no_part_has_more_lines_than_there_is_room_for() {
    List<String> code = IntStream.range(0, 50).mapToObj(i -> " ".repeat(i % 7) + i).toList();
    List<List<String>> parts = Deal.cut(code, 5, 9);
    assertTrue(parts.getFirst().size() <= 5);
    assertTrue(parts.stream().allMatch(part -> part.size() <= 9), parts::toString);
    assertEquals(code, parts.stream().flatMap(List::stream).toList());
  }

  @Test
  void sentences_are_those_of_english_lines_and_of_chinese_full_stops() {
    assertEquals(List.of("One. Two.", "Three?"), Sentences.of("One. Two.\nThree?"));
    assertEquals(List.of("一。", "二（三。）？", "四"), Sentences.of("一。二（三。）？四"));
  }
}
