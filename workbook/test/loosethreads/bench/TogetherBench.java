// SPDX-License-Identifier: Apache-2.0
package loosethreads.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import loosethreads.check.CheckResult;
import loosethreads.check.Checker;
import loosethreads.check.ProgramFile;
import loosethreads.lesson.Lesson;
import loosethreads.lesson.Lessons;

/** All lessons checked at the same time: how long the proofs themselves make one wait. */
final class TogetherBench {
  private TogetherBench() {}

  static Map<String, Object> run(Lessons lessons) throws Exception {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("solutions ms", millis("the solutions", lessons, lessons::solution));
    json.put("broken programs ms", millis("the broken programs", lessons, lessons::broken));
    return json;
  }

  private static double millis(String what, Lessons lessons, Function<Lesson, String> text)
      throws Exception {
    StringBuilder verdicts = new StringBuilder();
    try (Checker checker = new Checker(lessons);
        ExecutorService checks =
            Executors.newFixedThreadPool(
                lessons.all().size(), Thread.ofPlatform().name("bench-", 1).factory())) {
      long begin = System.nanoTime();
      List<Future<CheckResult>> underWay = new ArrayList<>();
      for (Lesson lesson : lessons.all()) {
        var program = new ProgramFile(lesson.fileName(), text.apply(lesson));
        underWay.add(checks.submit(() -> checker.check(lesson, program, Checker.Extent.ALL)));
      }
      for (Future<CheckResult> check : underWay) {
        verdicts.append(' ').append(check.get().verdict());
      }
      double millis = Figures.rounded((System.nanoTime() - begin) / 1e6);
      System.out.printf("  %-20s %,7.0f ms, verdicts%s%n", what, millis, verdicts);
      return millis;
    }
  }
}
