// SPDX-License-Identifier: Apache-2.0
package loosethreads.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import loosethreads.SmallLesson;
import loosethreads.check.Checker;

/** What a JVM holds that checks again and again: its heap after a collection, and all of it. */
final class MemoryBench {
  private static final int STEPS = 5;

  private MemoryBench() {}

  /** With a lesson whose proofs take next to no time. */
  static Map<String, Object> run(Path folder, int saves) throws Exception {
    Map<String, Object> json = new LinkedHashMap<>();
    var small = new SmallLesson(folder);
    try (Checker checker = new Checker(small.lessons())) {
      checker.prepare(small.lesson());
      for (int i = 0; i <= saves; i++) {
        var _ = SaveBench.save(checker, small.lesson(), SaveBench.edited(SmallLesson.FIXED, i));
        if (i % Math.max(1, saves / STEPS) == 0) {
          System.gc();
          long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
          long resident = residentMegabytes();
          System.out.printf("  after %3d saves: heap %d MB, resident %d MB%n", i, heap, resident);
          json.put("after " + i + " saves", Map.of("heap MB", heap, "resident MB", resident));
        }
      }
    }
    return json;
  }

  /** As Linux counts it; elsewhere -1. */
  private static long residentMegabytes() throws IOException {
    Path status = Path.of("/proc/self/status");
    return Files.exists(status)
        ? Files.readAllLines(status).stream()
            .filter(line -> line.startsWith("VmRSS:"))
            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) >> 10)
            .findFirst()
            .orElse(-1)
        : -1;
  }
}
