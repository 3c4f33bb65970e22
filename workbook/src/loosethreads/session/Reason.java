// SPDX-License-Identifier: Apache-2.0
package loosethreads.session;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;
import java.util.Objects;

/** Why a file could not be read or written, for people. */
public final class Reason {
  private Reason() {}

  /** The file, and what is wrong with it, as part of a sentence. */
  public static String of(IOException e) {
    return e instanceof FileSystemException file ? file.getFile() + " (" + why(e) + ")" : why(e);
  }

  /** What is wrong, without the file. */
  static String why(IOException e) {
    String said =
        switch (e) {
          case FileSystemException file when file.getReason() == null -> kind(file);
          case FileSystemException file -> file.getReason().toLowerCase(Locale.ROOT);
          default -> Objects.toString(e.getMessage(), e.getClass().getSimpleName()).strip();
        };
    return e.getCause() instanceof IOException cause && !said.contains(why(cause))
        ? said + ": " + of(cause)
        : said;
  }

  /** The exceptions that say by their class alone what is wrong. */
  private static String kind(FileSystemException e) {
    return switch (e) {
      case NoSuchFileException _ -> "there is no such file or folder";
      case AccessDeniedException _ -> "permission denied";
      case FileAlreadyExistsException _ -> "a file is in the way";
      default -> e.getClass().getSimpleName();
    };
  }
}
