// SPDX-License-Identifier: Apache-2.0
package loosethreads.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import loosethreads.check.RecordedRun;
import loosethreads.lifeline.Recording;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lifelines}: any program of the user's own, and then what its threads did. */
@Command(
    name = "lifelines",
    description = {
      "Run a program of your own, and draw what its threads did.",
      "It has your terminal, your arguments, and Ctrl-C; its exit status is passed on.",
      "The picture goes to stderr."
    },
    mixinStandardHelpOptions = true)
final class LifelinesCommand implements Callable<Integer> {
  private final Desk desk;
  @Spec private CommandSpec spec;

  @Option(
      names = "--for",
      paramLabel = "TIME",
      converter = Times.class,
      description = "Tell it to end after so long, for example 10s, 500ms or 2m.")
  private Duration limit;

  @Option(
      names = {"--class-path", "-cp"},
      paramLabel = "PATH",
      description = "Where TARGET is found, if it is a main class.")
  private String classPath;

  @Mixin private Exports exports;

  @Parameters(
      index = "0",
      paramLabel = "TARGET",
      description = "A .java file, a .jar, or a main class.")
  private String target;

  @Parameters(index = "1..*", paramLabel = "ARGS", description = "The program's own arguments.")
  private List<String> arguments = new ArrayList<>();

  LifelinesCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public Integer call() throws Exception {
    List<String> line = new ArrayList<>(targetLine());
    line.addAll(arguments);
    exports.mustBeWritable(desk);
    String title = Path.of(target).getFileName().toString();
    try (var run = RecordedRun.start(title, exports.flight(desk), line)) {
      int status = run.await(Optional.ofNullable(limit));
      Optional<Recording> recording = run.recording();
      if (recording.isEmpty()) {
        desk.err().println("Nothing was recorded: the program did not start.");
        return status;
      }
      desk.err().println();
      desk.err().print(desk.screen().picture().draw(recording.get()));
      exports.write(desk, recording.get());
      return status;
    }
  }

  private List<String> targetLine() {
    boolean isFile = target.endsWith(".java") || target.endsWith(".jar");
    if (isFile && !Files.isRegularFile(desk.here().resolve(target))) {
      throw new ParameterException(spec.commandLine(), "There is no file " + target + ".");
    }
    if (classPath != null && target.endsWith(".jar")) {
      throw new ParameterException(
          spec.commandLine(), "A jar names its own class path: leave --class-path away.");
    }
    if (!isFile && classPath == null) {
      throw new ParameterException(
          spec.commandLine(),
          "%s is neither a .java file nor a .jar. If it is a main class, say where it is:"
                  .formatted(target)
              + " --class-path PATH.");
    }
    List<String> line = new ArrayList<>();
    if (classPath != null) {
      line.addAll(List.of("-cp", classPath));
    }
    if (target.endsWith(".jar")) {
      line.add("-jar");
    }
    line.add(target);
    return line;
  }
}
