// SPDX-License-Identifier: Apache-2.0
package loosethreads.command;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import loosethreads.check.ProgramFile;
import loosethreads.lesson.Lesson;
import loosethreads.screen.DiffText;
import loosethreads.screen.Row;
import loosethreads.session.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code diff}: the learner's program and the solution. */
@Command(
    name = "diff",
    description = {
      "Show what the solution has that your program has not, as a unified diff.",
      "The program is FILE; else your own, in a workspace or checkout."
    },
    mixinStandardHelpOptions = true)
final class DiffCommand implements Callable<Integer> {
  private final Desk desk;
  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "N", description = "The lesson's number.")
  private int number;

  @Parameters(index = "1", arity = "0..1", paramLabel = "FILE", description = "Any program.")
  private Path file;

  @Option(names = "--anyway", description = "Show it although you have not passed the lesson.")
  private boolean anyway;

  DiffCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public Integer call() throws ProgramFile.Unusable {
    Lesson lesson = desk.lesson(number, spec);
    Path named = file == null ? desk.workspace().program(lesson) : desk.here().resolve(file);
    ProgramFile program = ProgramFile.read(named, desk.shorter(named));
    Optional<Session> session = desk.session();
    if (!anyway && !session.map(s -> s.hasPassed(lesson)).orElse(false)) {
      desk.err()
          .printf(
              "You have not passed lesson %d, and this shows its solution. If you want it: %s%n",
              number,
              desk.call() + " diff " + number + (file == null ? "" : " " + file) + " --anyway");
      return ExitStatus.NOT_PASSED;
    }
    ProgramFile solution = new ProgramFile("the solution", desk.lessons().solution(lesson));
    for (Row row : DiffText.of(program, solution)) {
      String line = row.start() + row.text();
      desk.out().println(desk.screen().colour() ? row.style().paint(line) : line);
    }
    return ExitStatus.FINE;
  }
}
