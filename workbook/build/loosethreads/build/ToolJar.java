// SPDX-License-Identifier: Apache-2.0
package loosethreads.build;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import loosethreads.proof.Folders;

/**
 * The tool in a jar, as its users have it. What its JVMs learn they keep beside the jar, and it
 * holds for as long as the jar stays the same.
 */
final class ToolJar {
  private ToolJar() {}

  /** Puts the classes into the jar; removes it first, with its folder, if it has others. */
  static void write(Path classes, Path jar) throws IOException {
    byte[] bytes = packed(classes);
    if (Files.exists(jar) && Arrays.equals(bytes, Files.readAllBytes(jar))) {
      return;
    }
    Folders.delete(jar.getParent());
    Files.createDirectories(jar.getParent());
    Files.write(jar, bytes);
  }

  private static byte[] packed(Path classes) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(classes)) {
      files = all.filter(Files::isRegularFile).sorted().toList();
    }
    var bytes = new ByteArrayOutputStream();
    try (var out = new JarOutputStream(bytes)) {
      for (Path file : files) {
        ZipEntry entry = new ZipEntry(Sources.relative(classes, file));
        entry.setTime(0);
        out.putNextEntry(entry);
        out.write(Files.readAllBytes(file));
      }
    }
    return bytes.toByteArray();
  }
}
