// SPDX-License-Identifier: Apache-2.0
package loosethreads.command;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.stream.Stream;
import loosethreads.check.ProgramFile;
import picocli.CommandLine;

/** The command line: its commands, and what becomes of what they throw. */
public final class Commands {
  private Commands() {}

  /** Runs the command that the arguments name, under the given root; returns the exit status. */
  public static int run(Object root, String... arguments) {
    return commandLine(root).execute(arguments.length == 0 ? new String[] {"--help"} : arguments);
  }

  static CommandLine commandLine(Object root) {
    CommandLine line = new CommandLine(root);
    Stream.of(
            new ListCommand(),
            new RunCommand(),
            new SolutionCommand(),
            new CheckCommand(),
            new InitCommand(),
            new HintCommand())
        .forEach(line::addSubcommand);
    line.setParameterExceptionHandler(Commands::misused);
    line.setExecutionExceptionHandler((e, command, parsed) -> failed(e, command));
    return line;
  }

  private static int misused(CommandLine.ParameterException e, String[] arguments) {
    e.getCommandLine().getErr().println(e.getMessage());
    e.getCommandLine()
        .getErr()
        .printf("Help: '%s --help'.%n", e.getCommandLine().getCommandSpec().qualifiedName());
    return ExitStatus.UNUSABLE;
  }

  private static int failed(Exception e, CommandLine command) {
    switch (e) {
      case ProgramFile.Unusable unusable -> command.getErr().println(unusable.getMessage());
      case IllegalStateException environment -> command.getErr().println(environment.getMessage());
      case FileSystemException file ->
          command.getErr().println("Can't write " + reason(file) + ". Nothing was overwritten.");
      case IOException io -> command.getErr().println("Can't go on: " + reason(io) + ".");
      case InterruptedException interrupt -> {
        Thread.currentThread().interrupt();
        command.getErr().println("Interrupted.");
      }
      default -> {
        command.getErr().println("The tool itself failed; please report this:");
        e.printStackTrace(command.getErr());
      }
    }
    return ExitStatus.UNUSABLE;
  }

  private static String reason(IOException e) {
    String why = e.getCause() instanceof IOException cause ? ": " + reason(cause) : "";
    if (e instanceof FileSystemException file) {
      String reason = file.getReason() == null ? kind(file) : file.getReason();
      return file.getFile() + " (" + reason + ")" + why;
    }
    return e.getMessage() + why;
  }

  /** The exceptions that say by their class alone what is wrong. */
  private static String kind(FileSystemException e) {
    return e.getClass().getSimpleName().replace("Exception", "");
  }
}
