// SPDX-License-Identifier: Apache-2.0
package loosethreads.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * How large the user's terminal is, in characters.
 *
 * @param rows how many lines
 * @param columns how many characters fit in one
 */
public record TerminalSize(int rows, int columns) {
  private static final Duration LIMIT = Duration.ofSeconds(5);
  private static final Pattern ANSWER = Pattern.compile("(\\d{1,5}) (\\d{1,5})\\s*");

  /** As {@code stty} tells, for the JDK has no way to ask; empty where there is none. */
  public static Optional<TerminalSize> ask() throws InterruptedException {
    Process stty = null;
    try {
      stty = new ProcessBuilder("stty", "size").redirectInput(new File("/dev/tty")).start();
      boolean answered =
          stty.waitFor(LIMIT.toMillis(), TimeUnit.MILLISECONDS) && stty.exitValue() == 0;
      return answered
          ? read(new String(stty.getInputStream().readAllBytes(), UTF_8))
          : Optional.empty();
    } catch (IOException noSuchProgram) {
      return Optional.empty();
    } finally {
      if (stty != null) {
        stty.destroyForcibly();
      }
    }
  }

  private static Optional<TerminalSize> read(String answer) {
    return ANSWER
        .matcher(answer)
        .results()
        .findFirst()
        .map(TerminalSize::of)
        .filter(size -> size.rows > 0 && size.columns > 0); // a terminal that does not know says 0
  }

  private static TerminalSize of(MatchResult answer) {
    return new TerminalSize(Integer.parseInt(answer.group(1)), Integer.parseInt(answer.group(2)));
  }
}
