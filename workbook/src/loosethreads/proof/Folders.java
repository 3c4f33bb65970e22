// SPDX-License-Identifier: Apache-2.0
package loosethreads.proof;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/** Removing what we made. */
public final class Folders {
  private Folders() {}

  /** Deletes the folder with all that is in it; what can't be deleted stays, without a word. */
  public static void delete(Path folder) {
    try {
      Files.walkFileTree(folder, new Deleting());
    } catch (IOException notThere) {
      // gone already
    }
  }

  private static final class Deleting extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      return delete(file);
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException unreadable) {
      return delete(file);
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, IOException incomplete) {
      return delete(folder);
    }

    private static FileVisitResult delete(Path path) {
      path.toFile().delete();
      return FileVisitResult.CONTINUE;
    }
  }
}
