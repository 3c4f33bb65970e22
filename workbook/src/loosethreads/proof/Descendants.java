// SPDX-License-Identifier: Apache-2.0
package loosethreads.proof;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The processes that a child has started. Those whose parent has ended no longer count as its
 * descendants, so all carry a mark in their environment, which Linux shows.
 */
final class Descendants {
  private static final String VARIABLE = "LOOSE_THREADS_RUN";
  private static final Path PROC = Path.of("/proc");

  private final String mark;

  private Descendants(String mark) {
    this.mark = mark;
  }

  /** Marks what is about to be started; nested runs keep the outer mark beside their own. */
  static Descendants marked(ProcessBuilder builder, String token) {
    builder.environment().merge(VARIABLE, token, (outer, own) -> outer + "," + own);
    return new Descendants(token);
  }

  /** Kills the process and all that it has started. */
  void kill(Process process) {
    List<ProcessHandle> known = process.descendants().toList();
    process.destroyForcibly();
    known.forEach(ProcessHandle::destroyForcibly);
    adopted().forEach(ProcessHandle::destroyForcibly);
  }

  private List<ProcessHandle> adopted() {
    if (!Files.isDirectory(PROC)) {
      return List.of();
    }
    try (Stream<Path> processes = Files.list(PROC)) {
      return processes
          .filter(p -> p.getFileName().toString().chars().allMatch(Character::isDigit))
          .filter(this::carriesMark)
          .map(p -> ProcessHandle.of(Long.parseLong(p.getFileName().toString())))
          .flatMap(Optional::stream)
          .toList();
    } catch (IOException unreadable) {
      return List.of();
    }
  }

  private boolean carriesMark(Path process) {
    try {
      // A byte a character, so that no encoding can fail.
      return Files.readString(process.resolve("environ"), StandardCharsets.ISO_8859_1)
          .contains(mark);
    } catch (IOException endedOrNotOurs) {
      return false;
    }
  }
}
