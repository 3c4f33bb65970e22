// SPDX-License-Identifier: Apache-2.0
package loosethreads.leaks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import loosethreads.leaks.KindsJvm.Line;
import loosethreads.proof.AgentJars;
import loosethreads.proof.Folders;

/** What {@code @NoLooseThreads} finds and costs, in each kind of JVM. */
public final class LeakCheckFigures {
  /** Of all kinds of tidy test, to have more than 1 000. */
  private static final int ROUNDS = 1 + 1000 / Clean.values().length;

  private LeakCheckFigures() {}

  /** The kinds of JVM in which the check works, with their options. */
  static Map<String, List<String>> jvms(Path folder) throws IOException {
    Map<String, List<String>> jvms = new LinkedHashMap<>();
    jvms.put("no option", List.of());
    jvms.put(
        "exported containers", List.of("--add-exports", "java.base/jdk.internal.vm=ALL-UNNAMED"));
    jvms.put("the agent", AgentJars.options(folder));
    return jvms;
  }

  public static void print(PrintStream out) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("loose-threads-figures-");
    try {
      for (var jvm : jvms(folder).entrySet()) {
        List<String> rounds = new ArrayList<>(jvm.getValue());
        rounds.add("-Drounds=" + ROUNDS);
        List<Line> tidy = KindsJvm.run(rounds, KindsMain.class, "Tidy");
        List<Line> leaky = KindsJvm.run(jvm.getValue(), KindsMain.class, "Leaky");
        out.printf(
            "@NoLooseThreads, %s: %d false alarms in %d tidy tests; %d of %d kinds of leak found%n",
            jvm.getKey(),
            tidy.stream().filter(Line::isFailure).count(),
            tidy.stream().filter(l -> !l.isNote()).count(),
            leaky.stream().filter(Line::isFailure).count(),
            Leak.values().length);
        for (Line cost : KindsJvm.run(jvm.getValue(), CostMain.class)) {
          out.printf("  %s: %s%n", cost.test(), cost.failure());
        }
      }
    } finally {
      Folders.delete(folder);
    }
  }
}
