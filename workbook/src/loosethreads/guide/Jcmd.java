// SPDX-License-Identifier: Apache-2.0
package loosethreads.guide;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What {@code jcmd} tells of another JVM. */
final class Jcmd {
  private static final int LIMIT_SECONDS = 20;

  private Jcmd() {}

  /**
   * The lines of {@code jcmd PID Thread.print}.
   *
   * @throws IOException if the JVM is gone, or does not answer
   */
  static List<String> threads(long pid) throws IOException, InterruptedException {
    Process jcmd =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                "-J-XX:TieredStopAtLevel=1",
                Long.toString(pid),
                "Thread.print")
            .redirectErrorStream(true)
            .start();
    try {
      String printed = new String(jcmd.getInputStream().readAllBytes(), UTF_8);
      if (!jcmd.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS) || jcmd.exitValue() != 0) {
        throw new IOException("jcmd %d Thread.print: %s".formatted(pid, printed.strip()));
      }
      return printed.lines().toList();
    } finally {
      jcmd.destroyForcibly();
    }
  }
}
