// SPDX-License-Identifier: Apache-2.0
package loosethreads.check;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import loosethreads.check.Compiler.Source;

/**
 * Compiles what calls the lessons' programs. For a program that looks from outside like the one
 * before, it has the classes already.
 */
final class Drivers {
  /**
   * What was compiled last, by the names of the files.
   *
   * @param program how the program looks from outside
   */
  private record Made(Source source, Map<String, ByteBuffer> program, Map<String, byte[]> classes) {
    boolean isFor(Source other, Map<String, ByteBuffer> against) {
      return source.equals(other) && program.equals(against);
    }
  }

  private final Compiler compiler;
  private final Map<String, Made> made = new ConcurrentHashMap<>();

  Drivers(Compiler compiler) {
    this.compiler = compiler;
  }

  /**
   * Compiles one, and puts its classes beside those of a program.
   *
   * @param program the folder with the program's classes, and nothing else
   * @param work an empty folder
   * @return javac's messages; empty if it compiles
   */
  List<String> compile(Source source, Path program, Path work) throws IOException {
    Map<String, ByteBuffer> outsides = new HashMap<>();
    filesIn(program).forEach((name, bytes) -> outsides.put(name, Outside.of(bytes)));
    Made last = made.get(source.className());
    if (last == null || !last.isFor(source, outsides)) {
      List<String> problems = compiler.compile(source, Compiler.classPathWith(program), work);
      if (!problems.isEmpty()) {
        return problems;
      }
      last = new Made(source, outsides, filesIn(work));
      made.put(source.className(), last);
    }
    for (var file : last.classes().entrySet()) {
      Files.write(program.resolve(file.getKey()), file.getValue());
    }
    return List.of();
  }

  private static Map<String, byte[]> filesIn(Path folder) throws IOException {
    Map<String, byte[]> all = new HashMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        all.put(file.getFileName().toString(), Files.readAllBytes(file));
      }
    }
    return all;
  }
}
