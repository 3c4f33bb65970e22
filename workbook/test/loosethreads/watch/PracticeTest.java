// SPDX-License-Identifier: Apache-2.0
package loosethreads.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import loosethreads.SmallLesson;
import loosethreads.check.CheckResult;
import loosethreads.check.ProgramFile;
import loosethreads.check.RunResult;
import loosethreads.check.Verdict;
import loosethreads.lesson.Lesson;
import loosethreads.lesson.Workspace;
import loosethreads.session.Session;
import loosethreads.watch.Scene.Doing;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The learner's loop, with a judge that does not compile anything. */
class PracticeTest {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final String GOOD = "good";
  private static final String SLOW = "slow";
  private static final String IMPOSSIBLE = "impossible";

  @TempDir private Path folder;
  private final BlockingQueue<News> news = new LinkedBlockingQueue<>();
  private final Worker worker = new Worker(news::add);
  private final Fake judge = new Fake();
  private Lesson lesson;
  private Workspace workspace;
  private Path program;
  private Session session;
  private Practice practice;

  /** Passes what is good, never ends with what is slow, and can't judge what is impossible. */
  private static final class Fake implements Judge {
    private final List<String> checked = new CopyOnWriteArrayList<>();
    private final List<String> played = new CopyOnWriteArrayList<>();
    private final CountDownLatch cancelled = new CountDownLatch(1);

    @Override
    public CheckResult check(Lesson lesson, ProgramFile program)
        throws IOException, InterruptedException {
      checked.add(program.text());
      switch (program.text()) {
        case SLOW -> waitForEver();
        case IMPOSSIBLE -> throw new IOException("no room");
        default -> {}
      }
      Verdict verdict = program.text().equals(GOOD) ? Verdict.PASS : Verdict.FAIL;
      return new CheckResult(lesson.number(), program.shown(), verdict, List.of(), "");
    }

    private void waitForEver() throws InterruptedException {
      try {
        new CountDownLatch(1).await();
      } finally {
        cancelled.countDown();
      }
    }

    @Override
    public RunResult play(Lesson lesson, ProgramFile program) {
      played.add(program.text());
      return new RunResult(
          lesson.number(), program.shown(), Verdict.FAIL, program.text(), Optional.empty());
    }
  }

  @BeforeEach
  void open() throws IOException {
    SmallLesson small = new SmallLesson(folder.resolve("checkout"));
    lesson = small.lesson();
    workspace = new Workspace(folder.resolve("mine"));
    program = workspace.program(lesson);
    Files.createDirectories(program.getParent());
    Files.writeString(program, "broken");
    session = Session.in(workspace, small.lessons());
    practice = practice();
  }

  private Practice practice() {
    return new Practice(lesson, session, "mine.java", judge, worker, news::add);
  }

  @AfterEach
  void close() {
    try (worker) {
      practice.close();
    }
  }

  /** Owns the practice until the scene is as expected. */
  private Scene await(Predicate<Scene> expected) throws InterruptedException {
    long end = System.nanoTime() + LIMIT.toNanos();
    while (!expected.test(practice.scene())) {
      assertTrue(System.nanoTime() < end, () -> "still " + practice.scene());
      News next = news.poll(10, TimeUnit.MILLISECONDS);
      if (next != null) {
        practice.take(next, System.nanoTime());
      }
      practice.tick(System.nanoTime());
    }
    return practice.scene();
  }

  private Scene awaitPlayed(String text) throws InterruptedException {
    return await(
        scene ->
            scene.doing() == Doing.NOTHING
                && scene.isOfThis()
                && scene.isPlayedByThis()
                && scene.played().orElseThrow().message().equals(text));
  }

  @Test
  void at_the_begin_and_at_each_save_the_proofs_judge_and_the_scenario_is_played()
      throws Exception {
    assertFalse(awaitPlayed("broken").passes());
    Files.writeString(program, GOOD);
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
                  }
                  save(GOOD);
                });
    assertTrue(awaitPlayed(GOOD).passes());
    editor.join();
    assertEquals(GOOD, Files.readString(program));
    assertEquals(GOOD, judge.checked.getLast());
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
    awaitPlayed("broken");
    long settling = Practice.SETTLING.toNanos();
    see("go", 0);
    practice.tick(settling - 1);
    see("goo", settling - 1);
    practice.tick(2 * settling - 2);
    see(GOOD, 2 * settling - 2);
    practice.tick(3 * settling - 3);
    assertEquals(List.of("broken"), judge.checked);
    practice.tick(3 * settling - 2);
    assertEquals(Doing.CHECKING, practice.scene().doing());
    Files.writeString(program, GOOD);
    awaitPlayed(GOOD);
    assertEquals(List.of("broken", GOOD), judge.checked);
  }

  private void see(String text, long now) {
    var sighting = new Sighting.Program(new ProgramFile("mine.java", text));
    practice.take(new News.Seen(lesson, sighting), now);
  }

  @Test
  void a_save_that_changes_nothing_is_not_judged_again() throws Exception {
    awaitPlayed("broken");
    see("other", 0);
    see("broken", 1);
    practice.tick(1 + Practice.SETTLING.toNanos());
    assertEquals(Doing.NOTHING, practice.scene().doing());
    assertTrue(practice.scene().isOfThis());
  }

  @Test
  void an_editor_may_put_a_new_file_in_the_place_of_the_old_one() throws Exception {
    awaitPlayed("broken");
    Path other = Files.writeString(program.resolveSibling("Lesson1.java~"), GOOD);
    Files.move(other, program, StandardCopyOption.ATOMIC_MOVE);
    assertTrue(awaitPlayed(GOOD).passes());
  }

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
    Files.delete(program.getParent());
    awaitUnusable("There is no file mine.java.");
    Files.createDirectory(program.getParent());
    Files.writeString(program, GOOD);
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
  void a_verdict_that_can_not_be_written_down_stands() throws Exception {
    Files.writeString(workspace.memory(), "a file in its place");
    Files.writeString(program, GOOD);
    Scene scene = awaitPlayed(GOOD);
    assertTrue(scene.passes());
    String said = scene.trouble().orElseThrow();
    assertTrue(said.startsWith("Can't write down that verdict: " + workspace.memory()), said);
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
