// SPDX-License-Identifier: Apache-2.0
package loosethreads.session;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import loosethreads.check.Verdict;
import loosethreads.lesson.Lesson;
import loosethreads.lesson.Lessons;
import loosethreads.lesson.Tags;
import loosethreads.lesson.Workspace;

/** A learner at work in a workspace: what was checked, what comes next, and a new start. */
public final class Session {
  private final Workspace workspace;
  private final Lessons lessons;
  private final Notes<Checked> notes;
  private final Map<String, Checked> checked;

  /** What of that is not in the file, for it could not be written. */
  private final Map<String, Checked> unwritten;

  private final Optional<String> trouble;

  private Session(
      Workspace workspace,
      Lessons lessons,
      Notes<Checked> notes,
      Map<String, Checked> checked,
      Map<String, Checked> unwritten,
      Optional<String> trouble) {
    this.workspace = workspace;
    this.lessons = lessons;
    this.notes = notes;
    this.checked = checked;
    this.unwritten = unwritten;
    this.trouble = trouble;
  }

  /** Reads what the workspace remembers; if that can't be read, nothing counts as checked. */
  public static Session in(Workspace workspace, Lessons lessons) {
    Notes<Checked> notes = Checked.notes(workspace.memory());
    try {
      Notes.Read<Checked> read = notes.read();
      return new Session(workspace, lessons, notes, read.rows(), Map.of(), damage(notes, read));
    } catch (IOException e) {
      String said = "Can't read what was checked: " + Reason.of(e) + ".";
      return new Session(workspace, lessons, notes, Map.of(), Map.of(), Optional.of(said));
    }
  }

  private static Optional<String> damage(Notes<Checked> notes, Notes.Read<Checked> read) {
    return read.setAside()
        .map(
            aside ->
                "%s was damaged, so nothing counts as checked. It is %s now."
                    .formatted(notes.file(), aside.getFileName()));
  }

  /** A sentence for the user, if what is remembered could not be read, or not be written down. */
  public Optional<String> trouble() {
    return trouble;
  }

  public Workspace workspace() {
    return workspace;
  }

  /** How the program stands, whose text this is. */
  public Standing standing(Lesson lesson, String program) {
    Checked last = checked.get(lesson.folder());
    return last == null
        ? new Standing(Optional.empty(), false, false)
        : new Standing(
            Optional.of(last.verdict()),
            !last.program().equals(Digest.of(program)),
            !last.proofs().equals(Digest.of(lessons.proofs(lesson))));
  }

  /** Whether the learner has ever passed the lesson. */
  public boolean hasPassed(Lesson lesson) {
    return checked.containsKey(lesson.folder()) && checked.get(lesson.folder()).passedOnce();
  }

  /**
   * Remembers a check. Of two checks that end in the same instant one may be forgotten.
   *
   * @param program the text that was checked
   * @return the session as it is now; if that can't be written down, it knows it all the same, and
   *     its {@link #trouble} says so
   */
  public Session record(Lesson lesson, String program, Verdict verdict) {
    boolean passes = verdict == Verdict.PASS;
    var last = new Checked(verdict, Digest.of(program), Digest.of(lessons.proofs(lesson)), passes);
    Map<String, Checked> own = with(unwritten, Map.of(lesson.folder(), last));
    try {
      Notes.Read<Checked> read = notes.read(); // others may have written
      Map<String, Checked> rows = with(read.rows(), own);
      notes.write(rows);
      return new Session(workspace, lessons, notes, rows, Map.of(), damage(notes, read));
    } catch (IOException e) {
      String said = "Can't write down that verdict: " + Reason.of(e) + ".";
      return new Session(workspace, lessons, notes, with(checked, own), own, Optional.of(said));
    }
  }

  private static Map<String, Checked> with(Map<String, Checked> rows, Map<String, Checked> own) {
    Map<String, Checked> all = new TreeMap<>(rows);
    own.forEach((folder, row) -> all.merge(folder, row, Checked::then));
    return all;
  }

  /** The first lesson that the learner's program, as it is, has not passed. */
  public Optional<Lesson> next() {
    return lessons.all().stream().filter(lesson -> !passes(lesson)).findFirst();
  }

  /**
   * The first one like that, but another one; if there is none, the one that follows, in a circle.
   */
  public Lesson nextAfter(Lesson lesson) {
    return next()
        .filter(next -> !next.equals(lesson))
        .or(() -> lessons.find(lesson.number() + 1))
        .orElse(lessons.all().getFirst());
  }

  private boolean passes(Lesson lesson) {
    try {
      return standing(lesson, Files.readString(workspace.program(lesson))).passes();
    } catch (IOException unreadable) {
      return false;
    }
  }

  /** Whether the learner's file is the broken program, byte for byte. */
  public boolean isBrokenProgram(Lesson lesson) throws IOException {
    Path file = workspace.program(lesson);
    return Files.isRegularFile(file)
        && Arrays.equals(Files.readAllBytes(file), broken(lesson).getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Puts the broken program in the place of the learner's.
   *
   * @return where the learner's is kept; empty if there was none
   */
  public Optional<Path> reset(Lesson lesson) throws IOException {
    Path file = workspace.program(lesson);
    Optional<Path> backup =
        Files.exists(file) ? Optional.of(SafeFile.backUp(file)) : Optional.empty();
    Files.createDirectories(file.getParent());
    SafeFile.write(file, broken(lesson));
    return backup;
  }

  private String broken(Lesson lesson) {
    return Tags.removed(lessons.broken(lesson));
  }
}
