// SPDX-License-Identifier: Apache-2.0
package loosethreads.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import loosethreads.SmallLesson;
import loosethreads.command.Terminal.Said;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A workspace, and a workbook that is newer. */
class UpdateTest {
  private static final String NOTHING_NEW =
      "Nothing new: your copies are from lessons as they are in this workbook.\n";
  private static final String NEWER = SmallLesson.BROKEN.replace("loose", "looser");

  @TempDir private Path folder;
  private SmallLesson small;
  private Path workspace;
  private Path program;
  private String old;

  @BeforeEach
  void init() throws IOException {
    small = new SmallLesson(folder.resolve("checkout"));
    workspace = Files.createDirectory(folder.resolve("mine"));
    new Terminal(small.lessons(), workspace).type("init", ".");
    program = workspace.resolve("lesson1/Lesson1.java");
    old = Files.readString(program);
  }

  @Test
  void of_the_same_workbook_nothing_is_new_and_an_edited_program_stays() throws IOException {
    Files.writeString(program, "mine");
    assertEquals(new Said(0, NOTHING_NEW, ""), update());
    assertEquals("mine", Files.readString(program));
    assertEquals(List.of("Lesson1.java"), files());
  }

  @Test
  void an_edited_program_stays_and_the_new_one_is_beside_it() throws IOException {
    Files.writeString(program, "mine");
    small.write("lessons/lesson1/Lesson1.java", NEWER);
    Files.writeString(program.resolveSibling("Lesson1.java.new-1"), "mine too");
    assertEquals(
        new Said(
            0,
            """
            Lesson 1  Small
              lesson1/Lesson1.java is yours, as it was. The new broken program is \
            lesson1/Lesson1.java.new-2.
            """,
            ""),
        update());
    assertEquals("mine", Files.readString(program));
    assertEquals("mine too", Files.readString(program.resolveSibling("Lesson1.java.new-1")));
    assertEquals(newer(), Files.readString(program.resolveSibling("Lesson1.java.new-2")));
    assertEquals(new Said(0, NOTHING_NEW, ""), update());
  }

  @Test
  void a_program_that_was_not_edited_is_replaced_and_kept() throws IOException {
    Files.writeString(program, old.replace("\n", "\r\n")); // as git or an editor may do
    small.write("lessons/lesson1/Lesson1.java", NEWER);
    assertEquals(
        new Said(
            0,
            """
            Lesson 1  Small
              lesson1/Lesson1.java is new: you had not edited it. The old one is \
            lesson1/Lesson1.java.backup-1.
            """,
            ""),
        update());
    assertEquals(newer(), Files.readString(program));
    assertEquals(
        old.replace("\n", "\r\n"),
        Files.readString(program.resolveSibling("Lesson1.java.backup-1")));
    assertEquals(new Said(0, NOTHING_NEW, ""), update());
  }

  @Test
  void new_proofs_and_a_new_chapter_are_named() throws IOException {
    small.write("lessons/lesson1/Lesson1Proofs.java", "// others");
    Path chapter = folder.resolve("checkout/lessons/lesson1/lesson.adoc");
    small.write("lessons/lesson1/lesson.adoc", Files.readString(chapter) + "More.\n");
    assertEquals(
        new Said(
            0,
            """
            Lesson 1  Small
              Its proofs have changed. Check your program again.
              Its chapter has changed.
              New proofs:       workbook check N
            """,
            ""),
        update());
    assertEquals(old, Files.readString(program));
  }

  @Test
  void a_lesson_that_is_new_is_added() throws IOException {
    Files.delete(program);
    Files.delete(program.getParent());
    assertEquals(new Said(0, "Lesson 1  Small\n  lesson1/Lesson1.java is new.\n", ""), update());
    assertEquals(old, Files.readString(program));
  }

  @Test
  void of_a_workspace_that_noted_nothing_every_program_is_kept() throws IOException {
    Files.delete(workspace.resolve(".loose-threads/copied.txt"));
    Files.writeString(program, "mine");
    Said said = update();
    assertTrue(said.out().contains("lesson1/Lesson1.java may be yours, and is as it was."));
    assertEquals("mine", Files.readString(program));
    assertEquals(old, Files.readString(program.resolveSibling("Lesson1.java.new-1")));
    assertEquals(new Said(0, NOTHING_NEW, ""), update());
  }

  @Test
  void a_damaged_note_is_set_aside_and_said_and_nothing_is_replaced() throws IOException {
    Path note = workspace.resolve(".loose-threads/copied.txt");
    Files.writeString(note, "lesson1 0123");
    small.write("lessons/lesson1/Lesson1.java", NEWER);
    Said said = update();
    assertEquals(
        "What says which programs you edited was damaged. It is %s now.\n"
            .formatted(Path.of(".loose-threads/copied.txt.damaged-1")),
        said.err());
    assertEquals(0, said.status());
    assertEquals(old, Files.readString(program));
    assertEquals("lesson1 0123", Files.readString(note.resolveSibling("copied.txt.damaged-1")));
  }

  @Test
  void init_notes_nothing_of_a_program_that_it_did_not_copy() throws IOException {
    Path other = Files.createDirectories(folder.resolve("other"));
    Files.createDirectory(other.resolve("lesson1"));
    Files.writeString(other.resolve("lesson1/Lesson1.java"), old);
    new Terminal(small.lessons(), other).type("init", ".");
    small.write("lessons/lesson1/Lesson1.java", NEWER);
    new Terminal(small.lessons(), other).type("update");
    assertEquals(old, Files.readString(other.resolve("lesson1/Lesson1.java")));
  }

  private Said update() {
    return new Terminal(small.lessons(), workspace).type("update");
  }

  private static String newer() {
    return NEWER.replaceAll(".*(tag|end)::.*\n", "");
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(program.getParent())) {
      return files.map(f -> f.getFileName().toString()).sorted().toList();
    }
  }
}
