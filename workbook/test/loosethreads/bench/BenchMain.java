// SPDX-License-Identifier: Apache-2.0
package loosethreads.bench;

import com.fasterxml.jackson.jr.ob.JSON;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import loosethreads.Checkout;
import loosethreads.check.Training;
import loosethreads.lesson.Lessons;
import loosethreads.proof.Folders;

/**
 * Measures how long people wait, and writes the figures to {@code build/bench.json}. Arguments: how
 * many saves, 50 if it is missing, and how many for the memory, 500.
 */
final class BenchMain {
  private static final int STARTS = 15;
  private static final int RECORDED_RUNS = 5;

  private BenchMain() {}

  public static void main(String... arguments) throws Exception {
    int saves = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 50;
    int savesForMemory = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 500;
    Lessons lessons = Lessons.in(Checkout.root());
    Path folder = Files.createTempDirectory("loose-threads-bench-");
    Map<String, Object> figures = new LinkedHashMap<>();
    try {
      Training.run();
      System.out.println("From a save to the verdict, with lesson 2's solution:");
      figures.put("save to verdict", SaveBench.run(lessons, folder.resolve("maven"), saves));
      System.out.println("Until the first line:");
      figures.put("first line", FirstLineBench.run(Checkout.root(), folder, STARTS));
      System.out.println("Until the guide is built:");
      figures.put("guide", GuideBench.run(Checkout.root(), folder));
      System.out.println("All lessons at the same time:");
      figures.put("together", TogetherBench.run(lessons));
      System.out.println("The memory of a session, save after save:");
      figures.put("memory", MemoryBench.run(folder.resolve("small"), savesForMemory));
      System.out.println("What the recorder costs, without it -> with it:");
      figures.put("recorder", recorder());
    } finally {
      Folders.delete(folder);
    }
    Path file = Checkout.root().resolve("build/bench.json");
    Files.writeString(file, JSON.std.with(JSON.Feature.PRETTY_PRINT_OUTPUT).asString(figures));
    System.out.println("Written: " + file);
  }

  private static Map<String, Object> recorder() throws Exception {
    Map<String, Object> json = new LinkedHashMap<>();
    for (RecorderBench.Figure figure : RecorderBench.measure(RECORDED_RUNS)) {
      System.out.println("  " + figure);
      json.put(
          figure.name() + " " + figure.unit(),
          Map.of("without", figure.without(), "with", figure.with()));
    }
    return json;
  }
}
