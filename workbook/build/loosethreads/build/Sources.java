// SPDX-License-Identifier: Apache-2.0
package loosethreads.build;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The files of a checkout. */
final class Sources {
  private Sources() {}

  /** The Java files in the folder and below, sorted. */
  static Stream<Path> java(Path folder) {
    return files(folder).filter(f -> f.toString().endsWith(".java"));
  }

  /** All files in the folder and below, sorted. */
  static Stream<Path> files(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Stream<Path> all(Path root) {
    return Stream.of("workbook", "lessons", "solutions").flatMap(f -> java(root.resolve(f)));
  }

  /** As messages and lists write it, on every system. */
  static String relative(Path folder, Path file) {
    return folder.relativize(file).toString().replace(File.separatorChar, '/');
  }
}
