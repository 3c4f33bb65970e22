// SPDX-License-Identifier: Apache-2.0
package loosethreads.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import loosethreads.Checkout;
import loosethreads.check.CheckResult;
import loosethreads.check.ProofResult;
import loosethreads.check.RunResult;
import loosethreads.check.Verdict;
import loosethreads.lesson.Lesson;
import loosethreads.lesson.Lessons;
import loosethreads.lifeline.Sample;
import loosethreads.proof.Outcome;
import loosethreads.watch.Scene;
import loosethreads.watch.Scene.Doing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is drawn, in the room and with the characters that there are. */
class PainterTest {
  private static final Look ALL = new Look(true, true);
  private static final Look PLAIN = new Look(false, false);

  private final Lessons lessons = Lessons.in(Checkout.root());
  private final Lesson lesson = lessons.find(3).orElseThrow();

  private static final CheckResult FAILS =
      new CheckResult(
          3,
          "lesson3/Lesson3.java",
          Verdict.HUNG,
          List.of(
              new ProofResult(
                  "quit ends the program",
                  Outcome.HUNG,
                  "the program still runs\n  main  platform, WAITING\n\tsaid \u001b[2Jé漢字 "
                      + "and more ".repeat(30),
                  2500),
              new ProofResult("a failure is reported", Outcome.PASS, "", 20)),
          "");

  private static final CheckResult PASSES =
      new CheckResult(
          3,
          "lesson3/Lesson3.java",
          Verdict.PASS,
          List.of(new ProofResult("quit ends the program", Outcome.PASS, "", 250)),
          "");

  private Scene scene(String shown, CheckResult result, Optional<String> trouble) {
    return new Scene(
        lesson,
        shown,
        Optional.empty(),
        Doing.NOTHING,
        Optional.of(result),
        true,
        Optional.of(
            new RunResult(
                3, "Lesson3.java", Verdict.HUNG, "it hangs", Optional.of(Sample.crowd()))),
        true,
        false,
        trouble);
  }

  private View view(Scene scene, Page page, int top) {
    return new View(scene, 6, lessons.find(4), Duration.ZERO, page, top, Optional.empty());
  }

  private View view(CheckResult result, Page page, int top) {
    return view(scene("lesson3/Lesson3.java", result, Optional.empty()), page, top);
  }

  private View fails(int top) {
    return view(FAILS, new Page.Standing(), top);
  }

  @ParameterizedTest
  @CsvSource({"80, 24", "200, 50", "81, 12", "60, 15", "40, 11", "20, 5", "5, 3", "1, 1", "80, 0"})
  void nothing_is_wider_or_higher_than_the_terminal(int width, int height) {
    var sheet = new Page.Sheet("Chapter", ChapterText.of(lessons, lesson, true));
    for (Look look : List.of(ALL, PLAIN, new Look(true, false), new Look(false, true))) {
      for (View view :
          List.of(fails(0), view(PASSES, new Page.Standing(), 9), view(FAILS, sheet, 99))) {
        List<String> lines = new Painter(look).paint(view, width, height).lines();
        assertEquals(height, lines.size(), () -> String.join("\n", lines));
        lines.forEach(line -> assertTrue(Look.width(line) <= width, line));
      }
    }
  }

  @Test
  void without_colours_and_unicode_all_is_printable_ascii() {
    for (View view : List.of(fails(0), view(PASSES, new Page.Standing(), 0))) {
      new Painter(PLAIN)
          .paint(view, 80, 100)
          .lines()
          .forEach(line -> assertTrue(line.matches("[ -~]*"), line));
    }
  }

  @Test
  void what_a_program_says_does_not_move_the_cursor() {
    new Painter(ALL)
        .paint(fails(0), 80, 100)
        .lines()
        .forEach(
            line ->
                assertFalse(
                    line.replaceAll("\u001b\\[[0-9;]*m", "").matches("(?s).*\\p{Cntrl}.*"), line));
  }

  @Test
  void colours_only_repeat_what_the_characters_say() {
    List<String> coloured = new Painter(ALL).paint(fails(0), 80, 100).lines();
    List<String> plain = new Painter(new Look(true, false)).paint(fails(0), 80, 100).lines();
    assertTrue(String.join("", coloured).contains("\u001b["));
    assertEquals(
        plain, coloured.stream().map(line -> line.replaceAll("\u001b\\[[0-9;]*m", "")).toList());
  }

  @Test
  void whoever_scrolls_sees_every_line_and_is_told_that_there_are_more() {
    var painter = new Painter(new Look(true, false));
    Frame whole = painter.paint(fails(0), 80, 200);
    assertEquals(0, whole.lastTop());
    List<String> page = whole.lines().subList(4, 4 + whole.room());
    List<String> seen = new ArrayList<>();
    Frame first = painter.paint(fails(0), 80, 24);
    assertTrue(first.lines().get(22).contains(first.lastTop() + " more below"), first.toString());
    for (int top = 0; top <= first.lastTop(); top++) {
      seen.addAll(painter.paint(fails(top), 80, 24).lines());
    }
    assertTrue(
        seen.containsAll(page),
        () -> page.stream().filter(l -> !seen.contains(l)).collect(Collectors.joining("\n")));
    assertTrue(seen.stream().anyMatch(line -> line.contains("the end")));
  }

  @Test
  void at_80_by_24_the_verdict_comes_first_and_the_threads_are_a_key_away() {
    Frame frame = new Painter(new Look(true, false)).paint(fails(0), 80, 24);
    assertEquals("Lesson 3 of 6: Do not be a bystander", frame.lines().getFirst());
    assertTrue(
        frame.lines().contains("lesson3/Lesson3.java: HUNG, 1 of 2 proofs hold"), frame.toString());
    assertTrue(frame.lines().contains("HUNG: quit ends the program"), frame.toString());
    assertTrue(frame.lines().getLast().startsWith("q quit  ? keys  h hint"), frame.toString());
    Frame threads = new Painter(new Look(true, false)).paint(fails(frame.picture()), 80, 24);
    assertTrue(threads.lines().stream().anyMatch(line -> line.contains("▇")), threads.toString());
  }

  @Test
  void a_question_that_is_longer_than_a_line_is_shown_to_its_end() {
    String question = "Put the broken program into " + "a/long/path/".repeat(4) + ", and? [y/N]";
    View view = fails(0);
    var asking =
        new View(view.scene(), 6, view.next(), view.busy(), view.page(), 0, Optional.of(question));
    Frame frame = new Painter(PLAIN).paint(asking, 80, 24);
    assertEquals(24, frame.lines().size());
    assertTrue(frame.lines().getLast().endsWith("[y/N]"), frame.toString());
    assertTrue(frame.lines().get(22).startsWith("Put the broken program into"), frame.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/home/somebody/with/a/long/path/", "/家/读者/线程/练习/第一课/第二课/第三课/第四课/第五课/"})
  void whatever_the_name_of_the_file_the_verdict_is_seen(String folders) {
    Scene scene = scene(folders.repeat(3) + "Lesson3.java", FAILS, Optional.empty());
    List<String> lines =
        new Painter(ALL).paint(view(scene, new Page.Standing(), 0), 80, 24).lines();
    assertTrue(lines.stream().anyMatch(l -> l.contains("HUNG, 1 of 2 proofs hold")), "" + lines);
    lines.forEach(line -> assertTrue(Look.width(line) <= 80, line));
  }

  @Test
  void of_what_does_not_compile_each_line_of_javac_is_there() {
    String said = "Lesson3.java:1: error: no\nclass\n    ^";
    var result = new CheckResult(3, "Lesson3.java", Verdict.DOES_NOT_COMPILE, List.of(), said);
    List<String> lines =
        new Painter(PLAIN).paint(view(result, new Page.Standing(), 0), 80, 24).lines();
    assertEquals(said.lines().toList(), lines.subList(5, 8));
  }

  @Test
  void what_went_wrong_comes_first_line_by_line() {
    Scene scene = scene("Lesson3.java", FAILS, Optional.of("Can't check it: the JVM\nsaid\n no."));
    List<String> lines =
        new Painter(PLAIN).paint(view(scene, new Page.Standing(), 0), 80, 24).lines();
    assertEquals(List.of("Can't check it: the JVM", "said", " no.", ""), lines.subList(5, 9));
  }

  @Test
  void after_a_pass_it_says_what_was_proved_what_to_think_about_and_what_is_next() {
    List<String> lines =
        new Painter(PLAIN).paint(view(PASSES, new Page.Standing(), 0), 80, 50).lines();
    assertTrue(lines.contains("You have proved:"), lines.toString());
    assertTrue(lines.contains("PASS    quit ends the program (250 ms)"), lines.toString());
    assertTrue(
        lines.contains("n: lesson 4, Stop together. d: your program and ours."), lines.toString());
    assertTrue(
        lines.contains("And these fixes? The proofs reject each of them."), lines.toString());
    assertTrue(
        lines.stream().anyMatch(l -> l.startsWith("  - latch-in-main, HUNG: 'main'")),
        lines.toString());
  }

  @Test
  void the_chapter_keeps_its_fix_for_whoever_has_passed() {
    String before = Row.text(ChapterText.of(lessons, lesson, false));
    String after = Row.text(ChapterText.of(lessons, lesson, true));
    assertTrue(before.contains("    Thread.currentThread().join();"), before);
    assertFalse(before.contains("Why it holds"), before);
    assertTrue(after.contains("Why it holds"), after);
    assertFalse(after.contains("hint-1"), after);
  }
}
