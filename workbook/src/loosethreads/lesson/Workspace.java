// SPDX-License-Identifier: Apache-2.0
package loosethreads.lesson;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A folder with the learner's own copies of the lessons: a workspace, or a checkout. */
public final class Workspace {
  /** The file by which a workspace is known. */
  public static final String MARKER = "loose-threads.txt";

  private static final String ABOUT =
      """
      This folder is a Loose Threads workspace: lesson1, lesson2, … hold your programs.

      Each LessonN.java is broken in one way. Mend it, and check it:

          jbang workbook@catalog check N

      The tool overwrites nothing of yours: where it puts another program in the place of one,
      it keeps the old one beside it first. What it remembers is in the folder .loose-threads.
      """;

  private final Path root;
  private final Path lessons;

  /** The one that has its uppermost folder here, or will have. */
  public Workspace(Path root) {
    this(root, root);
  }

  private Workspace(Path root, Path lessons) {
    this.root = root;
    this.lessons = lessons;
  }

  /** The workspace or checkout that the folder is in, if it is in one. */
  public static Optional<Workspace> around(Path folder) {
    return Stream.iterate(folder.toAbsolutePath().normalize(), f -> f != null, Path::getParent)
        .flatMap(f -> at(f).stream())
        .findFirst();
  }

  private static Optional<Workspace> at(Path folder) {
    if (Files.isRegularFile(folder.resolve(MARKER))) {
      return Optional.of(new Workspace(folder));
    }
    boolean isCheckout =
        Files.isRegularFile(folder.resolve("jbang-catalog.json"))
            && Files.isRegularFile(folder.resolve("workbook/Workbook.java"));
    return isCheckout
        ? Optional.of(new Workspace(folder, folder.resolve("lessons")))
        : Optional.empty();
  }

  /** Whether it is a checkout, where git keeps the broken programs. */
  public boolean isCheckout() {
    return !lessons.equals(root);
  }

  /**
   * For what puts one program in the place of another.
   *
   * @throws IllegalStateException if it is a checkout
   */
  public void mustBeOfCopies() {
    if (isCheckout()) {
      throw new IllegalStateException(
          "%s is a clone of the project, and git keeps its programs: see 'git help restore'."
              .formatted(root));
    }
  }

  /** Its uppermost folder. */
  public Path root() {
    return root;
  }

  /** Where the tool keeps what it remembers of it; the folder may not be there yet. */
  public Path memory() {
    return root.resolve(".loose-threads");
  }

  /** Where the learner's program of the lesson is, or would be. */
  public Path program(Lesson lesson) {
    return lessons.resolve(lesson.folder()).resolve(lesson.fileName());
  }

  /**
   * Makes the folder a workspace. A file that exists is left as it is.
   *
   * @return the files that were written
   */
  public static List<Path> create(Path folder, Lessons lessons) throws IOException {
    List<Path> written = new ArrayList<>();
    Workspace workspace = new Workspace(folder);
    for (Lesson lesson : lessons.all()) {
      Path program = workspace.program(lesson);
      Files.createDirectories(program.getParent());
      writeNew(program, Tags.removed(lessons.broken(lesson)), written);
    }
    writeNew(folder.resolve(MARKER), ABOUT, written);
    return written;
  }

  private static void writeNew(Path file, String text, List<Path> written) throws IOException {
    try {
      Files.writeString(file, text, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      written.add(file);
    } catch (FileAlreadyExistsException learnersOwn) {
      return;
    } catch (IOException e) {
      if (!written.contains(file)) {
        Files.deleteIfExists(file); // half of it, when the disk is full
      }
      throw e instanceof FileSystemException
          ? e
          : new FileSystemException(file.toString(), null, e.getMessage());
    }
  }
}
