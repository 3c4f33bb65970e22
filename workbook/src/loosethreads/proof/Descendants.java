// SPDX-License-Identifier: Apache-2.0
package loosethreads.proof;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * The processes that a child has started. Those whose parent has ended no longer count as its
 * descendants, so all carry a mark in their environment, which Linux shows; and most stay in the
 * folder that they were started in.
 */
final class Descendants {
  private static final String VARIABLE = "LOOSE_THREADS_RUN";
  private static final Path PROC = Path.of("/proc");

  /** Rounds of killing: a process may be about to start another when it is found. */
  private static final int ROUNDS = 20;

  private static final long PAUSE_NANOS = 5_000_000;

  private final String mark;
  private final Path folder;

  private Descendants(String mark, Path folder) {
    this.mark = mark;
    this.folder = folder;
  }

  /**
   * Marks what is about to be started, in a folder of its own; nested runs keep the outer mark
   * beside their own.
   */
  static Descendants marked(ProcessBuilder builder, String token) {
    return marked(builder, token, builder.directory().toPath());
  }

  /** Marks what is about to be started anywhere; what has its own folder there counts too. */
  static Descendants marked(ProcessBuilder builder, String token, Path folder) {
    builder.environment().merge(VARIABLE, token, (outer, own) -> outer + "," + own);
    return new Descendants(token, folder.toAbsolutePath());
  }

  /** Kills the process and all that it has started. */
  void kill(Process process) {
    List<ProcessHandle> known = process.descendants().toList();
    process.destroyForcibly();
    known.forEach(ProcessHandle::destroyForcibly);
    for (int round = 0; round < ROUNDS; round++) {
      List<ProcessHandle> adopted = adopted();
      if (adopted.isEmpty()) {
        return;
      }
      adopted.forEach(ProcessHandle::destroyForcibly);
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  private List<ProcessHandle> adopted() {
    if (!Files.isDirectory(PROC)) {
      return List.of();
    }
    try (Stream<Path> processes = Files.list(PROC)) {
      return processes
          .filter(p -> p.getFileName().toString().chars().allMatch(Character::isDigit))
          .filter(p -> carriesMark(p) || isInFolder(p))
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

  /** One that was given an environment without the mark. */
  private boolean isInFolder(Path process) {
    try {
      return Files.readSymbolicLink(process.resolve("cwd")).startsWith(folder);
    } catch (IOException endedOrNotOurs) {
      return false;
    }
  }
}
