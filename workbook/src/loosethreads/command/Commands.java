// SPDX-License-Identifier: Apache-2.0
package loosethreads.command;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.FileSystemException;
import java.util.List;
import loosethreads.check.ProgramFile;
import loosethreads.session.Reason;
import picocli.CommandLine;

/** The command line: its commands, and what becomes of what they throw. */
public final class Commands {
  /** In the order of the help. */
  private static final List<String> NAMES =
      List.of(
          "session",
          "init",
          "list",
          "next",
          "run",
          "check",
          "hint",
          "explore",
          "solution",
          "diff",
          "reset",
          "update",
          "doctor",
          "lifelines");

  private Commands() {}

  /** Runs the command that the arguments name, under the given root; returns the exit status. */
  public static int run(Object root, String... arguments) {
    return run(root, Desk.ofThisProcess(), arguments);
  }

  static int run(Object root, Desk desk, String... arguments) {
    String[] words = arguments.length == 0 ? new String[] {"session"} : arguments;
    int status =
        isPlainRun(desk, words)
            ? plainRun(desk, Integer.parseInt(words[1]))
            : line(root, desk, words[0]).execute(words);
    desk.out().flush();
    desk.err().flush();
    return status;
  }

  /** Whether it is what {@code jbang lessonN@catalog} comes to. */
  private static boolean isPlainRun(Desk desk, String... words) {
    return words.length == 2
        && words[0].equals("run")
        && words[1].matches("[1-9]\\d?")
        && desk.lessons().find(Integer.parseInt(words[1])).isPresent();
  }

  /** A library that reads all kinds of command lines needs longer to start than the JVM. */
  private static int plainRun(Desk desk, int lesson) {
    try {
      return new RunCommand(desk, lesson).call();
    } catch (Exception e) {
      return failed(e, writer(desk.err()));
    }
  }

  private static CommandLine line(Object root, Desk desk, String called) {
    CommandLine line = new CommandLine(root);
    for (String name : needed(called)) {
      line.addSubcommand(command(name, desk));
    }
    line.setOut(writer(desk.out()));
    line.setErr(writer(desk.err()));
    line.setParameterExceptionHandler(Commands::misused);
    line.setExecutionExceptionHandler((e, command, parsed) -> failed(e, command.getErr()));
    return line;
  }

  /** The one that is called: to know the others too takes longer than to read their help. */
  private static List<String> needed(String called) {
    return NAMES.contains(called) && !called.equals("session") ? List.of(called) : NAMES;
  }

  private static CommandLine command(String name, Desk desk) {
    return switch (name) {
      case "session" -> new CommandLine(new SessionCommand(desk));
      case "init" -> new CommandLine(new InitCommand(desk));
      case "list" -> new CommandLine(new ListCommand(desk));
      case "next" -> new CommandLine(new NextCommand(desk));
      case "run" -> new CommandLine(new RunCommand(desk));
      case "check" -> new CommandLine(new CheckCommand(desk));
      case "hint" -> new CommandLine(new HintCommand(desk));
      case "explore" -> new CommandLine(new ExploreCommand(desk));
      case "solution" -> new CommandLine(new SolutionCommand(desk));
      case "diff" -> new CommandLine(new DiffCommand(desk));
      case "reset" -> new CommandLine(new ResetCommand(desk));
      case "update" -> new CommandLine(new UpdateCommand(desk));
      case "doctor" -> new CommandLine(new DoctorCommand(desk));
      // What follows its target is the program's.
      case "lifelines" -> new CommandLine(new LifelinesCommand(desk)).setStopAtPositional(true);
      default -> throw new IllegalArgumentException(name);
    };
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

  private static int failed(Exception e, PrintWriter err) {
    switch (e) {
      case ProgramFile.Unusable unusable -> err.println(unusable.getMessage());
      case IllegalStateException environment -> err.println(environment.getMessage());
      case FileSystemException file ->
          err.println("Can't write " + Reason.of(file) + ". Nothing was overwritten.");
      case IOException io -> err.println("Can't go on: " + Reason.of(io) + ".");
      case InterruptedException interrupt -> {
        Thread.currentThread().interrupt();
        err.println("Interrupted.");
      }
      default -> {
        err.println("The tool itself failed; please report this:");
        e.printStackTrace(err);
      }
    }
    return ExitStatus.UNUSABLE;
  }
}
