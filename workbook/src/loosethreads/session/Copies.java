// SPDX-License-Identifier: Apache-2.0
package loosethreads.session;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import loosethreads.lesson.Lesson;
import loosethreads.lesson.Lessons;
import loosethreads.lesson.Tags;
import loosethreads.lesson.Workspace;

/** The copies of the lessons in a workspace, and what the workbook has changed since. */
public final class Copies {
  /** What an update did about a program. */
  public enum Done {
    /** Nothing: the broken program is what it was, or the learner has the new one. */
    NOTHING,
    /** There was no file. */
    ADDED,
    /** The learner had not edited it, so the new one is in its place. */
    REPLACED,
    /** The learner has edited it, so the new one is beside it. */
    KEPT,
    /** It is not known what it was copied from; the one of this workbook is beside it. */
    UNKNOWN
  }

  /**
   * What an update found and did for a lesson.
   *
   * @param beside the backup of a program that was REPLACED; the new program if one was KEPT or is
   *     UNKNOWN; else empty
   */
  public record Updated(
      Lesson lesson,
      Done program,
      Optional<Path> beside,
      boolean proofsChanged,
      boolean chapterChanged) {
    /** Whether the lesson is what it was. */
    public boolean isNothingNew() {
      return program == Done.NOTHING && !proofsChanged && !chapterChanged;
    }
  }

  /**
   * An update.
   *
   * @param setAside where the file is now that says what was copied, if it was damaged
   */
  public record Update(List<Updated> lessons, Optional<Path> setAside) {
    public Update {
      lessons = List.copyOf(lessons);
    }
  }

  private final Workspace workspace;
  private final Lessons lessons;
  private final Notes<Copied> notes;

  public Copies(Workspace workspace, Lessons lessons) {
    this.workspace = workspace;
    this.lessons = lessons;
    notes = Copied.notes(workspace.memory());
  }

  /**
   * Makes the folder a workspace. A file that exists is left as it is.
   *
   * @return the files that were written
   */
  public static List<Path> make(Path root, Lessons lessons) throws IOException {
    List<Path> written = Workspace.create(root, lessons);
    Workspace workspace = new Workspace(root);
    // What was there before, nobody knows what it was copied from.
    List<Lesson> copied =
        lessons.all().stream()
            .filter(lesson -> written.contains(workspace.program(lesson)))
            .toList();
    if (!copied.isEmpty()) {
      new Copies(workspace, lessons).note(copied);
    }
    return written;
  }

  /** Remembers that these lessons have just been copied. */
  private void note(List<Lesson> copied) throws IOException {
    Map<String, Copied> rows = new TreeMap<>(notes.read().rows());
    copied.forEach(lesson -> rows.put(lesson.folder(), Copied.now(lesson, lessons)));
    notes.write(rows);
  }

  /** Brings the workspace up to this workbook; in the place of an edited program it puts none. */
  public Update update() throws IOException {
    Notes.Read<Copied> before = notes.read();
    List<Updated> all = new ArrayList<>();
    for (Lesson lesson : lessons.all()) {
      all.add(update(lesson, Optional.ofNullable(before.rows().get(lesson.folder()))));
    }
    note(lessons.all());
    return new Update(all, before.setAside());
  }

  private Updated update(Lesson lesson, Optional<Copied> before) throws IOException {
    Copied now = Copied.now(lesson, lessons);
    Path file = workspace.program(lesson);
    String broken = Tags.removed(lessons.broken(lesson));
    Done done = decide(file, before, now);
    Optional<Path> beside =
        switch (done) {
          case NOTHING, ADDED -> Optional.empty();
          case REPLACED -> Optional.of(SafeFile.backUp(file));
          case KEPT, UNKNOWN -> Optional.of(SafeFile.writeBeside(file, broken));
        };
    if (done == Done.ADDED || done == Done.REPLACED) {
      Files.createDirectories(file.getParent());
      SafeFile.write(file, broken);
    }
    return new Updated(
        lesson,
        done,
        beside,
        before.isPresent() && !before.get().proofs().equals(now.proofs()),
        before.isPresent() && !before.get().chapter().equals(now.chapter()));
  }

  private static Done decide(Path file, Optional<Copied> before, Copied now) throws IOException {
    if (!Files.exists(file)) {
      return Done.ADDED;
    }
    String mine = digest(file);
    if (mine.equals(now.program())) {
      return Done.NOTHING;
    }
    if (before.isEmpty()) {
      return Done.UNKNOWN;
    }
    String old = before.get().program();
    if (old.equals(now.program())) {
      return Done.NOTHING;
    }
    return mine.equals(old) ? Done.REPLACED : Done.KEPT;
  }

  /** Of no text, an empty one: it is none that was ever copied. */
  private static String digest(Path file) throws IOException {
    try {
      return Digest.of(Files.readString(file));
    } catch (CharacterCodingException edited) {
      return "";
    }
  }
}
