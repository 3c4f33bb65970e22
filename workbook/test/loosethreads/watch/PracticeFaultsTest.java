// SPDX-License-Identifier: Apache-2.0
package loosethreads.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import loosethreads.SmallLesson;
import loosethreads.check.Checker;
import loosethreads.check.Limits;
import loosethreads.watch.Scene.Doing;
import org.junit.jupiter.api.Test;

/** The learner's loop, when the file, the disk or a JVM fails, or we do. */
class PracticeFaultsTest extends Practised {
  @Test
  void what_is_no_program_is_said_and_the_next_one_is_judged() throws Exception {
    awaitPlayed("broken");
    Files.delete(program);
    awaitUnusable("There is no file mine.java.");
    Files.createDirectory(program);
    awaitUnusable("mine.java is a folder");
    Files.delete(program);
    Files.writeString(program, "é", StandardCharsets.ISO_8859_1, StandardOpenOption.CREATE);
    awaitUnusable("mine.java is no text in UTF-8.");
    Files.delete(program);
    if (Files.exists(UNREADABLE)) {
      Files.createSymbolicLink(program, UNREADABLE);
      awaitUnusable("Can't read mine.java: ");
      Files.delete(program);
    }
    Files.delete(program.getParent());
    awaitUnusable("There is no file mine.java.");
    Files.createDirectory(program.getParent());
    replace(GOOD);
    assertTrue(awaitPlayed(GOOD).passes());
    assertEquals(List.of("broken", GOOD), judge.checked);
  }

  private void awaitUnusable(String begin) throws InterruptedException {
    await(s -> s.unusable().map(why -> why.startsWith(begin)).orElse(false));
    assertFalse(await(s -> s.doing() == Doing.NOTHING).passes());
  }

  @Test
  void that_nothing_can_be_judged_is_said_and_the_next_save_is_a_new_chance() throws Exception {
    Files.writeString(program, IMPOSSIBLE);
    Scene scene = await(s -> s.trouble().isPresent());
    assertEquals(Optional.of("Can't check it: no room."), scene.trouble());
    assertEquals(Doing.NOTHING, scene.doing());
    Files.writeString(program, GOOD);
    assertEquals(Optional.empty(), awaitPlayed(GOOD).trouble());
  }

  @Test
  void a_jvm_that_does_not_start_is_said_with_its_words_and_all_goes_on() throws Exception {
    Limits usual = Limits.USUAL;
    var refused =
        new Limits(usual.compile(), usual.proof(), usual.check(), usual.run(), "much memory");
    practice.close();
    Files.writeString(program, SmallLesson.FIXED);
    try (Checker checker = new Checker(small.lessons(), refused)) {
      practice = new Practice(lesson, session, "mine.java", Judge.with(checker), worker, news::add);
      String said = await(s -> s.trouble().isPresent()).trouble().orElseThrow();
      assertTrue(said.startsWith("Can't check it: the JVM for "), said);
      assertTrue(said.contains("Invalid maximum heap size: -Xmxmuch memory"), said);
      assertEquals(said.indexOf("status 1"), said.lastIndexOf("status 1"), said);
      practice.close();
    }
    practice = practice();
    awaitPlayed(SmallLesson.FIXED);
  }

  @Test
  void a_bug_of_ours_is_not_kept_by_the_thread_that_found_it() throws Exception {
    Files.writeString(program, BUG);
    assertThrows(NoClassDefFoundError.class, () -> await(s -> s.trouble().isPresent()));
  }

  @Test
  void a_verdict_that_can_not_be_written_down_stands() throws Exception {
    Files.writeString(workspace.memory(), "a file in its place");
    Files.writeString(program, GOOD);
    Scene scene = awaitPlayed(GOOD);
    assertTrue(scene.passes());
    assertTrue(scene.hasPassed());
    String said = scene.trouble().orElseThrow();
    assertTrue(said.startsWith("Can't write down that verdict: " + workspace.memory()), said);
  }
}
