// SPDX-License-Identifier: Apache-2.0
package loosethreads.screen;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import loosethreads.lesson.Lesson;
import loosethreads.lesson.Workspace;

/** The user's browser, for the rendered guide of a checkout. */
final class Browser {
  /** An opener hands the page over and ends. */
  private static final Duration LIMIT = Duration.ofSeconds(2);

  private Browser() {}

  /** Opens the lesson's page, if it was rendered and there is a browser; returns whether it did. */
  static boolean open(Workspace workspace, Lesson lesson) throws InterruptedException {
    Path guide = workspace.root().resolve("build/guide");
    Optional<Path> page =
        Stream.of(lesson.folder() + ".html", "index.html")
            .map(guide::resolve)
            .filter(file -> workspace.isCheckout() && Files.exists(file))
            .findFirst();
    if (page.isEmpty()) {
      return false;
    }
    List<String> line = line(System.getProperty("os.name"), System.getenv(), page.get().toString());
    return !line.isEmpty() && run(line);
  }

  /** What opens a page; nothing where it would open a browser in this terminal. */
  static List<String> line(String system, Map<String, String> environment, String page) {
    String name = system.toLowerCase(Locale.ROOT);
    if (name.startsWith("windows")) {
      return List.of("rundll32", "url.dll,FileProtocolHandler", page);
    }
    if (name.startsWith("mac")) {
      return List.of("open", page);
    }
    boolean hasWindows =
        environment.containsKey("DISPLAY") || environment.containsKey("WAYLAND_DISPLAY");
    return hasWindows ? List.of("xdg-open", page) : List.of();
  }

  private static boolean run(List<String> line) throws InterruptedException {
    try {
      Process opener =
          new ProcessBuilder(line)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      return !opener.waitFor(LIMIT.toMillis(), TimeUnit.MILLISECONDS) || opener.exitValue() == 0;
    } catch (IOException noSuchProgram) {
      return false;
    }
  }
}
