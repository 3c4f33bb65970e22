// SPDX-License-Identifier: Apache-2.0
package loosethreads.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Runs scripts in a folder.
 *
 * @param environment what is set; {@code JAVA_HOME} is not, but for what these say
 * @param more is set too
 */
record Shell(Path folder, Map<String, String> environment, Map<String, String> more) {
  private static final long LIMIT_SECONDS = 100;

  record Ended(int status, String out, String err) {}

  Ended run(Path script, String... arguments) throws IOException, InterruptedException {
    List<String> line = new ArrayList<>(List.of("bash", script.toString()));
    line.addAll(List.of(arguments));
    Path out = Files.createTempFile(folder, "out", "");
    Path err = Files.createTempFile(folder, "err", "");
    ProcessBuilder builder =
        new ProcessBuilder(line)
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().remove("JAVA_HOME");
    builder.environment().putAll(environment);
    builder.environment().putAll(more);
    Process process = builder.start();
    try {
      if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException(line + " is not over; it printed " + Files.readString(err));
      }
      return new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }
}
