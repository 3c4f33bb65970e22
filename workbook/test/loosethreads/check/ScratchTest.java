// SPDX-License-Identifier: Apache-2.0
package loosethreads.check;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Nothing of ours stays in the folder for temporary files. */
class ScratchTest {
  @Test
  void it_goes_with_us_and_all_that_is_in_it() throws Exception {
    Path work;
    Path all;
    try (var scratch = new Scratch()) {
      try (Scratch.Folder folder = scratch.folder("a")) {
        work = folder.path();
        all = work.getParent();
        Files.writeString(work.resolve("file"), "text");
      }
      assertFalse(Files.exists(work));
      Files.writeString(all.resolve("file"), "text");
    }
    assertFalse(Files.exists(all));
  }

  @Test
  void what_an_owner_left_that_was_killed_goes_at_the_next_start() throws Exception {
    Process ended = new ProcessBuilder("true").start();
    ended.waitFor();
    Path orphan = folderOf(ended.pid());
    Path ofTheLiving = folderOf(ProcessHandle.current().pid());
    new Scratch().close();
    assertFalse(Files.exists(orphan));
    assertTrue(Files.exists(ofTheLiving));
    Files.delete(ofTheLiving.resolve("file"));
    Files.delete(ofTheLiving);
  }

  private static Path folderOf(long pid) throws Exception {
    Path folder = Files.createTempDirectory("loose-threads-" + pid + "-");
    Files.writeString(folder.resolve("file"), "text");
    return folder;
  }
}
