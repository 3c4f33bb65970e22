// SPDX-License-Identifier: Apache-2.0
package loosethreads.guide;

import java.util.Locale;
import loosethreads.check.ProgramFile;
import loosethreads.lesson.Lesson;
import loosethreads.lesson.Lessons;

/** The two programs of a lesson that the guide shows side by side. */
enum Side {
  BROKEN(Label.BROKEN, "lessons/"),
  FIXED(Label.FIXED, "solutions/");

  private final Label label;
  private final String top;

  Side(Label label, String top) {
    this.label = label;
    this.top = top;
  }

  Label label() {
    return label;
  }

  /** What it is called in a page's markup. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The program, by its path in a checkout. */
  ProgramFile program(Lessons lessons, Lesson lesson) {
    String text = this == BROKEN ? lessons.broken(lesson) : lessons.solution(lesson);
    return new ProgramFile(top + lesson.folder() + "/" + lesson.fileName(), text);
  }
}
