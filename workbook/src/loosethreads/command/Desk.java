// SPDX-License-Identifier: Apache-2.0
package loosethreads.command;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import loosethreads.check.ProgramFile;
import loosethreads.lesson.Lesson;
import loosethreads.lesson.Lessons;
import loosethreads.lesson.Workspace;
import loosethreads.session.Session;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/**
 * What every command works with.
 *
 * @param here the learner's current folder, absolute
 * @param out where results go, and what a program prints: as bytes, whatever its encoding
 * @param err where messages go
 * @param front looks what is in front of the user
 * @param call how the user calls this tool, for what we advise them to type
 */
record Desk(
    Lessons lessons,
    Path here,
    PrintStream out,
    PrintStream err,
    Supplier<Screen> front,
    String call) {
  /** Set by whoever calls the tool in another way than jbang with a catalog. */
  private static final String CALL_VARIABLE = "LOOSE_THREADS_CALL";

  private static final String CALL = "jbang workbook@catalog";

  /** The lessons that came with the tool, and this process's folder and streams. */
  static Desk ofThisProcess() {
    return new Desk(
        Lessons.bundled(),
        Path.of("").toAbsolutePath(),
        System.out,
        System.err,
        Screen::ofThisProcess,
        System.getenv().getOrDefault(CALL_VARIABLE, CALL));
  }

  /** What is in front of the user. */
  Screen screen() {
    return front.get();
  }

  /** Advises the user: what for, and what to type. */
  void advise(String why, String command) {
    out.printf("  %-17s %s %s%n", why, call, command);
  }

  /**
   * @throws ParameterException if there is no such lesson
   */
  Lesson lesson(int number, CommandSpec command) {
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
    if (named != null) {
      return ProgramFile.read(here.resolve(named), named.toString());
    }
    Optional<Path> own = own(lesson);
    return own.isPresent()
        ? ProgramFile.read(own.get(), shorter(own.get()))
        : new ProgramFile(lesson.fileName(), lessons.broken(lesson));
  }

  /** The fixed program. */
  ProgramFile solution(Lesson lesson) {
    return new ProgramFile("the solution, " + lesson.fileName(), lessons.solution(lesson));
  }

  /** As a user would write it: relative, if it is below the current folder. */
  String shorter(Path file) {
    return (file.startsWith(here) ? here.relativize(file) : file).toString();
  }

  /** The learner's session, if the current folder is in a workspace or a checkout. */
  Optional<Session> session() {
    return Workspace.around(here).map(this::session);
  }

  /** The learner's session there; what is wrong with its memory is said on stderr. */
  Session session(Workspace workspace) {
    Session session = Session.in(workspace, lessons);
    session.trouble().ifPresent(err::println);
    return session;
  }

  /**
   * The workspace, for the commands that need one.
   *
   * @throws IllegalStateException if the current folder is in none
   */
  Workspace workspace() {
    return Workspace.around(here)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "There is no workspace in %s or above it. Make one: %s init"
                        .formatted(here, call)));
  }

  /**
   * The workspace, for the commands that put one program in the place of another.
   *
   * @throws IllegalStateException if the current folder is in a checkout, or in none
   */
  Workspace workspaceOfCopies() {
    Workspace workspace = workspace();
    workspace.mustBeOfCopies();
    return workspace;
  }
}
