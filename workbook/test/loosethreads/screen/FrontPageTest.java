// SPDX-License-Identifier: Apache-2.0
package loosethreads.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import loosethreads.Checkout;
import loosethreads.check.CheckResult;
import loosethreads.check.Checker;
import loosethreads.check.ProgramFile;
import loosethreads.guide.Sample;
import loosethreads.lesson.Lesson;
import loosethreads.lesson.Lessons;
import loosethreads.watch.Scene;
import org.junit.jupiter.api.Test;

/** The screen of a session that the front page shows is one that the tool draws. */
class FrontPageTest {
  private static final Pattern SHOWN =
      Pattern.compile("(?s)\\[source,screen]\n----\n(Lesson (\\d+) .*?\n(\\S+): .*?)\n----\n");

  @Test
  void a_session_on_the_broken_program_looks_as_it_is_shown() throws Exception {
    var shown = SHOWN.matcher(Files.readString(Checkout.root().resolve("README.adoc")));
    assertTrue(shown.find());
    Lessons lessons = Lessons.in(Checkout.root());
    Lesson lesson = lessons.find(Integer.parseInt(shown.group(2))).orElseThrow();
    List<String> lines = shown.group(1).lines().toList();
    List<String> drawn = drawn(lessons, lesson, shown.group(3), lines.size());
    assertEquals(shortened(drawn), new Sample(shortened(lines)).of(shortened(drawn)));
  }

  /** There the lifelines are below, so that more is; the number is longer, and the rule shorter. */
  private static List<String> shortened(List<String> lines) {
    return lines.stream().map(line -> line.replaceAll("─+", "─").stripTrailing()).toList();
  }

  private static List<String> drawn(Lessons lessons, Lesson lesson, String name, int height)
      throws Exception {
    CheckResult result;
    try (var checker = new Checker(lessons)) {
      var program = new ProgramFile(name, lessons.broken(lesson));
      result = checker.check(lesson, program, Checker.Extent.ALL);
    }
    var scene =
        new Scene(
            lesson,
            name,
            Optional.empty(),
            Scene.Doing.NOTHING,
            Optional.of(result),
            true,
            Optional.empty(),
            false,
            false,
            Optional.empty());
    var view =
        new View(
            scene,
            lessons.all().size(),
            Optional.empty(),
            Duration.ZERO,
            new Page.Standing(),
            0,
            Optional.empty());
    return new Painter(new Look(true, false)).paint(view, 80, height).lines();
  }
}
