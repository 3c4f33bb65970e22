// SPDX-License-Identifier: Apache-2.0
package loosethreads.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import loosethreads.check.Checker;
import loosethreads.lesson.Lesson;
import loosethreads.lesson.Workspace;
import loosethreads.screen.Look;
import loosethreads.screen.Workbench;
import loosethreads.session.Copies;
import loosethreads.session.Session;
import loosethreads.watch.Judge;

/** Opens the session on the whole terminal; for the commands that differ in the lesson. */
final class Sessions {
  private Sessions() {}

  /**
   * Until the user leaves it.
   *
   * @param first the lesson; if it is empty, the first that is not passed
   */
  static int open(Desk desk, Optional<Lesson> first) throws IOException, InterruptedException {
    Optional<Workspace> workspace = workspace(desk);
    if (workspace.isEmpty()) {
      return ExitStatus.NOT_PASSED;
    }
    Session session = Session.in(workspace.get(), desk.lessons());
    Lesson lesson = first.or(session::next).orElseGet(() -> desk.lessons().all().getFirst());
    Screen screen = desk.screen();
    try (Checker checker = new Checker(desk.lessons());
        Workbench workbench =
            new Workbench(
                desk.lessons(),
                session,
                lesson,
                Judge.with(checker),
                desk.out(),
                new Look(screen.unicode(), screen.colour()),
                desk::shorter)) {
      checker.prepare(lesson);
      workbench.run();
    }
    return ExitStatus.FINE;
  }

  /** The one around, or the one that {@code init} makes here; else a new one, after a yes. */
  private static Optional<Workspace> workspace(Desk desk) throws IOException {
    Optional<Workspace> around = Workspace.around(desk.here());
    if (around.isPresent()) {
      return around;
    }
    Path folder = desk.here().resolve(InitCommand.FOLDER);
    Optional<Workspace> made = Workspace.around(folder);
    if (made.isPresent()) {
      return made;
    }
    String answer =
        desk.screen()
            .person()
            .orElseThrow()
            .apply(
                "There is no workspace in %s or above it. Make one, %s? [y/N] "
                    .formatted(desk.here(), desk.shorter(folder)));
    if (answer == null || !answer.strip().toLowerCase(Locale.ROOT).startsWith("y")) {
      desk.out().println("Nothing was made.");
      return Optional.empty();
    }
    Copies.make(folder, desk.lessons());
    return Workspace.around(folder);
  }
}
