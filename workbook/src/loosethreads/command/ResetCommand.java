// SPDX-License-Identifier: Apache-2.0
package loosethreads.command;

import java.io.IOException;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import loosethreads.lesson.Lesson;
import loosethreads.lesson.Workspace;
import loosethreads.session.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code reset}: the broken program again. */
@Command(
    name = "reset",
    description = "Put the broken program back. Yours is kept beside it.",
    mixinStandardHelpOptions = true)
final class ResetCommand implements Callable<Integer> {
  private final Desk desk;
  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "N", description = "The lesson's number.")
  private int number;

  @Option(names = "--yes", description = "Don't ask.")
  private boolean yes;

  ResetCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public Integer call() throws IOException {
    PrintStream out = desk.out();
    Lesson lesson = desk.lesson(number, spec);
    Workspace workspace = desk.workspaceOfCopies();
    Session session = desk.session(workspace);
    String program = desk.shorter(workspace.program(lesson));
    if (session.isBrokenProgram(lesson)) {
      out.printf("%s is the broken program.%n", program);
      return ExitStatus.FINE;
    }
    if (!yes) {
      Optional<UnaryOperator<String>> person = desk.screen().person();
      if (person.isEmpty()) {
        desk.err()
            .printf(
                "There is no terminal to ask you at. Type: %s reset %d --yes%n",
                desk.call(), number);
        return ExitStatus.UNUSABLE;
      }
      String answer =
          person
              .get()
              .apply("Put the broken program into %s, and keep yours? [y/N] ".formatted(program));
      if (answer == null || !answer.strip().toLowerCase(Locale.ROOT).startsWith("y")) {
        out.println("Nothing was changed.");
        return ExitStatus.NOT_PASSED;
      }
    }
    session
        .reset(lesson)
        .ifPresent(backup -> out.printf("Yours is kept: %s%n", desk.shorter(backup)));
    out.printf("%s is the broken program again.%n", program);
    desk.advise("Run it:", "run " + number);
    return ExitStatus.FINE;
  }
}
