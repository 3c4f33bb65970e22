// SPDX-License-Identifier: Apache-2.0
package loosethreads.check;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;

/**
 * Where javac puts the classes. A compilation that nobody waits for any more goes on for a while,
 * and its folder is gone by then. The usual manager would make the folder again; this one fails.
 */
final class ClassFiles extends ForwardingJavaFileManager<StandardJavaFileManager> {
  private final Path folder;

  ClassFiles(StandardJavaFileManager files, Path folder) {
    super(files);
    this.folder = folder;
  }

  @Override
  public JavaFileObject getJavaFileForOutput(
      Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
    return new ClassFile(folder, className.split("\\."), kind);
  }

  /** What is compiled is in memory, and in no location; the usual manager would throw. */
  @Override
  public boolean contains(Location location, FileObject file) throws IOException {
    return !(file instanceof SimpleJavaFileObject) && super.contains(location, file);
  }

  private static final class ClassFile extends SimpleJavaFileObject {
    private final Path folder;
    private final String[] names;

    ClassFile(Path folder, String[] names, Kind kind) {
      super(folder.resolve(String.join("/", names) + kind.extension).toUri(), kind);
      this.folder = folder;
      this.names = names;
    }

    @Override
    public OutputStream openOutputStream() throws IOException {
      Path place = folder;
      for (int i = 0; i < names.length - 1; i++) {
        place = place.resolve(names[i]);
        makeIfMissing(place);
      }
      return Files.newOutputStream(place.resolve(names[names.length - 1] + kind.extension));
    }

    /** Its parent has to be there. */
    private static void makeIfMissing(Path place) throws IOException {
      try {
        Files.createDirectory(place);
      } catch (FileAlreadyExistsException fine) {
        // as it is for the second class of a package
      }
    }
  }
}
