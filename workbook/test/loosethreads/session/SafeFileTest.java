// SPDX-License-Identifier: Apache-2.0
package loosethreads.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Whatever happens during a write, a learner has the old text or the new one. */
class SafeFileTest {
  private static final String OLD = "old\n".repeat(20_000);
  private static final String NEW = "new\n".repeat(30_000);

  /** More than any system gives to a process. */
  private static final long NO_PROCESS = 999_999_999;

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void write() throws IOException {
    file = Files.writeString(folder.resolve("file.txt"), OLD);
  }

  @Test
  void whoever_reads_during_a_write_finds_one_text_whole() throws Exception {
    CountDownLatch reads = new CountDownLatch(200);
    try (ExecutorService executor = Executors.newSingleThreadExecutor()) {
      Future<?> writer =
          executor.submit(
              () -> {
                for (boolean old = false; reads.getCount() > 0; old = !old) {
                  SafeFile.write(file, old ? OLD : NEW);
                }
                return null;
              });
      try {
        for (; reads.getCount() > 0; reads.countDown()) {
          String text = Files.readString(file);
          assertTrue(text.equals(OLD) || text.equals(NEW), () -> text.length() + " characters");
        }
      } finally {
        while (reads.getCount() > 0) {
          reads.countDown();
        }
      }
      writer.get();
    }
  }

  @Test
  void after_a_kill_before_the_move_the_old_text_is_there_and_the_next_write_clears_up()
      throws IOException {
    Path half = Files.writeString(folder.resolve(".file.txt.%d.tmp".formatted(NO_PROCESS)), "ne");
    Path others = folder.resolve(".other.txt.%d.tmp".formatted(NO_PROCESS));
    Files.writeString(others, "of another file");
    assertEquals(OLD, Files.readString(file));
    SafeFile.write(file, NEW);
    assertEquals(NEW, Files.readString(file));
    assertEquals(List.of(others, file), files(), half + " is gone");
  }

  @Test
  void what_another_process_writes_just_now_is_left_to_it() throws IOException {
    Path current = folder.resolve(".file.txt.%d.tmp".formatted(ProcessHandle.current().pid()));
    Path parents = folder.resolve(".file.txt.1.tmp");
    Files.writeString(parents, "under way");
    SafeFile.write(file, NEW);
    assertEquals(ProcessHandle.of(1).isPresent(), Files.exists(parents));
    assertTrue(Files.notExists(current));
  }

  @Test
  void when_the_move_fails_nothing_has_changed_and_nothing_is_left() throws IOException {
    Path taken = Files.createDirectories(folder.resolve("taken/full")).getParent();
    FileSystemException e =
        assertThrows(FileSystemException.class, () -> SafeFile.write(taken, NEW));
    assertEquals(taken.toString(), e.getFile());
    assertEquals(List.of(file, taken), files());
    assertTrue(Files.isDirectory(taken.resolve("full")));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void a_link_stays_one_and_what_it_leads_to_is_written() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link"), file);
    SafeFile.write(link, NEW);
    assertTrue(Files.isSymbolicLink(link));
    assertEquals(NEW, Files.readString(file));
  }

  @Test
  void no_backup_takes_the_place_of_an_older_one() throws IOException {
    Path first = SafeFile.backUp(file);
    Files.writeString(file, NEW);
    Path second = SafeFile.backUp(file);
    assertEquals(
        List.of("file.txt.backup-1", "file.txt.backup-2"),
        Stream.of(first, second).map(f -> f.getFileName().toString()).toList());
    assertEquals(OLD, Files.readString(first));
    assertEquals(NEW, Files.readString(second));
  }

  @Test
  void a_folder_in_the_place_of_a_file_is_kept_with_what_is_in_it() throws IOException {
    Path taken = Files.createDirectory(folder.resolve("taken"));
    Files.writeString(taken.resolve("file"), OLD);
    assertEquals(OLD, Files.readString(SafeFile.backUp(taken).resolve("file")));
    SafeFile.write(taken, NEW);
    assertEquals(NEW, Files.readString(taken));
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }
}
