// SPDX-License-Identifier: Apache-2.0
package loosethreads.check;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.PackageTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import loosethreads.lesson.Lesson;

/**
 * The JDK's compiler, in this JVM. It runs nothing of what it compiles: no annotation processor.
 */
final class Compiler {
  /**
   * A source in memory.
   *
   * @param className the class that the file is named after
   * @param shown how messages name the file
   */
  record Source(String className, String shown, String text) {}

  private static final int LINE_LIMIT = 400;

  /** The word, or an escape such as it might be written with. */
  private static final Pattern PERHAPS_PACKAGE = Pattern.compile("package|\\\\u");

  private final JavaCompiler javac;

  /**
   * @throws IllegalStateException if this Java is a JRE
   */
  Compiler() {
    javac = ToolProvider.getSystemJavaCompiler();
    if (javac == null) {
      throw new IllegalStateException(
          "This Java has no compiler: %s is a JRE. Use a JDK of 25 or newer."
              .formatted(System.getProperty("java.home")));
    }
  }

  /**
   * Compiles a lesson's program into the folder; in no package, whatever it declares.
   *
   * @return what is wrong with it, if anything
   */
  Optional<String> compile(Lesson lesson, ProgramFile program, Path into) throws IOException {
    if (program.text().isBlank()) {
      return Optional.of(program.shown() + " is empty.");
    }
    List<String> errors = compile(withoutPackage(source(lesson, program)), "", into);
    if (!errors.isEmpty()) {
      return Optional.of(joined(errors));
    }
    if (Files.exists(into.resolve(lesson.className() + ".class"))) {
      return Optional.empty();
    }
    List<String> others = classesIn(into);
    return Optional.of(
        "%s declares no class %s, which the proofs call; it has %s."
            .formatted(
                program.shown(),
                lesson.className(),
                others.isEmpty() ? "none" : String.join(", ", others)));
  }

  private static List<String> classesIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(f -> f.getFileName().toString().replaceFirst("\\.class$", ""))
          .filter(name -> !name.contains("$"))
          .sorted()
          .toList();
    }
  }

  /** What is compiled may use what was compiled before, and our library. */
  static String classPathWith(Path classes) {
    return classes + File.pathSeparator + System.getProperty("java.class.path");
  }

  /** A lesson's program as a source. */
  static Source source(Lesson lesson, ProgramFile program) {
    return new Source(lesson.className(), program.shown(), program.text());
  }

  /**
   * Compiles one file into the folder.
   *
   * @return javac's messages, with line and caret; empty if it compiles
   */
  List<String> compile(Source source, String classPath, Path into) throws IOException {
    var problems = new DiagnosticCollector<JavaFileObject>();
    var words = new StringWriter();
    String release = Integer.toString(Runtime.version().feature());
    try (StandardJavaFileManager files = files(problems)) {
      List<String> options =
          List.of(
              "-proc:none",
              "-implicit:none",
              "--enable-preview",
              "--release",
              release,
              "-g",
              "-nowarn",
              "-Xmaxerrs",
              "10",
              "-sourcepath",
              "",
              "-cp",
              classPath);
      JavaCompiler.CompilationTask task =
          javac.getTask(
              words,
              new ClassFiles(files, into),
              problems,
              options,
              null,
              List.of(new Text(source)));
      boolean compiled = task.call();
      List<Diagnostic<?>> errors = new ArrayList<>();
      for (var diagnostic : problems.getDiagnostics()) {
        if (diagnostic.getKind() == Diagnostic.Kind.ERROR) {
          mustBeAboutTheSource(diagnostic);
          errors.add(diagnostic);
        }
      }
      return compiled || !errors.isEmpty()
          ? errors.stream().map(e -> shortened(e.toString())).toList()
          : List.of(Limited.gaveUp(lastWords(words.toString())));
    }
  }

  /** That the disk is full says nothing about the program. */
  private static void mustBeAboutTheSource(Diagnostic<?> error) throws IOException {
    if (error.getCode().endsWith("cant.write")) {
      throw new IOException(error.getMessage(Locale.ENGLISH));
    }
  }

  /** Of a line that goes on and on, nobody reads the rest. */
  private static String shortened(String message) {
    return message
        .lines()
        .map(l -> l.length() > LINE_LIMIT ? l.substring(0, LINE_LIMIT) + "…" : l)
        .collect(Collectors.joining("\n"));
  }

  /** Of what javac prints when it fails itself: the line that names the reason. */
  private static String lastWords(String words) {
    return words
        .lines()
        .filter(line -> line.matches("\\S*(Error|Exception)\\b.*"))
        .findFirst()
        .orElse("");
  }

  /**
   * The same text with its package declaration blanked out, so that lines and columns stay. An IDE
   * may have added one; where the learner keeps the file is not what a lesson is about.
   */
  Source withoutPackage(Source source) throws IOException {
    if (!PERHAPS_PACKAGE.matcher(source.text()).find()) {
      return source; // as nearly all are: parsing takes longer
    }
    var problems = new DiagnosticCollector<JavaFileObject>();
    try (StandardJavaFileManager files = files(problems)) {
      var task =
          (JavacTask)
              javac.getTask(
                  Writer.nullWriter(),
                  files,
                  problems,
                  List.of("-proc:none"),
                  null,
                  List.of(new Text(source)));
      for (CompilationUnitTree unit : task.parse()) {
        PackageTree declaration = unit.getPackage();
        if (declaration != null) {
          SourcePositions positions = Trees.instance(task).getSourcePositions();
          int begin = (int) positions.getStartPosition(unit, declaration);
          int end = (int) positions.getEndPosition(unit, declaration);
          String blank = source.text().substring(begin, end).replaceAll("[^\\n\\r]", " ");
          String text = source.text().substring(0, begin) + blank + source.text().substring(end);
          return new Source(source.className(), source.shown(), text);
        }
      }
      return source;
    }
  }

  /** The same text in a package, which is declared in its first line, so that lines stay. */
  Source inPackage(Source source, String name) throws IOException {
    String text = withoutPackage(source).text();
    return new Source(source.className(), source.shown(), "package " + name + "; " + text);
  }

  private StandardJavaFileManager files(DiagnosticCollector<JavaFileObject> problems) {
    return javac.getStandardFileManager(problems, Locale.ENGLISH, StandardCharsets.UTF_8);
  }

  /** All messages as one text. */
  static String joined(List<String> messages) {
    return messages.stream().collect(Collectors.joining("\n"));
  }

  private static final class Text extends SimpleJavaFileObject {
    private final Source source;

    Text(Source source) {
      super(URI.create("memory:///" + source.className() + ".java"), Kind.SOURCE);
      this.source = source;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return source.text();
    }

    @Override
    public String getName() {
      return source.shown();
    }
  }
}
