///usr/bin/env jbang "$0" "$@" ; exit $?
// SPDX-License-Identifier: Apache-2.0
//JAVA 25+
//SOURCES build/loosethreads/build/*.java
//SOURCES src/loosethreads/lesson/*.java
//SOURCES src/loosethreads/proof/Folders.java
//DEPS org.junit:junit-bom:6.1.3@pom
//DEPS info.picocli:picocli:4.7.7
//DEPS com.fasterxml.jackson.jr:jackson-jr-objects:2.20.0
//DEPS org.junit.jupiter:junit-jupiter
//DEPS org.junit.platform:junit-platform-launcher
//DEPS com.google.googlejavaformat:google-java-format:1.37.0
//DEPS com.google.errorprone:error_prone_core:2.52.0
//DEPS io.github.java-diff-utils:java-diff-utils:4.17
//DEPS org.jline:jline-terminal-ffm:4.5.0
//DEPS org.asciidoctor:asciidoctorj:3.0.1
//DEPS org.asciidoctor:asciidoctorj-revealjs:5.1.0
//DEPS org.asciidoctor:asciidoctorj-pdf:2.3.23
//DEPS com.h2database:h2:2.4.240
//DEPS nu.validator:validator:26.5.2
//DEPS org.seleniumhq.selenium:selenium-chrome-driver:4.52.0
//DEPS com.deque.html.axe-core:selenium:4.11.1@fatjar
//RUNTIME_OPTIONS -XX:TieredStopAtLevel=1
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

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import loosethreads.build.FileLists;
import loosethreads.build.Format;
import loosethreads.build.StrictCompiler;

/** The project's own build: its tasks. What they do is in {@code build}. */
class Build {
  /** The options of Workbook.java. */
  private static final List<String> AS_THE_TOOL =
      List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmn24m");

  private final Path root;
  private final StrictCompiler compiler;

  private Build(Path root) {
    this.root = root;
    compiler = new StrictCompiler(root);
  }

  /** Arguments: the checkout, the task, and the task's own. */
  public static void main(String... arguments) throws Exception {
    Path root = Path.of(arguments[0]);
    Build build = new Build(root);
    List<String> rest = List.of(arguments).subList(2, arguments.length);
    switch (arguments[1]) {
      case "test" -> System.exit(build.test(rest));
      case "soak" -> System.exit(build.soak(rest));
      case "bench" -> System.exit(build.after("loosethreads.bench.BenchMain", AS_THE_TOOL, rest));
      case "files" -> new FileLists(root).write();
      case "format" -> new Format(root).write();
      default -> throw new IllegalArgumentException("no task " + arguments[1]);
    }
  }

  private int test(List<String> arguments) throws Exception {
    List<String> problems = new ArrayList<>();
    problems.addAll(new FileLists(root).problems());
    problems.addAll(new Format(root).problems());
    problems.addAll(compiler.problems());
    problems.forEach(System.out::println);
    if (!problems.isEmpty()) {
      System.out.printf("0 passed, %d failed%n", problems.size());
      return 1;
    }
    return java("loosethreads.TestMain", List.of(), arguments);
  }

  private int soak(List<String> arguments) throws Exception {
    boolean ofSessions = !arguments.isEmpty() && arguments.getFirst().equals("session");
    return ofSessions
        ? after(
            "loosethreads.command.SessionSoakMain",
            List.of(),
            arguments.subList(1, arguments.size()))
        : after("loosethreads.SoakMain", List.of(), arguments);
  }

  private int after(String mainClass, List<String> options, List<String> arguments)
      throws Exception {
    List<String> problems = compiler.problems();
    problems.forEach(System.out::println);
    return problems.isEmpty() ? java(mainClass, options, arguments) : 1;
  }

  private int java(String mainClass, List<String> options, List<String> arguments)
      throws Exception {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // The tests of this build need what the build needs: a look into javac.
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(option -> option.startsWith("--add-"))
        .forEach(line::add);
    line.addAll(options);
    line.add("--enable-preview");
    // AsciidoctorJ's Ruby uses both, and the JVM would warn of each.
    line.add("--enable-native-access=ALL-UNNAMED");
    line.add("--sun-misc-unsafe-memory-access=allow");
    line.add("-Dloosethreads.checkout=" + root);
    line.add("-cp");
    line.add(compiler.classPath());
    line.add(mainClass);
    line.addAll(arguments);
    Process process = new ProcessBuilder(line).inheritIO().start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroy, "end-" + mainClass));
    return process.waitFor();
  }
}
