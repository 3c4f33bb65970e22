// SPDX-License-Identifier: Apache-2.0
package loosethreads.check;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import loosethreads.proof.Figures;
import loosethreads.proof.Readings;

/**
 * Measures a lesson's figures, in a JVM of its own. Arguments: the class, which program is on the
 * class path, and the file for what was measured.
 */
final class FiguresMain {
  /** Which of a lesson's two programs. */
  enum Of {
    BROKEN,
    FIXED
  }

  private FiguresMain() {}

  public static void main(String... args) throws Exception {
    int status = 1;
    try {
      write(measured(args[0], Of.valueOf(args[1])), Path.of(args[2]));
      status = 0;
    } catch (Throwable t) { // whatever it is, its reader is the parent
      System.err.println(Finding.of(t).message());
    }
    // Not exit: what the program leaves behind has no say in how this JVM ends.
    Runtime.getRuntime().halt(status);
  }

  private static Readings measured(String name, Of of) throws Exception {
    var constructor = Class.forName(name).getDeclaredConstructor();
    constructor.setAccessible(true);
    var figures = (Figures) constructor.newInstance();
    var readings = new Readings();
    switch (of) {
      case BROKEN -> figures.ofBroken(readings);
      case FIXED -> figures.ofFixed(readings);
    }
    return readings;
  }

  private static void write(Readings readings, Path file) throws IOException {
    var properties = new Properties();
    properties.putAll(readings.all());
    try (Writer writer = Files.newBufferedWriter(file)) {
      properties.store(writer, null);
    }
  }
}
