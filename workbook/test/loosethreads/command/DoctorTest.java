// SPDX-License-Identifier: Apache-2.0
package loosethreads.command;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import loosethreads.command.Tools.Ended;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** What {@code doctor} finds, where all is well and where it is not. */
@ResourceLock("processes") // so that they do not slow each other down
class DoctorTest {
  @TempDir private Path folder;
  private Path here;
  private Path temporary;
  private Tools tools;

  @BeforeEach
  void make() throws IOException {
    here = Files.createDirectory(folder.resolve("here"));
    temporary = Files.createDirectory(folder.resolve("temporary"));
    tools = new Tools(here, temporary, Files.createDirectory(folder.resolve("lesson")));
  }

  @Test
  void doctor_has_a_line_for_each_thing_and_leaves_nothing() throws Exception {
    List<Path> before = Tools.entries(here);
    Ended ended = tools.tool("doctor");
    assertAll(
        ended.said(),
        () -> assertEquals(0, ended.status()),
        () ->
            assertTrue(ended.said().lines().allMatch(l -> l.matches("(ok|note) +[a-zJ ]+: .+\\."))),
        () -> assertTrue(ended.said().contains("threads in a child: virtual ones are seen; a JVM")),
        () -> assertTrue(ended.said().contains("threads in a test: virtual ones are seen")),
        () -> assertEquals(before, Tools.entries(here)),
        () -> assertEquals(List.of(), Tools.entries(temporary)));
  }

  @Test
  void doctor_names_a_full_folder_for_temporary_files_as_a_problem() throws Exception {
    Ended ended = tools.mounted("size=64k", "doctor");
    assertEquals(2, ended.status(), ended.said());
    assertTrue(
        ended.said().contains("problem  temporary files: can't use the folder"), ended.said());
    assertTrue(ended.said().contains("ok       loopback: "), ended.said());
  }

  @Test
  void doctor_says_what_to_do_when_virtual_threads_are_hidden() throws Exception {
    List<String> line = tools.line("doctor");
    line.add(1, "-Djdk.trackAllThreads=false");
    Ended ended = tools.ended(line);
    assertEquals(2, ended.status(), ended.said());
    assertTrue(ended.said().contains("problem  threads in a test: This JVM hides"), ended.said());
    assertTrue(ended.said().contains("Remove the option and run again.\n"), ended.said());
  }
}
