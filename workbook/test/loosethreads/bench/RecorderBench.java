// SPDX-License-Identifier: Apache-2.0
package loosethreads.bench;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import loosethreads.lifeline.RecorderJar;
import loosethreads.proof.ChildJvm;
import loosethreads.proof.Folders;

/** What the recorder of lifelines costs a program: each in a JVM of its own, with and without. */
public final class RecorderBench {
  private static final int RUNS = 9;
  private static final int SAMPLER_RUNS = 3;
  private static final int LIMIT_SECONDS = 120;

  private final RecorderJar recorder;
  private final Map<String, Figure> figures = new LinkedHashMap<>();

  private RecorderBench(Path folder) throws IOException {
    recorder = RecorderJar.in(folder);
  }

  /**
   * What was measured in each run.
   *
   * @param without the recorder; empty for what only the recorder does
   */
  public record Figure(String name, String unit, List<Double> without, List<Double> with) {
    public static double median(List<Double> samples) {
      return samples.stream().sorted().toList().get(samples.size() / 2);
    }

    @Override
    public String toString() {
      String line = "%-52s".formatted(name);
      return without.isEmpty()
          ? line + "%19.2f %s".formatted(median(with), unit)
          : line
              + "%8.2f -> %7.2f %s  x %.2f"
                  .formatted(median(without), median(with), unit, median(with) / median(without));
    }
  }

  private record Sample(String name, String unit, double value) {
    static Sample parse(String line) {
      String[] parts = line.split("\t", 3);
      return new Sample(parts[0], parts[1], Double.parseDouble(parts[2]));
    }
  }

  /** Argument: how many runs, 9 if it is missing. */
  public static void main(String... arguments) throws Exception {
    Locale.setDefault(Locale.ROOT);
    int runs = arguments.length > 0 ? Integer.parseInt(arguments[0]) : RUNS;
    measure(runs).forEach(System.out::println);
  }

  /**
   * Measures with the options that a user's own program gets, none, and with those of a lesson.
   *
   * @param runs of each program with the recorder, and as many without it, in turn
   */
  public static List<Figure> measure(int runs) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("loose-threads-bench-");
    try {
      var bench = new RecorderBench(folder);
      bench.measure("a program", List.of(), runs);
      bench.measure("a lesson", ChildJvm.QUICK, runs);
      return List.copyOf(bench.figures.values());
    } finally {
      Folders.delete(folder);
    }
  }

  private void measure(String jvm, List<String> options, int runs)
      throws IOException, InterruptedException {
    for (int i = 0; i < runs; i++) {
      for (Class<?> program : List.of(RecorderLoad.Empty.class, RecorderLoad.Starts.class)) {
        run(program, options).forEach(s -> figure(jvm, s).without.add(s.value));
        run(program, recorded(options)).forEach(s -> figure(jvm, s).with.add(s.value));
      }
    }
    for (int i = 0; i < SAMPLER_RUNS; i++) {
      run(RecorderLoad.Blocked.class, recorded(options))
          .forEach(s -> figure(jvm, s).with.add(s.value));
    }
  }

  private Figure figure(String jvm, Sample s) {
    return figures.computeIfAbsent(
        jvm + ": " + s.name,
        name -> new Figure(name, s.unit, new ArrayList<>(), new ArrayList<>()));
  }

  private List<String> recorded(List<String> options) throws IOException {
    Files.deleteIfExists(tape());
    return Stream.concat(options.stream(), recorder.options(tape(), Optional.empty()).stream())
        .toList();
  }

  private Path tape() {
    return recorder.jar().resolveSibling("tape");
  }

  /** What the program prints, and how long its JVM took. */
  private static List<Sample> run(Class<?> program, List<String> options)
      throws IOException, InterruptedException {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(options);
    line.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
    long begin = System.nanoTime();
    Process process = new ProcessBuilder(line).redirectError(Redirect.INHERIT).start();
    try {
      // It prints less than a pipe holds.
      if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw new IOException(program.getName() + " did not end as it should");
      }
      double whole = (System.nanoTime() - begin) / 1e6;
      List<Sample> samples = process.inputReader().lines().map(Sample::parse).toList();
      return samples.isEmpty() ? List.of(new Sample("an empty JVM", "ms", whole)) : samples;
    } finally {
      process.destroyForcibly().waitFor();
    }
  }
}
