// SPDX-License-Identifier: Apache-2.0
package loosethreads.session;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writing where a learner's work is: a whole file or none, and over nothing that is not kept. */
public final class SafeFile {
  /** A file under way: its name, and the process that writes it. */
  private static final Pattern TEMPORARY = Pattern.compile("\\.(.+)\\.(\\d{1,18})\\.tmp");

  private SafeFile() {}

  /**
   * Puts the text into the file. Whoever reads meanwhile, or after a kill, finds the old text or
   * the new one. If the file is a link, what it leads to is written.
   *
   * @throws FileSystemException if it can't be written; what was there is there still
   */
  public static void write(Path file, String text) throws FileSystemException {
    Path temporary = null;
    try {
      Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
      removeOrphans(target);
      long pid = ProcessHandle.current().pid();
      temporary = target.resolveSibling(".%s.%d.tmp".formatted(target.getFileName(), pid));
      Files.writeString(temporary, text);
      move(temporary, target);
    } catch (IOException e) {
      delete(temporary);
      throw new FileSystemException(file.toString(), null, Reason.why(e));
    }
  }

  /** Quietly: on a read-only file system this fails for files too that are not there. */
  private static void delete(Path file) {
    if (file != null) {
      file.toFile().delete();
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException someNetworkFolders) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** What a kill has left of an earlier write of this file. */
  private static void removeOrphans(Path target) {
    String[] names = target.getParent().toFile().list();
    for (String name : names == null ? new String[0] : names) {
      Matcher temporary = TEMPORARY.matcher(name);
      if (temporary.matches()
          && temporary.group(1).equals(target.getFileName().toString())
          && ProcessHandle.of(Long.parseLong(temporary.group(2))).isEmpty()) {
        delete(target.resolveSibling(name));
      }
    }
  }

  /**
   * Keeps the file's bytes beside it; a folder in its place is moved.
   *
   * @return where it is kept, {@code FILE.backup-1} or the first number that is free
   */
  static Path backUp(Path file) throws FileSystemException {
    return beside(
        file,
        "backup",
        Files.isDirectory(file) ? free -> Files.move(file, free) : free -> Files.copy(file, free));
  }

  /**
   * Moves the file out of the way.
   *
   * @return where it is now, {@code FILE.damaged-1} or the first number that is free
   */
  static Path setAside(Path file) throws FileSystemException {
    return beside(file, "damaged", free -> Files.move(file, free));
  }

  /**
   * Writes a text beside the file.
   *
   * @return where, {@code FILE.new-1} or the first number that is free
   */
  static Path writeBeside(Path file, String text) throws FileSystemException {
    return beside(
        file, "new", free -> Files.writeString(free, text, StandardOpenOption.CREATE_NEW));
  }

  /** Makes a file, and fails if there is one. */
  private interface Making {
    void make(Path file) throws IOException;
  }

  private static Path beside(Path file, String what, Making making) throws FileSystemException {
    for (int number = 1; ; number++) {
      Path free = file.resolveSibling("%s.%s-%d".formatted(file.getFileName(), what, number));
      try {
        making.make(free);
        return free;
      } catch (FileAlreadyExistsException taken) {
        // then the next number
      } catch (IOException e) {
        delete(free); // half of it, when the disk is full
        throw new FileSystemException(free.toString(), null, Reason.why(e));
      }
    }
  }
}
