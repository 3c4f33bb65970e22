// SPDX-License-Identifier: Apache-2.0
package loosethreads.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.TimeUnit;
import loosethreads.check.ProgramFile;
import loosethreads.watch.Scene.Doing;
import org.junit.jupiter.api.Test;

/** The learner's loop: what is saved, and what is judged. */
class PracticeTest extends Practised {
  @Test
  void at_the_begin_and_at_each_save_the_proofs_judge_and_the_scenario_is_played()
      throws Exception {
    assertFalse(awaitPlayed("broken").passes());
    replace(GOOD);
    assertTrue(awaitPlayed(GOOD).passes());
    assertEquals(List.of("broken", GOOD), judge.checked);
    assertEquals(judge.checked, judge.played);
    assertTrue(practice.session().hasPassed(lesson));
    assertTrue(Files.readString(workspace.memory().resolve("progress.txt")).contains(" PASS "));
  }

  @Test
  void a_newer_save_cancels_the_check_under_way() throws Exception {
    Files.writeString(program, SLOW);
    await(_ -> judge.checked.contains(SLOW));
    Files.writeString(program, GOOD);
    assertTrue(awaitPlayed(GOOD).passes());
    assertTrue(judge.cancelled.await(LIMIT.toSeconds(), TimeUnit.SECONDS));
  }

  @Test
  void of_1000_saves_the_verdict_on_the_last_stands() throws Exception {
    awaitPlayed("broken");
    Thread editor =
        Thread.ofPlatform()
            .name("editor")
            .start(
                () -> {
                  for (int i = 1; i < 1000; i++) {
                    save("save " + i);
                    if (i % 250 == 0) {
                      saveSlow();
                    }
                  }
                  save(GOOD);
                });
    assertTrue(awaitPlayed(GOOD).passes());
    editor.join();
    assertEquals(GOOD, Files.readString(program));
    assertEquals(GOOD, judge.checked.getLast());
  }

  /** Waits until its check has begun. */
  private void saveSlow() {
    save(SLOW);
    try {
      assertTrue(judge.slow.tryAcquire(LIMIT.toSeconds(), TimeUnit.SECONDS), "a check begins");
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void save(String text) {
    try {
      Files.writeString(program, text);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void what_an_editor_writes_in_pieces_is_judged_once_it_is_whole() throws Exception {
    awaitQuiet();
    long pause = Practice.PAUSE.toNanos();
    see("go", 0);
    practice.tick(pause - 1);
    see("goo", pause - 1);
    practice.tick(2 * pause - 2);
    see(GOOD, 2 * pause - 2);
    practice.tick(3 * pause - 3);
    assertEquals(List.of("broken"), judge.checked);
    practice.tick(3 * pause - 2);
    assertEquals(Doing.CHECKING, practice.scene().doing());
    replace(GOOD);
    awaitPlayed(GOOD);
    assertEquals(List.of("broken", GOOD), judge.checked);
  }

  @Test
  void a_verdict_counts_once_its_file_has_settled() throws Exception {
    awaitQuiet();
    long settling = Practice.SETTLING.toNanos();
    see(GOOD, 0);
    practice.tick(Practice.PAUSE.toNanos());
    for (int told = 0; told < 2; told++) { // that it was judged, and that it was played
      practice.take(news.poll(LIMIT.toSeconds(), TimeUnit.SECONDS), settling - 1);
    }
    practice.tick(settling - 1);
    assertEquals(Doing.CHECKING, practice.scene().doing());
    assertFalse(practice.session().hasPassed(lesson));
    practice.tick(settling);
    assertTrue(practice.scene().passes());
    assertTrue(practice.scene().isPlayedByThis());
    assertEquals(Doing.NOTHING, practice.scene().doing());
  }

  @Test
  void the_verdict_on_a_piece_of_a_file_never_counts() throws Exception {
    awaitQuiet();
    long settling = Practice.SETTLING.toNanos();
    see(GOOD, 0);
    practice.tick(Practice.PAUSE.toNanos());
    practice.take(news.poll(LIMIT.toSeconds(), TimeUnit.SECONDS), settling - 1);
    see(GOOD + " but for this", settling - 1);
    practice.tick(settling);
    assertFalse(practice.session().hasPassed(lesson));
    assertEquals(Doing.SETTLING, practice.scene().doing());
  }

  private boolean see(String text, long now) {
    var sighting = new Sighting.Program(new ProgramFile("mine.java", text));
    return practice.take(new News.Seen(lesson, sighting), now);
  }

  @Test
  void a_save_that_changes_nothing_is_not_judged_again() throws Exception {
    awaitQuiet();
    see("other", 0);
    see("broken", 1);
    practice.tick(1 + Practice.SETTLING.toNanos());
    assertEquals(Doing.NOTHING, practice.scene().doing());
    assertTrue(practice.scene().isOfThis());
    assertFalse(see("broken", 2), "a save");
  }

  @Test
  void the_scenario_does_not_take_the_place_of_a_check_that_is_due() throws Exception {
    awaitQuiet();
    assertTrue(see(GOOD, 0), "a save");
    practice.run();
    practice.tick(Practice.SETTLING.toNanos());
    assertEquals(Doing.CHECKING, practice.scene().doing());
  }

  @Test
  void an_editor_may_put_a_new_file_in_the_place_of_the_old_one() throws Exception {
    awaitPlayed("broken");
    replace(GOOD);
    assertTrue(awaitPlayed(GOOD).passes());
  }

  @Test
  void the_scenario_and_the_check_can_be_had_again() throws Exception {
    awaitPlayed("broken");
    practice.run();
    assertEquals(Doing.PLAYING, practice.scene().doing());
    awaitPlayed("broken");
    practice.check();
    assertEquals(Doing.CHECKING, practice.scene().doing());
    awaitPlayed("broken");
    assertEquals(2, judge.checked.size());
    assertEquals(3, judge.played.size());
  }
}
