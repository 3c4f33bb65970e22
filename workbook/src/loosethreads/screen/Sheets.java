// SPDX-License-Identifier: Apache-2.0
package loosethreads.screen;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import loosethreads.check.ProgramFile;
import loosethreads.lesson.Lesson;
import loosethreads.lesson.Lessons;
import loosethreads.lesson.Tags;
import loosethreads.screen.Page.Sheet;
import loosethreads.session.Session;

/**
 * What there is to read in a session.
 *
 * @param shown how messages name a file
 */
record Sheets(Lessons lessons, Function<Path, String> shown) {
  Sheet keys() {
    return new Sheet("Keys", Keys.all());
  }

  /**
   * A hint.
   *
   * @param level from 1
   */
  Sheet hint(Lesson lesson, int level) {
    int levels = lesson.hints().size();
    String more = level < levels ? "h: the next one." : "h: the first one again.";
    List<Row> rows = new ArrayList<>();
    Row.lines(lesson.hints().get(level - 1).replace("`", "'")).forEach(rows::add);
    rows.add(Row.BLANK);
    rows.add(Row.of(Style.FAINT, more));
    return new Sheet("Hint %d of %d".formatted(level, levels), rows);
  }

  Sheet diff(Lesson lesson, ProgramFile program) {
    var solution = new ProgramFile("the solution", lessons.solution(lesson));
    return new Sheet("Your program and the solution", DiffText.of(program, solution));
  }

  Sheet solution(Lesson lesson) {
    String text = Tags.removed(lessons.solution(lesson));
    return new Sheet("The solution", Row.lines(text).toList());
  }

  /**
   * The chapter.
   *
   * @param all whether the fix is shown too
   */
  Sheet guide(Lesson lesson, boolean all) {
    return new Sheet("The chapter", ChapterText.of(lessons, lesson, all));
  }

  /** All lessons, and how the learner's programs stand. */
  Sheet list(Session session) {
    List<Row> rows = new ArrayList<>();
    for (Lesson lesson : lessons.all()) {
      rows.add(Row.of(Style.BOLD, "%d  %s".formatted(lesson.number(), lesson.title())));
      rows.add(new Row(Style.FAINT, "   ", lesson.rule()));
      rows.add(new Row(Style.PLAIN, "   ", standing(lesson, session)));
      rows.add(Row.BLANK);
    }
    rows.add(Row.plain("A number opens its lesson."));
    return new Sheet("All lessons", rows);
  }

  private String standing(Lesson lesson, Session session) {
    Path file = session.workspace().program(lesson);
    try {
      ProgramFile program = ProgramFile.read(file, shown.apply(file));
      return program.shown() + ": " + Words.of(session.standing(lesson, program.text()));
    } catch (ProgramFile.Unusable unusable) {
      return unusable.getMessage();
    }
  }
}
