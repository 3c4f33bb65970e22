// SPDX-License-Identifier: Apache-2.0
package loosethreads.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import loosethreads.check.CheckResult;
import loosethreads.check.Checker;
import loosethreads.check.ProgramFile;
import loosethreads.check.ProofResult;
import loosethreads.check.Verdict;
import loosethreads.command.LearnerAtWork;
import loosethreads.lesson.Lesson;
import loosethreads.lesson.Lessons;

/**
 * From a save of lesson 2's solution to the verdict, beside Maven's on the same sources: in a
 * session, where it counts when it is on the screen; and of the checker alone. "At once" is a save
 * that comes with the verdict on the one before it: it waits for a JVM to start.
 */
final class SaveBench {
  private static final int LESSON = 2;

  /** The first saves find a cold compiler, as in a session; they are not counted. */
  private static final int WARM_UP = 3;

  /** Who types something new between two saves takes longer; a JVM stands by after that. In ms. */
  private static final long TYPING = 1000;

  /** Maven takes so much longer that each of its saves is followed by so many of ours. */
  private static final int OURS_PER_MAVEN = 5;

  /**
   * One save.
   *
   * @param whole from the save to the verdict, in ms
   * @param proofs what the proofs took themselves, in ms: the sum of their times, as whoever ran
   *     them reports it
   */
  record Saved(double whole, double proofs) {
    /** What a faster tool could save. */
    double beyond() {
      return whole - proofs;
    }
  }

  private SaveBench() {}

  static Map<String, Object> run(Lessons lessons, Path folder, int saves) throws Exception {
    Lesson lesson = lessons.find(LESSON).orElseThrow();
    var maven = new Maven(folder, lessons, lesson);
    List<Saved> ours = new ArrayList<>();
    List<Saved> hasty = new ArrayList<>();
    List<Saved> theirs = new ArrayList<>();
    List<Double> shown = new ArrayList<>();
    try (LearnerAtWork learner = LearnerAtWork.with(lessons, lesson, folder.resolve("session"));
        Checker checker = new Checker(lessons)) {
      checker.prepare(lesson);
      for (int i = -WARM_UP; i < saves; i++) {
        if (i >= 0 && i % OURS_PER_MAVEN == 0) {
          theirs.add(maven.save(edited(lessons.solution(lesson), i)));
        }
        Thread.sleep(TYPING);
        Duration onScreen = learner.save(edited(lessons.solution(lesson), i), false);
        if (i >= 0) {
          shown.add(onScreen.toNanos() / 1e6);
        }
        Thread.sleep(TYPING);
        Saved saved = save(checker, lesson, edited(lessons.solution(lesson), i));
        if (i >= 0) {
          ours.add(saved);
        }
        if (i >= 0 && i % OURS_PER_MAVEN == 0) {
          hasty.add(save(checker, lesson, edited(lessons.solution(lesson), saves + i)));
        }
      }
    }
    Map<String, Object> json = new LinkedHashMap<>();
    double proofs = median(ours, Saved::proofs); // which the screen does not tell
    List<Saved> session = shown.stream().map(whole -> new Saved(whole, proofs)).toList();
    json.put("on the screen", tell("on the screen", session));
    json.put("the checker", tell("the checker", ours));
    json.put("the checker, at once", tell("at once", hasty));
    json.put("mvn -o -q test", tell("mvn -o -q test", theirs));
    double times = median(theirs, Saved::beyond) / median(session, Saved::beyond);
    json.put("Maven is so many times as slow", Figures.rounded(times));
    System.out.printf("  Maven is %.1f times as slow beyond the proofs' own time%n", times);
    return json;
  }

  static Saved save(Checker checker, Lesson lesson, String text) throws Exception {
    long begin = System.nanoTime();
    CheckResult result =
        checker.check(lesson, new ProgramFile(lesson.fileName(), text), Checker.Extent.ALL);
    double whole = (System.nanoTime() - begin) / 1e6;
    if (result.verdict() != Verdict.PASS) {
      throw new IllegalStateException(result.toString());
    }
    return new Saved(whole, result.proofs().stream().mapToLong(ProofResult::millis).sum());
  }

  /** One line is another each time. */
  static String edited(String text, int time) {
    return text + "// save " + time + "\n";
  }

  private static double median(List<Saved> saves, ToDoubleFunction<Saved> of) {
    return figures(saves, of).p50();
  }

  private static Figures figures(List<Saved> saves, ToDoubleFunction<Saved> of) {
    return new Figures(saves.stream().map(of::applyAsDouble).toList());
  }

  private static Map<String, Object> tell(String who, List<Saved> saves) {
    Map<String, Object> json = new LinkedHashMap<>();
    Map.<String, ToDoubleFunction<Saved>>of(
            "whole", Saved::whole, "proofs themselves", Saved::proofs, "beyond", Saved::beyond)
        .forEach(
            (what, of) -> {
              Figures figures = figures(saves, of);
              System.out.printf("  %-15s %-18s %s (%d times)%n", who, what, figures, saves.size());
              json.put(what, figures.json());
            });
    return json;
  }
}
