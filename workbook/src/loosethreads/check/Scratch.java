// SPDX-License-Identifier: Apache-2.0
package loosethreads.check;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import loosethreads.proof.Folders;
import loosethreads.proof.Within;

/**
 * A temporary folder that goes with us: at {@link #close}, at Ctrl-C or SIGTERM, and after a
 * SIGKILL at the next start.
 */
public final class Scratch implements AutoCloseable {
  private static final Pattern NAME = Pattern.compile("loose-threads-(\\d+)-.*");

  /** A check needs less than 1 MB; in bytes. */
  private static final long ROOM = 10L << 20;

  /** The work that is still under way may write a file, or start a process, in between. */
  private static final Duration DELETING = Duration.ofSeconds(5);

  private final Path folder;
  private final Duration patience;
  private final Thread atExit;
  private final Set<Folder> inUse = ConcurrentHashMap.newKeySet();
  private volatile boolean ending;

  /** A folder for one piece of work, and the thread that does it, whose children run in it. */
  public final class Folder implements AutoCloseable {
    private final Path path;
    private final Thread worker;

    private Folder(Path path, Thread worker) {
      this.path = path;
      this.worker = worker;
    }

    public Path path() {
      return path;
    }

    @Override
    public void close() {
      Folders.delete(path);
      inUse.remove(this);
    }
  }

  /**
   * @throws IOException if the folder for temporary files can't be written to, or is full
   */
  public Scratch() throws IOException {
    this(Within.seconds(1));
  }

  /**
   * @param patience what those who work here get to end by themselves, when this process ends
   * @throws IOException if the folder for temporary files can't be written to, or is full
   */
  Scratch(Duration patience) throws IOException {
    this.patience = patience;
    Path parent = Path.of(System.getProperty("java.io.tmpdir"));
    removeOrphans(parent);
    long pid = ProcessHandle.current().pid();
    try {
      mustHaveRoom(Files.getFileStore(parent));
      folder = Files.createTempDirectory(parent, "loose-threads-" + pid + "-");
    } catch (IOException e) {
      throw new IOException(
          "can't use the folder for temporary files, "
              + parent
              + " (another: JAVA_TOOL_OPTIONS=-Djava.io.tmpdir=FOLDER)",
          e);
    }
    atExit = new Thread(this::endAndDelete, "loose-threads-scratch");
    Runtime.getRuntime().addShutdownHook(atExit);
  }

  private static void mustHaveRoom(FileStore store) throws IOException {
    if (store.getUsableSpace() < ROOM) {
      throw new IOException(
          "only %,d kB are left there".formatted(Math.max(0, store.getUsableSpace()) >> 10));
    }
  }

  /** A new folder in it, for work that the calling thread is about to do. */
  public Folder folder(String name) throws IOException {
    return folder(name, Thread.currentThread());
  }

  /** A new folder in it, for work that the given thread is about to do. */
  Folder folder(String name, Thread worker) throws IOException {
    var made = new Folder(Files.createTempDirectory(folder, name + "-"), worker);
    inUse.add(made);
    if (ending) {
      worker.interrupt();
    }
    return made;
  }

  /** Whoever works here ends its children itself: it knows those that no longer seem to be ours. */
  private void endAndDelete() {
    ending = true;
    inUse.forEach(f -> f.worker.interrupt());
    awaitQuietly(patience, inUse::isEmpty);
    awaitQuietly(
        DELETING,
        () -> {
          ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
          return isDeleted();
        });
  }

  /** Once it is gone, nobody can make anything in it. */
  private boolean isDeleted() {
    Folders.delete(folder);
    return Files.notExists(folder);
  }

  private static void awaitQuietly(Duration limit, Within.Condition condition) {
    try {
      Within.await(limit, condition);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Exception neverMind) {
      // what follows does not need the answer
    }
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
    awaitQuietly(DELETING, this::isDeleted);
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException alreadyEnding) {
      // the hook runs: it has nothing left to delete
    }
  }
}
