// SPDX-License-Identifier: Apache-2.0
package loosethreads.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import loosethreads.check.ProgramFile;
import loosethreads.lesson.Lesson;
import loosethreads.lesson.Lessons;
import loosethreads.lesson.Workspace;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** What every command works with: the lessons, and the learner's folder. */
final class Desk {
  private final CommandSpec command;
  private final Lessons lessons = Lessons.bundled();
  private final Path here = Path.of("").toAbsolutePath();

  Desk(CommandSpec command) {
    this.command = command;
  }

  Lessons lessons() {
    return lessons;
  }

  Path here() {
    return here;
  }

  /**
   * @throws ParameterException if there is no such lesson
   */
  Lesson lesson(int number) {
    return lessons
        .find(number)
        .orElseThrow(
            () ->
                new ParameterException(
                    command.commandLine(),
                    "There is no lesson %d; there are lessons 1 to %d."
                        .formatted(number, lessons.all().size())));
  }

  /** The learner's own program, if the current folder is in a workspace or a checkout. */
  Optional<Path> own(Lesson lesson) {
    return Workspace.around(here).map(w -> w.program(lesson)).filter(Files::exists);
  }

  /** The file that the user named; else the learner's own; else the broken program. */
  ProgramFile program(Lesson lesson, Path named) throws ProgramFile.Unusable {
    Optional<Path> file = named == null ? own(lesson) : Optional.of(named);
    if (file.isEmpty()) {
      return new ProgramFile(lesson.fileName(), lessons.broken(lesson));
    }
    return ProgramFile.read(shorter(file.get()));
  }

  /** As a user would write it: relative, if it is below the current folder. */
  private Path shorter(Path file) {
    return file.isAbsolute() && file.startsWith(here) ? here.relativize(file) : file;
  }
}
