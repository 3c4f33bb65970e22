// SPDX-License-Identifier: Apache-2.0
package loosethreads.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import loosethreads.lesson.Lesson;
import loosethreads.lesson.Lessons;
import loosethreads.proof.ChildJvm;
import loosethreads.proof.Leash;

/**
 * A lesson's program in the JDK's {@code jshell}, with the lesson's verbs. What it starts ends with
 * {@link #close}, or with us.
 */
public final class Explorer implements AutoCloseable {
  private final Compiler compiler = new Compiler();
  private final Scratch scratch = new Scratch();
  private final Scratch.Folder folder = scratch.folder("explore");
  private final Leash leash = new Leash(folder.path());
  private final Optional<String> problem;
  private final List<String> arguments = new ArrayList<>();

  /**
   * Compiles the program.
   *
   * @throws IOException if the folder for temporary files can't be written to
   */
  public Explorer(Lessons lessons, Lesson lesson, ProgramFile program)
      throws IOException, InterruptedException {
    try {
      Path classes = Files.createDirectory(folder.path().resolve("classes"));
      problem =
          Limited.call("compiler", Limits.USUAL.run(), () -> compile(lesson, program, classes));
      Path script = folder.path().resolve("start.jsh");
      String name = lesson.folder() + "." + lesson.className();
      Files.writeString(script, verbs(name) + lessons.explore(lesson));
      arguments.addAll(List.of("--enable-preview", "--startup", script.toString()));
      arguments.addAll(List.of("--class-path", Compiler.classPathWith(classes)));
      leash.options().forEach(option -> arguments.add("-R" + option));
      arguments.add("-R-Djava.io.tmpdir=" + folder.path());
      ChildJvm.QUICK.forEach(option -> arguments.add("-R" + option));
    } catch (Throwable e) {
      close();
      throw e;
    }
  }

  /** As for a check, for its messages; and then in a package, and opened. */
  private Optional<String> compile(Lesson lesson, ProgramFile program, Path into)
      throws IOException {
    Optional<String> problem = compiler.compile(lesson, program, into);
    if (problem.isPresent()) {
      return problem;
    }
    Compiler.Source source = Compiler.source(lesson, program);
    List<String> errors = compiler.compile(compiler.inPackage(source, lesson.folder()), "", into);
    if (!errors.isEmpty()) {
      return Optional.of(Compiler.joined(errors));
    }
    OpenClasses.in(into);
    return Optional.empty();
  }

  /** The verbs of all lessons. The program has a package here, for a snippet has one too. */
  private static String verbs(String program) {
    return """
    import module java.base;
    import %1$s;
    var program = new loosethreads.check.Explored("%1$s");
    void start(String... args) throws Exception { program.start(args); }
    String get(String path) throws Exception { return program.get(path); }
    void threads() { program.threads(); }
    void stop() throws Exception { program.stop(); }
    String takenPort() { return program.takenPort(); }
    """
        .formatted(program);
  }

  /** Why there is nothing to explore, in javac's words; empty if there is. */
  public Optional<String> problem() {
    return problem;
  }

  /** The arguments for {@code jshell}, with which its own JVM for snippets ends with us. */
  public List<String> arguments() {
    return List.copyOf(arguments);
  }

  /** Opens {@code jshell} at our terminal, and waits until the user leaves it. */
  public void run() throws IOException, InterruptedException {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "jshell").toString());
    leash.options().forEach(option -> line.add("-J" + option));
    ChildJvm.QUICK.forEach(option -> line.add("-J" + option));
    line.add("-J-Djava.io.tmpdir=" + folder.path());
    // Its history and its settings; without the folder it would say that it makes one.
    Files.createDirectories(folder.path().resolve(".java/.userPrefs"));
    line.add("-J-Djava.util.prefs.userRoot=" + folder.path());
    line.addAll(arguments);
    leash.start(line).waitFor();
  }

  @Override
  public void close() {
    leash.close();
    folder.close();
    scratch.close();
  }
}
