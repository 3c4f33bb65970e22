// SPDX-License-Identifier: Apache-2.0
package loosethreads.guide;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import loosethreads.check.Scratch;

/**
 * The files that came with the guide's script, in its jar, as a folder that looks like a checkout.
 */
final class Bundle implements AutoCloseable {
  private static final List<String> TOPS =
      List.of("LICENSE", "README.adoc", "lessons", "solutions", "workbook");

  private final Scratch scratch;
  private final Scratch.Folder folder;

  private Bundle() throws IOException {
    scratch = new Scratch();
    folder = scratch.folder("guide");
  }

  /**
   * @throws IOException if they can't be written to the folder for temporary files
   */
  static Bundle unpack() throws IOException {
    var bundle = new Bundle();
    try (FileSystem jar = FileSystems.newFileSystem(jar())) {
      for (String top : TOPS) {
        bundle.copy(jar.getPath(top));
      }
      return bundle;
    } catch (IOException | RuntimeException e) {
      bundle.close();
      throw e;
    }
  }

  private static Path jar() {
    try {
      return Path.of(Bundle.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private void copy(Path top) throws IOException {
    try (Stream<Path> files = Files.walk(top)) {
      files.filter(Files::isRegularFile).forEach(this::copyFile);
    }
  }

  private void copyFile(Path file) {
    Path to = root().resolve(file.toString());
    try {
      Files.createDirectories(to.getParent());
      Files.copy(file, to);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path root() {
    return folder.path();
  }

  @Override
  public void close() {
    folder.close();
    scratch.close();
  }
}
