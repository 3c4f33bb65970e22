// SPDX-License-Identifier: Apache-2.0
package loosethreads.leaks;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A JVM that runs {@link KindsMain} or {@link CostMain} with options of its own. */
final class KindsJvm {
  private static final long LIMIT_SECONDS = 300;

  private KindsJvm() {}

  /**
   * What one test got.
   *
   * @param failure its message in one line; empty if it passed
   */
  record Line(String test, String failure) {
    boolean isFailure() {
      return !failure.isEmpty() && !isNote();
    }

    boolean isNote() {
      return test.endsWith(KindsMain.NOTED);
    }
  }

  static List<Line> run(List<String> options, Class<?> main, String... arguments)
      throws IOException, InterruptedException {
    Path out = Files.createTempFile("loose-threads-kinds-", ".txt");
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.add("--enable-preview");
    line.addAll(options);
    line.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    line.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(line)
            .redirectError(Redirect.DISCARD)
            .redirectOutput(out.toFile())
            .start();
    try {
      if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException("still running: " + Files.readString(out));
      }
      return Files.readAllLines(out).stream()
          .map(text -> text.split("\t", 2))
          .map(parts -> new Line(parts[0], parts.length < 2 ? "is no line of ours" : parts[1]))
          .toList();
    } finally {
      process.destroyForcibly();
      Files.delete(out);
    }
  }
}
