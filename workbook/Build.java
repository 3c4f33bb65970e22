///usr/bin/env jbang "$0" "$@" ; exit $?
// SPDX-License-Identifier: Apache-2.0
//JAVA 25+
//SOURCES Workbook.java
//DEPS com.google.googlejavaformat:google-java-format:1.37.0
//DEPS com.google.errorprone:error_prone_core:2.52.0
//DEPS io.github.java-diff-utils:java-diff-utils:4.17
//DEPS org.asciidoctor:asciidoctorj:3.0.1
//RUNTIME_OPTIONS --add-exports=jdk.compiler/com.sun.tools.javac.api=ALL-UNNAMED
//RUNTIME_OPTIONS --add-exports=jdk.compiler/com.sun.tools.javac.file=ALL-UNNAMED
//RUNTIME_OPTIONS --add-exports=jdk.compiler/com.sun.tools.javac.main=ALL-UNNAMED
//RUNTIME_OPTIONS --add-exports=jdk.compiler/com.sun.tools.javac.model=ALL-UNNAMED
//RUNTIME_OPTIONS --add-exports=jdk.compiler/com.sun.tools.javac.parser=ALL-UNNAMED
//RUNTIME_OPTIONS --add-exports=jdk.compiler/com.sun.tools.javac.processing=ALL-UNNAMED
//RUNTIME_OPTIONS --add-exports=jdk.compiler/com.sun.tools.javac.tree=ALL-UNNAMED
//RUNTIME_OPTIONS --add-exports=jdk.compiler/com.sun.tools.javac.util=ALL-UNNAMED
//RUNTIME_OPTIONS --add-opens=jdk.compiler/com.sun.tools.javac.code=ALL-UNNAMED
//RUNTIME_OPTIONS --add-opens=jdk.compiler/com.sun.tools.javac.comp=ALL-UNNAMED

import com.google.googlejavaformat.java.Main;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import loosethreads.lesson.Lesson;
import loosethreads.lesson.Lessons;
import loosethreads.proof.Folders;

/** The project's own build: what is generated, what is checked, and the tests. */
class Build {
  private static final Pattern DIRECTIVE =
      Pattern.compile("(///usr/bin/env .*|// SPDX-.*|//[A-Z_]+ .*)?");

  /** A listing in the guide never wraps; in columns. */
  private static final int PROGRAM_WIDTH = 80;

  private static final int WIDTH = 100;

  private final Path root;
  private final Path classes;

  private Build(Path root) {
    this.root = root;
    classes = root.resolve("build/classes");
  }

  /** Arguments: the checkout, the task, and the task's own. */
  public static void main(String... arguments) throws Exception {
    Build build = new Build(Path.of(arguments[0]));
    List<String> rest = List.of(arguments).subList(2, arguments.length);
    System.exit(
        switch (arguments[1]) {
          case "test" -> build.test(rest);
          case "soak" -> build.soak(rest);
          case "files" -> build.writeFiles();
          case "format" -> build.format();
          default -> throw new IllegalArgumentException("no task " + arguments[1]);
        });
  }

  private int test(List<String> arguments) throws Exception {
    List<String> problems = new ArrayList<>();
    problems.addAll(checkFiles());
    problems.addAll(checkFormat());
    problems.addAll(compileAll());
    problems.forEach(System.out::println);
    if (!problems.isEmpty()) {
      System.out.printf("0 passed, %d failed%n", problems.size());
      return 1;
    }
    return java("loosethreads.TestMain", arguments);
  }

  private int soak(List<String> arguments) throws Exception {
    List<String> problems = compileAll();
    problems.forEach(System.out::println);
    return problems.isEmpty() ? java("loosethreads.SoakMain", arguments) : 1;
  }

  // What is generated: the lists of files that jbang fetches from a remote catalog, where a glob
  // would be dropped, and the catalog.

  private int writeFiles() throws IOException {
    Files.writeString(root.resolve("workbook/Workbook.java"), workbook());
    Files.writeString(root.resolve("jbang-catalog.json"), catalog());
    return 0;
  }

  private List<String> checkFiles() throws IOException {
    List<String> problems = new ArrayList<>();
    if (!Files.readString(root.resolve("workbook/Workbook.java")).equals(workbook())) {
      problems.add("workbook/Workbook.java: its //SOURCES or //FILES lag. Run ./build.sh files");
    }
    if (!Files.readString(root.resolve("jbang-catalog.json")).equals(catalog())) {
      problems.add("jbang-catalog.json lags behind the lessons. Run ./build.sh files");
    }
    return problems;
  }

  private String workbook() throws IOException {
    List<String> lines = Files.readAllLines(root.resolve("workbook/Workbook.java"));
    Stream<String> sources =
        javaFiles("workbook/src").map(f -> "//SOURCES " + relative("workbook", f));
    Stream<String> files =
        Lessons.in(root).all().stream()
            .flatMap(
                l ->
                    Stream.of(
                        "lessons/" + l.folder() + "/lesson.adoc",
                        "lessons/" + l.folder() + "/" + l.fileName(),
                        "lessons/" + l.folder() + "/" + l.proofsName() + ".java",
                        "lessons/" + l.folder() + "/" + l.scenarioName() + ".java",
                        "solutions/" + l.folder() + "/" + l.fileName()))
            .filter(path -> Files.exists(root.resolve(path))) // the gate names what is missing
            .map(path -> "//FILES " + path + "=../" + path);
    Pattern generated = Pattern.compile("//(SOURCES|FILES) .*");
    List<String> kept = lines.stream().filter(l -> !generated.matcher(l).matches()).toList();
    int end = kept.indexOf("");
    return Stream.of(
            kept.subList(0, end).stream(), sources, files, kept.subList(end, kept.size()).stream())
        .flatMap(s -> s)
        .reduce("", (text, line) -> text + line + "\n");
  }

  private String catalog() {
    List<String> aliases = new ArrayList<>();
    aliases.add(alias("workbook", "The workbook: run, check, hints", "."));
    for (Lesson lesson : Lessons.in(root).all()) {
      int n = lesson.number();
      aliases.add(alias("lesson" + n, lesson.title(), "run", n));
      aliases.add(alias("solution" + n, lesson.title() + ": fixed", "solution", n));
    }
    return "{\n  \"catalogs\": {},\n  \"aliases\": {\n"
        + String.join(",\n", aliases.stream().sorted().toList())
        + "\n  }\n}\n";
  }

  private static String alias(String name, String description, Object... arguments) {
    String list =
        arguments.length < 2
            ? ""
            : ", \"arguments\": [\"%s\", \"%s\"]".formatted(arguments[0], arguments[1]);
    return "    \"%s\": {\"script-ref\": \"workbook/Workbook.java\", \"description\": \"%s\"%s}"
        .formatted(name, description, list);
  }

  // Format.

  private int format() throws Exception {
    for (Path file : allJava()) {
      String formatted = formatted(file);
      if (!formatted.equals(Files.readString(file))) {
        Files.writeString(file, formatted);
      }
    }
    return 0;
  }

  private List<String> checkFormat() throws Exception {
    List<String> problems = new ArrayList<>();
    for (Path file : allJava()) {
      if (!formatted(file).equals(Files.readString(file))) {
        problems.add(relative("", file) + " is not formatted. Run ./build.sh format");
      }
      for (String line : Files.readAllLines(file)) {
        if (line.length() > width(file) && !DIRECTIVE.matcher(line).matches()) {
          problems.add("%s: longer than %d: %s".formatted(relative("", file), width(file), line));
        }
      }
    }
    return problems;
  }

  /** The formatter would write {@code // DEPS} for a directive, so it sees what is below them. */
  private String formatted(Path file) throws Exception {
    List<String> lines = Files.readAllLines(file);
    int head = (int) lines.stream().takeWhile(l -> DIRECTIVE.matcher(l).matches()).count();
    String body = String.join("\n", lines.subList(head, lines.size())) + "\n";
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int status =
        new Main(
                new PrintWriter(out),
                new PrintWriter(err),
                new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)))
            .format("--max-line-length", Integer.toString(width(file)), "-");
    if (status != 0) {
      throw new IOException(relative("", file) + ": " + err);
    }
    return lines.subList(0, head).stream().map(l -> l + "\n").reduce("", String::concat) + out;
  }

  private int width(Path file) {
    boolean isProgram = file.getFileName().toString().matches("Lesson\\d+\\.java");
    return isProgram ? PROGRAM_WIDTH : WIDTH;
  }

  // Compile, strictly: the tool and its tests together, and each fixed program by itself.

  private List<String> compileAll() throws IOException {
    Folders.delete(classes);
    List<Path> tool = new ArrayList<>();
    tool.add(root.resolve("workbook/Workbook.java"));
    Stream.of("workbook/src", "workbook/test").flatMap(this::javaFiles).forEach(tool::add);
    List<String> problems = new ArrayList<>(compile(tool, "main"));
    List<Path> solutions =
        javaFiles("solutions").filter(f -> f.getFileName().toString().endsWith(".java")).toList();
    for (Path solution : solutions) {
      List<Path> unit = new ArrayList<>(List.of(solution));
      if (solution.getParent().getParent().endsWith("solutions")) {
        String lesson = solution.getParent().getFileName().toString();
        javaFiles("lessons/" + lesson)
            .filter(f -> f.getFileName().toString().matches(".*(Proofs|Scenario)\\.java"))
            .forEach(unit::add);
      }
      problems.addAll(compile(unit, relative("solutions", solution.getParent())));
    }
    return problems;
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
              classes.resolve("main") + File.pathSeparator + dependencies(),
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

  private int java(String mainClass, List<String> arguments) throws Exception {
    String classPath =
        String.join(
            File.pathSeparator,
            classes.resolve("main").toString(),
            root.toString(),
            dependencies());
    List<String> line =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-preview",
                "-Dloosethreads.checkout=" + root,
                "-cp",
                classPath,
                mainClass));
    line.addAll(arguments);
    return new ProcessBuilder(line).inheritIO().start().waitFor();
  }

  private List<Path> allJava() {
    return Stream.of("workbook", "lessons", "solutions").flatMap(this::javaFiles).toList();
  }

  private Stream<Path> javaFiles(String folder) {
    try (Stream<Path> files = Files.walk(root.resolve(folder))) {
      return files.filter(f -> f.toString().endsWith(".java")).sorted().toList().stream();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private String relative(String folder, Path file) {
    return root.resolve(folder).relativize(file).toString().replace(File.separatorChar, '/');
  }
}
