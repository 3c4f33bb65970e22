// SPDX-License-Identifier: Apache-2.0
package loosethreads.command;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.FileSystemException;
import java.util.stream.Stream;
import loosethreads.check.ProgramFile;
import loosethreads.session.Reason;
import picocli.CommandLine;

/** The command line: its commands, and what becomes of what they throw. */
public final class Commands {
  private Commands() {}

  /** Runs the command that the arguments name, under the given root; returns the exit status. */
  public static int run(Object root, String... arguments) {
    return run(root, Desk.ofThisProcess(), arguments);
  }

  static int run(Object root, Desk desk, String... arguments) {
    CommandLine line = new CommandLine(root);
    Stream.of(
            new SessionCommand(desk),
            new InitCommand(desk),
            new ListCommand(desk),
            new NextCommand(desk),
            new RunCommand(desk),
            new CheckCommand(desk),
            new HintCommand(desk),
            new ExploreCommand(desk),
            new SolutionCommand(desk),
            new DiffCommand(desk),
            new ResetCommand(desk),
            new UpdateCommand(desk),
            new DoctorCommand(desk))
        .forEach(line::addSubcommand);
    line.addSubcommand(
        // What follows its target is the program's.
        new CommandLine(new LifelinesCommand(desk)).setStopAtPositional(true));
    line.setOut(writer(desk.out()));
    line.setErr(writer(desk.err()));
    line.setParameterExceptionHandler(Commands::misused);
    line.setExecutionExceptionHandler((e, command, parsed) -> failed(e, command));
    int status = line.execute(arguments.length == 0 ? new String[] {"session"} : arguments);
    desk.out().flush();
    desk.err().flush();
    return status;
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(stream, true, stream.charset());
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
          command.getErr().println("Can't write " + Reason.of(file) + ". Nothing was overwritten.");
      case IOException io -> command.getErr().println("Can't go on: " + Reason.of(io) + ".");
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
}
