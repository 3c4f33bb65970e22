// SPDX-License-Identifier: Apache-2.0
package loosethreads.lifeline;

import static java.util.function.Predicate.not;
import static loosethreads.lifeline.Sample.main;
import static loosethreads.lifeline.Sample.recording;
import static loosethreads.lifeline.Sample.thread;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import loosethreads.lifeline.Lifeline.Activity;
import loosethreads.lifeline.Lifeline.Fate;
import loosethreads.lifeline.Lifeline.Kind;
import org.junit.jupiter.api.Test;

class RowsTest {
  private static List<String> labels(List<Row> rows) {
    return rows.stream().map(row -> row.name() + row.count()).toList();
  }

  private static void assertHoldsEach(Recording recording, List<Row> rows) {
    Set<Lifeline> held = new HashSet<>();
    rows.forEach(row -> held.addAll(row.members()));
    assertEquals(new HashSet<>(recording.lifelines()), held);
    assertEquals(
        recording.lifelines().size(), rows.stream().mapToInt(row -> row.members().size()).sum());
  }

  @Test
  void threads_that_are_alike_are_one_row_with_their_number() {
    List<Lifeline> threads = new ArrayList<>(List.of(main(90)));
    for (int i = 0; i < 50; i++) {
      threads.add(thread(10 + i, "pool-1-thread-" + i, i, 90, Fate.ALIVE));
    }
    List<Row> rows = Rows.of(recording(90, threads), 20, Words.ENGLISH);
    assertEquals(List.of("main", "pool-1-thread-N × 50"), labels(rows));
  }

  @Test
  void threads_that_differ_in_more_than_digits_are_rows_of_their_own() {
    Lifeline t = thread(10, "a-1", 1, 90, Fate.ALIVE);
    Optional<StackTraceElement> elsewhere = Optional.of(Sample.frame("Lesson5", "main", 40));
    List<StackTraceElement> atLine40 = List.of(elsewhere.get());
    Recording recording =
        recording(
            90,
            t,
            thread(11, "b-1", 1, 90, Fate.ALIVE),
            thread(12, "a-1", 1, 90, Fate.ENDED),
            thread(13, "a-1", Kind.DAEMON, 1, 1, 90, Fate.ALIVE, Activity.RUNNING),
            new Lifeline(
                14, t.names(), t.kind(), 1, elsewhere, false, 1, 9, t.fate(), List.of(), t.stack()),
            new Lifeline(
                15,
                t.names(),
                t.kind(),
                1,
                t.startedAt(),
                false,
                1,
                9,
                t.fate(),
                List.of(),
                atLine40));
    assertEquals(6, Rows.of(recording, 20, Words.ENGLISH).size());
  }

  @Test
  void where_a_thread_was_when_it_had_not_ended_does_not_tell_those_apart_that_have() {
    Lifeline t = thread(10, "a-1", 1, 90, Fate.ENDED);
    Lifeline withStack =
        new Lifeline(
            11,
            t.names(),
            t.kind(),
            1,
            t.startedAt(),
            false,
            1,
            9,
            t.fate(),
            List.of(),
            Sample.IN_PUT);
    assertEquals(1, Rows.of(recording(90, t, withStack), 20, Words.ENGLISH).size());
  }

  @Test
  void only_the_digits_that_differ_are_replaced() {
    Recording recording =
        recording(
            90,
            thread(10, "pool-1-thread-1", 1, 90, Fate.ENDED),
            thread(11, "pool-1-thread-25", 1, 90, Fate.ENDED),
            thread(12, "same $1 2", 2, 90, Fate.ENDED),
            thread(13, "same $1 2", 2, 90, Fate.ENDED),
            thread(14, "", 3, 90, Fate.ENDED),
            thread(15, "", 3, 90, Fate.ENDED));
    assertEquals(
        List.of("pool-1-thread-N × 2", "same $1 2 × 2", "#N × 2"),
        labels(Rows.of(recording, 20, Words.ENGLISH)));
  }

  @Test
  void a_creator_is_above_those_it_started() {
    Recording recording =
        recording(
            90,
            main(90),
            thread(2, "a", Kind.PLATFORM, 1, 10, 90, Fate.ENDED, Activity.RUNNING),
            thread(3, "b", Kind.PLATFORM, 1, 20, 90, Fate.ENDED, Activity.RUNNING),
            thread(4, "by a", Kind.PLATFORM, 2, 30, 90, Fate.ENDED, Activity.RUNNING),
            thread(5, "by b", Kind.PLATFORM, 3, 15, 90, Fate.ENDED, Activity.RUNNING));
    List<Row> rows = Rows.of(recording, 20, Words.ENGLISH);
    assertEquals(List.of("main", "a", "by a", "b"), labels(rows).subList(0, 4));
    assertEquals(List.of(-1, 0, 1, 0), rows.stream().limit(4).map(Row::parent).toList());
    assertEquals(List.of(0, 1, 2, 1), rows.stream().limit(4).map(Row::depth).toList());
  }

  @Test
  void threads_that_seem_to_have_started_each_other_are_drawn_all_the_same() {
    Recording recording =
        recording(
            90,
            thread(2, "a", Kind.PLATFORM, 3, 10, 90, Fate.ENDED, Activity.RUNNING),
            thread(3, "b", Kind.PLATFORM, 2, 20, 90, Fate.ENDED, Activity.RUNNING),
            thread(4, "self", Kind.PLATFORM, 4, 30, 90, Fate.ENDED, Activity.RUNNING));
    List<Row> rows = Rows.of(recording, 20, Words.ENGLISH);
    assertEquals(List.of("a", "b", "self"), labels(rows));
    assertHoldsEach(recording, rows);
  }

  @Test
  void the_shortest_that_ended_are_folded_first_and_counted() {
    List<Lifeline> threads = new ArrayList<>(List.of(main(1)));
    for (int i = 0; i < 26; i++) {
      threads.add(thread(10 + i, "ended " + (char) ('a' + i), 1, 10 + i, Fate.ENDED));
    }
    for (int i = 0; i < 5; i++) {
      threads.add(thread(50 + i, "alive " + (char) ('a' + i), 80, 81, Fate.ALIVE));
    }
    threads.add(thread(60, "vanished", 80, 81, Fate.VANISHED));
    Recording recording = recording(90, threads);
    List<Row> rows = Rows.of(recording, 20, Words.ENGLISH);
    assertEquals(20, rows.size());
    assertHoldsEach(recording, rows);
    assertEquals("… and 14 more, ended", labels(rows).getLast());
    assertTrue(labels(rows).contains("main"));
    assertTrue(labels(rows).containsAll(List.of("ended z", "ended o", "alive e", "vanished")));
  }

  @Test
  void more_that_have_not_ended_than_there_is_room_for_are_counted_by_their_fate() {
    List<Lifeline> threads = new ArrayList<>();
    for (int i = 0; i < 26; i++) {
      threads.add(thread(100 + i, "alive " + (char) ('a' + i), 1, 90 - i, Fate.ALIVE));
      threads.add(thread(200 + i, "gone " + (char) ('a' + i), 1, 90 - i, Fate.VANISHED));
      threads.add(thread(300 + i, "ended " + (char) ('a' + i), 1, 90 - i, Fate.ENDED));
    }
    Recording recording = recording(90, threads);
    List<Row> rows = Rows.of(recording, 20, Words.ENGLISH);
    assertEquals(20, rows.size());
    assertHoldsEach(recording, rows);
    Set<String> rest = new HashSet<>(labels(rows.subList(17, 20)));
    Set<String> expected =
        Set.of("… and 17 more, alive", "… and 18 more, vanished", "… and 26 more, ended");
    assertEquals(expected, rest);
  }

  @Test
  void ten_thousand_threads_are_a_few_rows() {
    Recording recording = Sample.crowd();
    List<Row> rows = Rows.of(recording, 20, Words.ENGLISH);
    assertTrue(rows.size() <= 20, () -> labels(rows).toString());
    assertHoldsEach(recording, rows);
    int alive =
        rows.stream()
            .filter(not(Row::rest))
            .filter(row -> row.fate() == Fate.ALIVE)
            .mapToInt(row -> row.members().size())
            .sum();
    assertEquals(200, alive);
  }

  @Test
  void a_row_of_several_shows_what_most_of_those_do_that_are_alive() {
    Activity r = Activity.RUNNING;
    Activity w = Activity.WAITING;
    Recording recording =
        recording(
            40,
            thread(2, "a1", Kind.PLATFORM, 1, 0, 40, Fate.ENDED, r, r, w, r),
            thread(3, "a2", Kind.PLATFORM, 1, 0, 30, Fate.ENDED, r, w, w),
            thread(4, "a3", Kind.PLATFORM, 1, 10, 30, Fate.ENDED, w, r));
    Row.Cell[] cells =
        Rows.of(recording, 20, Words.ENGLISH).getFirst().cells(4, recording.length());
    assertEquals(List.of(r, w, w, r), Arrays.stream(cells).map(Row.Cell::activity).toList());
    assertEquals(2, cells[0].alive(), 0.01);
    assertEquals(3, cells[1].alive(), 0.01);
    assertEquals(1, cells[3].alive(), 0.01);
  }

  @Test
  void a_life_shorter_than_a_column_fills_one() {
    for (Lifeline shortLived :
        List.of(
            thread(2, "no time at all", 50, 50, Fate.ENDED),
            thread(2, "never looked at", Kind.VIRTUAL, 1, 50, 51, Fate.ENDED))) {
      Recording recording = recording(100, shortLived);
      Row.Cell[] cells =
          Rows.of(recording, 20, Words.ENGLISH).getFirst().cells(10, recording.length());
      assertEquals(1, Arrays.stream(cells).filter(Objects::nonNull).count(), shortLived.name());
      assertEquals(Activity.RUNNING, cells[5].activity());
    }
  }

  @Test
  void nobody_is_shown_where_nobody_was_alive() {
    Recording recording =
        recording(100, thread(2, "a1", 0, 20, Fate.ENDED), thread(3, "a2", 80, 100, Fate.ENDED));
    Row.Cell[] cells =
        Rows.of(recording, 20, Words.ENGLISH).getFirst().cells(10, recording.length());
    assertNull(cells[2]);
    assertNull(cells[7]);
  }
}
