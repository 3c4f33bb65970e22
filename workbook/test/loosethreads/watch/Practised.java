// SPDX-License-Identifier: Apache-2.0
package loosethreads.watch;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
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
import org.junit.jupiter.api.io.TempDir;

/** A practice on a small lesson, with a judge that does not compile anything. */
abstract class Practised {
  static final Duration LIMIT = Duration.ofSeconds(60);
  static final String GOOD = "good";
  static final String SLOW = "slow";
  static final String IMPOSSIBLE = "impossible";
  static final String BUG = "bug";

  /** A file for everybody that nobody can read, as a bad disk has it; on Linux. */
  static final Path UNREADABLE = Path.of("/proc/self/mem");

  @TempDir private Path folder;
  final BlockingQueue<News> news = new LinkedBlockingQueue<>();
  final Worker worker = new Worker(news::add);
  private final CountDownLatch watched = new CountDownLatch(1);
  final Fake judge = new Fake();
  SmallLesson small;
  Lesson lesson;
  Workspace workspace;
  Path program;
  Session session;
  Practice practice;

  /** Passes what is good, never ends with what is slow, and can't judge the impossible. */
  static final class Fake implements Judge {
    final List<String> checked = new CopyOnWriteArrayList<>();
    final List<String> played = new CopyOnWriteArrayList<>();
    final Semaphore slow = new Semaphore(0);
    final CountDownLatch cancelled = new CountDownLatch(1);

    @Override
    public CheckResult check(Lesson lesson, ProgramFile program)
        throws IOException, InterruptedException {
      checked.add(program.text());
      switch (program.text()) {
        case SLOW -> waitForEver();
        case IMPOSSIBLE -> throw new IOException("no room");
        case BUG -> throw new NoClassDefFoundError("ours");
        default -> {}
      }
      Verdict verdict = program.text().equals(GOOD) ? Verdict.PASS : Verdict.FAIL;
      return new CheckResult(lesson.number(), program.shown(), verdict, List.of(), "");
    }

    private void waitForEver() throws InterruptedException {
      slow.release();
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
    small = new SmallLesson(folder.resolve("checkout"));
    lesson = small.lesson();
    workspace = new Workspace(folder.resolve("mine"));
    program = workspace.program(lesson);
    Files.createDirectories(program.getParent());
    Files.writeString(program, "broken");
    session = Session.in(workspace, small.lessons());
    practice = practice();
  }

  Practice practice() {
    return new Practice(lesson, session, "mine.java", judge, worker, this::hear);
  }

  private void hear(News told) {
    news.add(told);
    if (told instanceof News.Seen) {
      watched.countDown();
    }
  }

  /** Until all is known of the first program; the watch has told of it, and has no more to tell. */
  void awaitQuiet() throws InterruptedException {
    awaitPlayed("broken");
    assertTrue(watched.await(LIMIT.toSeconds(), TimeUnit.SECONDS), "the watch looks");
    await(_ -> news.isEmpty());
  }

  /** Saves it so that nobody sees a piece of it. */
  void replace(String text) throws IOException {
    Path other = Files.writeString(program.resolveSibling("Lesson1.java~"), text);
    Files.move(other, program, StandardCopyOption.ATOMIC_MOVE);
  }

  @AfterEach
  void close() {
    try (worker) {
      practice.close();
    }
  }

  /** Owns the practice until the scene is as expected. */
  Scene await(Predicate<Scene> expected) throws InterruptedException {
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

  Scene awaitPlayed(String text) throws InterruptedException {
    return await(
        scene ->
            scene.doing() == Doing.NOTHING
                && scene.isOfThis()
                && scene.isPlayedByThis()
                && scene.played().orElseThrow().message().equals(text));
  }
}
