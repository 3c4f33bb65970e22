// SPDX-License-Identifier: Apache-2.0
package loosethreads.watch;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import loosethreads.check.CheckResult;
import loosethreads.check.ProgramFile;
import loosethreads.check.RunResult;
import loosethreads.check.Verdict;
import loosethreads.lesson.Lesson;
import loosethreads.session.Reason;
import loosethreads.session.Session;
import loosethreads.watch.Scene.Doing;

/**
 * A learner at work on one lesson: at each save the proofs judge the program, then the scenario is
 * played with it. One thread owns it, calls its methods and shows the {@link #scene}; the threads
 * that watch and check only tell {@link News}, which the owner hands to {@link #take}.
 *
 * <p>Times are those of {@link System#nanoTime}.
 */
public final class Practice implements AutoCloseable {
  /**
   * Editors write in pieces, or put a new file in the place of the old one. What is found out about
   * a file counts when it has not changed for so long.
   */
  static final Duration SETTLING = Duration.ofMillis(200);

  /** Most have written all by then: a check begins, which is cancelled if there is more. */
  static final Duration PAUSE = Duration.ofMillis(50);

  private final Lesson lesson;
  private final String shown;
  private final Judge judge;
  private final Worker worker;
  private final Consumer<News> tell;
  private final FileWatch watch;
  private Session session;
  private Sighting seen;
  private Doing doing = Doing.SETTLING;
  private long settled = System.nanoTime();
  private OptionalLong due = OptionalLong.of(settled);
  private final List<News.OfJob> early = new ArrayList<>();
  private int job;
  private Optional<News.Judged> judged = Optional.empty();
  private Optional<News.Played> played = Optional.empty();
  private Optional<String> trouble = Optional.empty();

  /**
   * Starts to watch the learner's program.
   *
   * @param shown how messages name the file
   * @param worker the owner's, for this practice as long as it is open
   * @param tell takes news from any thread, and has the owner hand them to {@link #take}
   */
  public Practice(
      Lesson lesson,
      Session session,
      String shown,
      Judge judge,
      Worker worker,
      Consumer<News> tell) {
    this.lesson = lesson;
    this.session = session;
    this.shown = shown;
    this.judge = judge;
    this.worker = worker;
    this.tell = tell;
    Path file = session.workspace().program(lesson);
    seen = Sighting.of(file, shown);
    watch = new FileWatch(file, shown, now -> tell.accept(new News.Seen(lesson, now)));
  }

  /**
   * Takes what another thread told; what is about another lesson, or an older save, is dropped.
   *
   * @return whether it is a save
   */
  public boolean take(News news, long now) {
    switch (news) {
      case News.Seen(Lesson of, Sighting sighting)
          when of.equals(lesson) && !sighting.equals(seen) -> {
        see(sighting, now);
        return true;
      }
      case News.OfJob mine when mine.job() == job -> {
        if (now - settled >= 0) {
          take(mine);
        } else {
          early.add(mine);
          due = OptionalLong.of(settled);
        }
      }
      default -> {}
    }
    return false;
  }

  private void take(News.OfJob news) {
    switch (news) {
      case News.Judged judgement -> judged(judgement);
      case News.Played play -> {
        played = Optional.of(play);
        doing = Doing.NOTHING;
      }
      case News.Failed(_, Throwable why) -> failed(why);
    }
  }

  private void see(Sighting sighting, long now) {
    cancel();
    seen = sighting;
    doing = Doing.SETTLING;
    due = OptionalLong.of(now + PAUSE.toNanos());
    settled = now + SETTLING.toNanos();
  }

  private void judged(News.Judged news) {
    judged = Optional.of(news);
    CheckResult result = news.result();
    doing = result.verdict() == Verdict.DOES_NOT_COMPILE ? Doing.NOTHING : Doing.PLAYING;
    session = session.record(lesson, news.program().text(), result.verdict());
    trouble = session.trouble();
  }

  private void failed(Throwable why) {
    doing = Doing.NOTHING;
    trouble =
        switch (why) {
          case IOException io -> Optional.of("Can't check it: " + Reason.of(io) + ".");
          case IllegalStateException environment -> Optional.of(environment.getMessage());
          case RuntimeException ours -> throw ours;
          case Error ours -> throw ours;
          default -> throw new IllegalStateException(why); // a job throws nothing else
        };
  }

  /** When {@link #tick} has something to do. */
  public OptionalLong due() {
    return due;
  }

  /** Checks a program that is not being written any more, and takes what was told early. */
  public void tick(long now) {
    if (due.isPresent() && now - due.getAsLong() >= 0) {
      due = OptionalLong.empty();
      if (!early.isEmpty()) {
        early.forEach(this::take);
        early.clear();
        return;
      }
      doing = Doing.NOTHING;
      if (!isOfThis(judged.map(News.Judged::program))) {
        check();
      } else if (!isOfThis(played.map(News.Played::program))) {
        run();
      }
    }
  }

  /** Lets the proofs judge the program as it is now, and plays the scenario. */
  public void check() {
    start(
        Doing.CHECKING,
        (number, program) -> {
          CheckResult result = judge.check(lesson, program);
          tell.accept(new News.Judged(number, program, result));
          if (result.verdict() != Verdict.DOES_NOT_COMPILE) {
            play(number, program);
          }
        });
  }

  /** Plays the scenario again; while a check is under way or about to be, that will do it. */
  public void run() {
    if (doing == Doing.NOTHING || doing == Doing.PLAYING) {
      start(Doing.PLAYING, this::play);
    }
  }

  private void play(int number, ProgramFile program) throws IOException, InterruptedException {
    RunResult result = judge.play(lesson, program);
    tell.accept(new News.Played(number, program, result));
  }

  /** A job for a program. */
  private interface Work {
    void run(int number, ProgramFile program) throws IOException, InterruptedException;
  }

  private void start(Doing what, Work work) {
    program()
        .ifPresent(
            program -> {
              due = OptionalLong.empty();
              early.clear();
              doing = what;
              trouble = Optional.empty();
              job = worker.start(number -> work.run(number, program));
            });
  }

  private void cancel() {
    worker.cancel();
    job = 0; // what it has told already is too late
    early.clear();
  }

  /** The program as it was seen last, if there is one. */
  public Optional<ProgramFile> program() {
    return seen instanceof Sighting.Program(ProgramFile file)
        ? Optional.of(file)
        : Optional.empty();
  }

  /** The session with all that has been recorded. */
  public Session session() {
    return session;
  }

  public Scene scene() {
    return new Scene(
        lesson,
        shown,
        seen instanceof Sighting.Unusable(String why) ? Optional.of(why) : Optional.empty(),
        doing,
        judged.map(News.Judged::result),
        isOfThis(judged.map(News.Judged::program)),
        played.map(News.Played::result),
        isOfThis(played.map(News.Played::program)),
        session.hasPassed(lesson),
        trouble);
  }

  private boolean isOfThis(Optional<ProgramFile> program) {
    return program.isPresent() && program.equals(program());
  }

  @Override
  public void close() {
    cancel();
    watch.close();
  }
}
