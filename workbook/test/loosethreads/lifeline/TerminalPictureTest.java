// SPDX-License-Identifier: Apache-2.0
package loosethreads.lifeline;

import static loosethreads.lifeline.Sample.main;
import static loosethreads.lifeline.Sample.mark;
import static loosethreads.lifeline.Sample.recording;
import static loosethreads.lifeline.Sample.thread;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import loosethreads.lifeline.Lifeline.Activity;
import loosethreads.lifeline.Lifeline.Fate;
import loosethreads.lifeline.Lifeline.Kind;
import org.junit.jupiter.api.Test;

class TerminalPictureTest {
  private static final TerminalPicture PLAIN = new TerminalPicture(80, true, false);
  private static final TerminalPicture ASCII = new TerminalPicture(80, false, false);
  private static final TerminalPicture COLOUR = new TerminalPicture(80, true, true);

  /** Every state and fate, names of all sorts, more marks than are shown. */
  private static Recording motley() {
    List<Lifeline> threads = new ArrayList<>(List.of(main(300)));
    for (Activity activity : Activity.values()) {
      threads.add(thread(10, "doing " + activity, Kind.DAEMON, 1, 10, 990, Fate.ENDED, activity));
    }
    threads.add(thread(20, "時計".repeat(30), 20, 1_000, Fate.ALIVE));
    threads.add(thread(21, "long ".repeat(50), 20, 1_000, Fate.ALIVE));
    threads.add(thread(22, "\u001b[31m\u202e\n🧵", 20, 1_000, Fate.ALIVE));
    threads.add(thread(23, "gone", Kind.VIRTUAL, 1, 20, 600, Fate.VANISHED, Activity.WAITING));
    Mark[] marks = new Mark[13];
    for (int i = 0; i < marks.length; i++) {
      marks[i] = mark(990, Mark.Kind.NOTE, "說".repeat(90) + "\u001b[31m note");
    }
    marks[12] = mark(1_000, Mark.Kind.FOUND, "found");
    return recording(1_000, threads, marks);
  }

  private static String line(String picture, String beginning) {
    return picture.lines().filter(l -> l.strip().startsWith(beginning)).findFirst().orElseThrow();
  }

  private static String bar(TerminalPicture picture, Activity activity, Fate fate) {
    Lifeline thread = thread(1, "it", Kind.PLATFORM, 0, 0, 500, fate, activity);
    return line(picture.draw(recording(1_000, thread)), "it ").substring(5).strip();
  }

  @Test
  void no_line_is_wider_than_the_terminal() {
    for (int width : List.of(80, 81, 100, 140, 250)) {
      for (boolean unicode : List.of(true, false)) {
        TerminalPicture colour = new TerminalPicture(width, unicode, true);
        for (Recording recording : List.of(motley(), Sample.crowd())) {
          String stripped = colour.draw(recording).replaceAll("\u001b\\[[0-9]+m", "");
          assertEquals(new TerminalPicture(width, unicode, false).draw(recording), stripped);
          int widest = stripped.lines().mapToInt(Columns::width).max().orElseThrow();
          assertEquals(width, widest, stripped);
        }
      }
    }
    assertEquals(PLAIN.draw(motley()), new TerminalPicture(20, true, false).draw(motley()));
  }

  @Test
  void bars_begin_in_the_same_column_whatever_the_names_are() {
    String picture = PLAIN.draw(motley());
    Set<Integer> columns = new HashSet<>();
    for (String name : List.of("時計", "long", "\ufffd[31m")) {
      String line = line(picture, name);
      columns.add(Columns.width(line.substring(0, line.indexOf('▇'))));
    }
    assertEquals(1, columns.size(), picture);
  }

  @Test
  void a_long_name_leaves_room_for_the_bar_and_for_the_number() {
    String name = "abcdefghij".repeat(9);
    Lifeline one = thread(2, name + 1, 0, 90, Fate.ENDED);
    Lifeline other = thread(3, name + 2, 0, 90, Fate.ENDED);
    for (TerminalPicture picture : List.of(PLAIN, ASCII)) {
      String line = line(picture.draw(recording(90, one, other)), "abc");
      assertTrue(line.matches("[a-j]{17,19}(…|\\.\\.\\.) [x×] 2   [^ ]{53}"), line);
    }
  }

  @Test
  void without_unicode_there_is_only_ascii() {
    for (Recording recording : List.of(motley(), Sample.crowd())) {
      assertTrue(ASCII.draw(recording).matches("[\n -~]*"), ASCII.draw(recording));
    }
  }

  @Test
  void without_colour_there_is_no_escape() {
    assertFalse(PLAIN.draw(motley()).contains("\u001b"));
    assertTrue(COLOUR.draw(motley()).contains("\u001b["));
  }

  @Test
  void colours_end_with_each_line() {
    COLOUR
        .draw(motley())
        .lines()
        .filter(line -> line.contains("\u001b"))
        .forEach(line -> assertTrue(line.matches(".*\u001b\\[0m[^\u001b]*"), line));
  }

  @Test
  void every_state_has_a_glyph_of_its_own() {
    for (TerminalPicture picture : List.of(PLAIN, ASCII)) {
      Set<String> fills = new HashSet<>();
      for (Activity activity : Activity.values()) {
        String bar = bar(picture, activity, Fate.ENDED);
        assertTrue(bar.matches("(.)\\1{30,}."), bar);
        assertTrue(fills.add(bar.substring(0, 1)), bar);
      }
    }
  }

  @Test
  void an_end_is_closed_open_or_torn() {
    for (TerminalPicture picture : List.of(PLAIN, ASCII)) {
      Set<Character> ends = new HashSet<>();
      for (Fate fate : Fate.values()) {
        String bar = bar(picture, Activity.WAITING, fate);
        assertTrue(ends.add(bar.charAt(bar.length() - 1)), bar);
      }
      assertFalse(ends.contains(bar(picture, Activity.WAITING, Fate.ENDED).charAt(0)));
    }
  }

  @Test
  void a_bar_is_as_long_as_the_life() {
    assertEquals(37, bar(PLAIN, Activity.RUNNING, Fate.ENDED).indexOf('┤'));
  }

  @Test
  void the_legend_has_what_is_in_the_picture_and_nothing_else() {
    String picture = PLAIN.draw(recording(1_000, main(500)));
    assertEquals("  ▇ running  ┤ ended", line(picture, "▇ running"));
    String all = PLAIN.draw(motley());
    assertTrue(
        Stream.of("▒ in I/O", "╳ blocked", "─ waiting", "· sleeping", "► alive", "╱ vanished")
            .allMatch(all::contains),
        all);
    assertTrue(Stream.of("d daemon", "v virtual").allMatch(all::contains), all);
  }

  @Test
  void who_has_not_ended_is_named_with_where_it_waits_and_who_started_it() {
    Recording recording =
        recording(
            1_000,
            main(10),
            thread(2, "ask-1", Kind.VIRTUAL, 1, 5, 1_000, Fate.ALIVE, Activity.WAITING),
            thread(3, "ask-2", Kind.VIRTUAL, 1, 5, 1_000, Fate.ALIVE, Activity.WAITING),
            thread(4, "gone", Kind.VIRTUAL, 1, 5, 700, Fate.VANISHED, Activity.SLEEPING));
    String words = PLAIN.draw(recording).replaceAll("\n +", " ");
    assertTrue(
        words.contains(
            "► ask-N × 2, virtual: alive, waiting in SynchronousQueue.put, at Lesson5.java:23;"
                + " started at Lesson5.java:12"),
        words);
    assertTrue(
        words.contains("╱ gone, virtual: vanished at 700 ms, not ended; last seen sleeping in"),
        words);
    assertFalse(words.contains("main, platform"), words);
    assertFalse(PLAIN.draw(recording(1_000, main(10))).contains("Not ended"));
  }

  @Test
  void a_guess_is_called_one() {
    Lifeline first = thread(2, "v-1", Kind.VIRTUAL, 1, 5, 1_000, Fate.ALIVE, Activity.WAITING);
    Lifeline next = thread(3, "v-2", Kind.VIRTUAL, 1, 5, 1_000, Fate.ALIVE, Activity.WAITING);
    String words = PLAIN.draw(recording(1_000, main(10), first, Sample.guessed(next)));
    assertTrue(
        words.replaceAll("\n +", " ").contains("Lesson5.java:12 (a guess for 1 of them)"), words);
  }

  @Test
  void marks_are_numbered_where_they_happened_and_said_below() {
    String picture =
        PLAIN.draw(
            recording(
                1_000,
                List.of(main(1_000)),
                mark(0, Mark.Kind.NOTE, "first"),
                mark(500, Mark.Kind.MAIN_RETURNED, "half way")));
    String bar = line(picture, "main");
    String numbers = line(picture, "1  ");
    assertEquals(bar.indexOf('▇'), numbers.indexOf('1'), picture);
    assertEquals(36, numbers.indexOf('2') - numbers.indexOf('1'), picture);
    assertTrue(picture.contains("   2   500 ms  half way\n"), picture);
  }

  @Test
  void of_many_marks_those_of_the_jvm_are_kept() {
    String picture = PLAIN.draw(motley());
    assertTrue(picture.contains("  10      1 s  found\n"), picture);
    assertTrue(picture.contains("… and 3 more\n"), picture);
    assertTrue(line(picture, "1  2 ").endsWith(" 9  10"), picture);
  }

  @Test
  void ten_thousand_threads_fit_a_screen() {
    String picture = PLAIN.draw(Sample.crowd());
    long rows = picture.lines().takeWhile(line -> !line.contains("┴")).count();
    assertTrue(rows <= 24, picture);
    assertTrue(
        picture.contains("10001 threads in 9 s: 9801 ended, 200 alive at the end."), picture);
  }

  @Test
  void a_recording_without_threads_is_a_sentence() {
    assertEquals(
        "Lesson5.java\nNo thread of the program was seen in 120 ms.\n", PLAIN.draw(recording(120)));
  }

  @Test
  void a_recording_that_was_cut_short_says_so() {
    Recording whole = recording(120, main(10));
    Recording cut =
        new Recording(
            whole.title(),
            whole.begun(),
            whole.jvm(),
            whole.length(),
            whole.lifelines(),
            List.of(),
            false);
    assertTrue(PLAIN.draw(cut).replace('\n', ' ').contains("the end is missing"));
    assertFalse(PLAIN.draw(whole).contains("missing"));
  }

  @Test
  void a_recording_of_no_length_is_drawn() {
    assertTrue(line(PLAIN.draw(recording(0, main(0))), "main").contains("▇"));
  }
}
