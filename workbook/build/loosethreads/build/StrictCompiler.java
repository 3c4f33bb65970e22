// SPDX-License-Identifier: Apache-2.0
package loosethreads.build;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import loosethreads.proof.Folders;

/**
 * Compiles the tool, its tests, and each fixed program by itself; with every warning of javac and
 * of Error Prone an error.
 */
public final class StrictCompiler {
  private final Path root;
  private final Path classes;
  private final Path jar;

  public StrictCompiler(Path root) {
    this.root = root;
    classes = root.resolve("build/classes");
    jar = root.resolve("build/tool/Workbook.jar");
  }

  /** What is wrong, in the compiler's words; empty if all compiles. */
  public List<String> problems() throws IOException {
    Folders.delete(classes);
    List<Path> tool = new ArrayList<>(in("workbook/src"));
    tool.add(root.resolve("workbook/Workbook.java"));
    tool.add(root.resolve("workbook/Guide.java"));
    tool.add(root.resolve("workbook/Classroom.java"));
    List<String> problems = new ArrayList<>(compile(tool, "tool"));
    if (!problems.isEmpty()) {
      return problems; // and not, again and again, what follows from them
    }
    ToolJar.write(classes.resolve("tool"), jar);
    List<Path> tests = in("workbook/build", "workbook/test");
    problems.addAll(tests.isEmpty() ? List.of() : compile(tests, "tests"));
    Path solutions = root.resolve("solutions");
    for (Path solution : Sources.java(solutions).toList()) {
      List<Path> unit = new ArrayList<>(List.of(solution));
      if (solution.getParent().getParent().equals(solutions)) {
        Path lesson = root.resolve("lessons").resolve(solution.getParent().getFileName());
        Sources.java(lesson)
            .filter(f -> f.getFileName().toString().matches(".*(Proofs|Scenario|Figures)\\.java"))
            .forEach(unit::add);
      }
      problems.addAll(compile(unit, Sources.relative(solutions, solution.getParent())));
    }
    return problems;
  }

  private List<Path> in(String... folders) {
    return Stream.of(folders)
        .map(root::resolve)
        .filter(Files::isDirectory)
        .flatMap(Sources::java)
        .toList();
  }

  /** What the tests are run with: jars first, for a JVM learns nothing of what is in folders. */
  public String classPath() {
    return String.join(
        File.pathSeparator,
        jar.toString(),
        dependencies(),
        classes.resolve("tests").toString(),
        root.toString());
  }

  private List<String> compile(List<Path> files, String into) throws IOException {
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    Path folder = Files.createDirectories(classes.resolve(into));
    try (StandardJavaFileManager manager =
        javac.getStandardFileManager(null, Locale.ENGLISH, StandardCharsets.UTF_8)) {
      List<String> options =
          List.of(
              "-d",
              folder.toString(),
              "-cp",
              classPath(),
              "-processorpath",
              System.getProperty("java.class.path"),
              "--enable-preview",
              "--release",
              Integer.toString(Runtime.version().feature()),
              "-Xlint:all,-preview,-processing,-classfile",
              "-Werror",
              // jbang scripts and lessons have no package; jbang's first line looks like Javadoc.
              "-Xplugin:ErrorProne -Xep:DefaultPackage:OFF -Xep:NotJavadoc:OFF",
              "-XDcompilePolicy=simple",
              "--should-stop=ifError=FLOW",
              "-XDaddTypeAnnotationsToSymbol=true");
      boolean compiled =
          javac
              .getTask(
                  messages,
                  manager,
                  null,
                  options,
                  null,
                  manager.getJavaFileObjects(files.toArray(Path[]::new)))
              .call();
      return compiled ? List.of() : List.of(messages.toString());
    }
  }

  /** The class path without this build's own jar: what it holds is compiled anew. */
  private static String dependencies() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(p -> !Path.of(p).getFileName().toString().startsWith("Build"))
        .reduce((a, b) -> a + File.pathSeparator + b)
        .orElseThrow();
  }
}
