// SPDX-License-Identifier: Apache-2.0
package loosethreads.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import loosethreads.proof.Folders;

/**
 * A temporary folder that goes with us: at {@link #close}, at Ctrl-C or SIGTERM, and after a
 * SIGKILL at the next start.
 */
final class Scratch implements AutoCloseable {
  private static final Pattern NAME = Pattern.compile("loose-threads-(\\d+)-.*");

  private final Path folder;
  private final Thread atExit;

  /**
   * @throws IOException if the folder for temporary files can't be written to
   */
  Scratch() throws IOException {
    Path parent = Path.of(System.getProperty("java.io.tmpdir"));
    removeOrphans(parent);
    long pid = ProcessHandle.current().pid();
    try {
      folder = Files.createTempDirectory(parent, "loose-threads-" + pid + "-");
    } catch (IOException e) {
      throw new IOException("can't write to the folder for temporary files, " + parent, e);
    }
    atExit = new Thread(this::endAndDelete, "loose-threads-scratch");
    Runtime.getRuntime().addShutdownHook(atExit);
  }

  /** A new folder in it. */
  Path folder(String name) throws IOException {
    return Files.createTempDirectory(folder, name + "-");
  }

  /** What still runs there would write into it again. */
  private void endAndDelete() {
    ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
    Folders.delete(folder);
  }

  private static void removeOrphans(Path parent) {
    try (Stream<Path> entries = Files.list(parent)) {
      entries.filter(Scratch::isOrphan).forEach(Folders::delete);
    } catch (IOException unreadable) {
      // then there is nothing of ours that could be removed
    }
  }

  private static boolean isOrphan(Path entry) {
    Matcher name = NAME.matcher(entry.getFileName().toString());
    return name.matches() && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty();
  }

  @Override
  public void close() {
    Folders.delete(folder);
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException alreadyEnding) {
      // the hook runs: it has nothing left to delete
    }
  }
}
