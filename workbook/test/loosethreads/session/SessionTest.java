// SPDX-License-Identifier: Apache-2.0
package loosethreads.session;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import loosethreads.SmallLesson;
import loosethreads.check.Verdict;
import loosethreads.lesson.Lesson;
import loosethreads.lesson.Workspace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a workspace remembers of its learner's checks. */
class SessionTest {
  private static final String ROW = "lesson1 PASS 0123456789abcdef 0123456789abcdef yes";

  @TempDir private Path folder;
  private SmallLesson small;
  private Lesson lesson;
  private Workspace workspace;
  private Path progress;

  @BeforeEach
  void make() throws IOException {
    small = new SmallLesson(folder.resolve("checkout"));
    lesson = small.lesson();
    workspace = new Workspace(Files.createDirectory(folder.resolve("workspace")));
    progress = workspace.memory().resolve("progress.txt");
  }

  private Session session() {
    return Session.in(workspace, small.lessons());
  }

  @Test
  void a_pass_is_one_for_just_this_program_and_just_these_proofs() throws IOException {
    assertEquals(new Standing(Optional.empty(), false, false), session().standing(lesson, "mine"));
    session().record(lesson, "mine", Verdict.PASS);
    assertTrue(session().standing(lesson, "mine").passes());
    assertTrue(session().standing(lesson, "other").programChanged());
    assertFalse(session().standing(lesson, "other").passes());
    small.write("lessons/lesson1/Lesson1Proofs.java", "// others");
    assertTrue(session().standing(lesson, "mine").proofsChanged());
    assertFalse(session().standing(lesson, "mine").passes());
  }

  @Test
  void line_ends_do_not_make_another_program() throws IOException {
    session().record(lesson, "one\ntwo\n", Verdict.PASS);
    assertTrue(session().standing(lesson, "one\r\ntwo\r\n").passes());
  }

  @Test
  void who_has_passed_once_has_passed_although_a_later_check_fails() throws IOException {
    session().record(lesson, "mine", Verdict.LEAKED);
    assertFalse(session().hasPassed(lesson));
    session().record(lesson, "better", Verdict.PASS);
    session().record(lesson, "worse", Verdict.HUNG);
    assertTrue(session().hasPassed(lesson));
    assertEquals(Optional.of(Verdict.HUNG), session().standing(lesson, "worse").verdict());
  }

  @Test
  void a_check_leaves_what_is_remembered_of_other_lessons() throws IOException {
    write(ROW.replace("lesson1", "lesson9") + "\n");
    session().record(lesson, "mine", Verdict.PASS);
    assertTrue(Files.readAllLines(progress).contains(ROW.replace("lesson1", "lesson9")));
  }

  @Test
  void the_file_says_what_it_is() throws IOException {
    session().record(lesson, "mine", Verdict.PASS);
    List<String> lines = Files.readAllLines(progress);
    assertTrue(lines.getFirst().startsWith("# Loose Threads: "), lines.toString());
    assertTrue(lines.getLast().matches("lesson1 PASS [0-9a-f]{16} [0-9a-f]{16} yes"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "lesson1 PASS 0123456789abcdef 0123",
        "lesson1 PASSED 0123456789abcdef 0123456789abcdef yes",
        "lesson1",
        "\0\0\0\0",
        "<<<<<<< HEAD"
      })
  void a_damaged_file_is_set_aside_and_nothing_counts_as_checked(String line) throws IOException {
    byte[] damaged = write(ROW + "\n" + line);
    Session session = session();
    assertEquals(
        Optional.of(
            progress
                + " was damaged, so nothing counts as checked. It is progress.txt.damaged-1 now."),
        session.trouble());
    assertFalse(session.hasPassed(lesson));
    assertTrue(Files.notExists(progress));
    assertArrayEquals(
        damaged, Files.readAllBytes(progress.resolveSibling("progress.txt.damaged-1")));
    assertEquals(Optional.empty(), session().trouble());
    session.record(lesson, "mine", Verdict.PASS);
    assertTrue(session().hasPassed(lesson));
  }

  @Test
  void a_file_in_another_encoding_is_damaged() throws IOException {
    Files.createDirectories(progress.getParent());
    Files.write(progress, new byte[] {(byte) 0xff, (byte) 0xfe, 0});
    assertTrue(session().trouble().isPresent());
  }

  @Test
  void what_can_not_be_read_is_said_and_is_not_written_over() throws IOException {
    Files.createDirectories(progress.resolve("a folder in its place"));
    String read = session().trouble().orElseThrow();
    assertTrue(read.startsWith("Can't read what was checked: " + progress), read);
    Session session = session().record(lesson, "mine", Verdict.PASS);
    String said = session.trouble().orElseThrow();
    assertTrue(said.startsWith("Can't write down that verdict: " + progress), said);
    assertTrue(Files.isDirectory(progress));
  }

  @Test
  void what_can_not_be_written_down_is_known_and_written_with_the_next_verdict()
      throws IOException {
    Files.createDirectories(progress);
    Session session = session().record(lesson, "mine", Verdict.PASS);
    assertTrue(session.standing(lesson, "mine").passes());
    Files.delete(progress);
    assertEquals(Optional.empty(), session.record(lesson, "worse", Verdict.HUNG).trouble());
    assertTrue(session().hasPassed(lesson));
    assertEquals(Optional.of(Verdict.HUNG), session().standing(lesson, "worse").verdict());
  }

  private byte[] write(String text) throws IOException {
    Files.createDirectories(progress.getParent());
    return Files.readAllBytes(Files.writeString(progress, text));
  }
}
