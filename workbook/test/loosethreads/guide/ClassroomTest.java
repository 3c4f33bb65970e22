// SPDX-License-Identifier: Apache-2.0
package loosethreads.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import loosethreads.Checkout;
import loosethreads.lesson.Lesson;
import loosethreads.lifeline.Recording;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** What of a chapter a class sees: on slides, and on paper. */
@ResourceLock("AsciiDoc") // they share what reads it
class ClassroomTest {
  private static final Sources SOURCES = Sources.in(Checkout.root());

  /** As if no program had done or printed anything. */
  private static final Run NOTHING =
      new Run(
          List.of(),
          new Recording("nothing", Instant.EPOCH, "25", 1, List.of(), List.of(), true),
          List.of());

  private static Asciidoc asciidoc;

  @TempDir private Path folder;

  @BeforeAll
  static void start() {
    asciidoc = new Asciidoc(Checkout.root());
  }

  @AfterAll
  static void stop() {
    asciidoc.close();
  }

  private static Map<Side, Run> runs() {
    return Map.of(Side.BROKEN, NOTHING, Side.FIXED, NOTHING);
  }

  private String slides(Lesson lesson) throws IOException {
    Path to = folder.resolve("slides.html");
    asciidoc.write(
        SOURCES.chapter(lesson),
        to,
        "revealjs",
        Map.of(),
        new SlidesEditor(
            Dictionary.of(Language.ENGLISH, SOURCES),
            new Listing(SOURCES.lessons(), lesson),
            runs(),
            lesson,
            WrittenFigures.in(SOURCES.chapter(lesson))));
    return Files.readString(to);
  }

  /** A handout, as HTML: what is in it does not depend on the backend. */
  private String handout(Lesson lesson, boolean withSolution) throws IOException {
    Path to = folder.resolve("handout.html");
    var picture = new HandoutEditor.Picture("lifelines.svg", "nothing", List.of());
    asciidoc.write(
        SOURCES.chapter(lesson),
        to,
        "html5",
        Map.of("linkcss", ""),
        new HandoutEditor(
            Dictionary.of(Language.ENGLISH, SOURCES),
            runs(),
            Map.of(Side.BROKEN, picture, Side.FIXED, picture),
            lesson,
            WrittenFigures.in(SOURCES.chapter(lesson)),
            withSolution));
    return Files.readString(to);
  }

  @Test
  void slides_go_from_the_pitfall_to_the_questions_and_answers_appear_when_asked_for()
      throws IOException {
    Lesson lesson = SOURCES.lessons().all().getFirst();
    String html = slides(lesson);
    int last = 0;
    for (String title :
        List.of(
            lesson.title(),
            "The pitfall",
            "The broken program",
            "What it did",
            "What the threads did · The broken program",
            "The diagnosis",
            "Your turn",
            "The fix",
            "What the threads did · The fixed program",
            "Why it holds",
            "Questions")) {
      int at = html.indexOf("<h2>" + title + "</h2>", last);
      assertTrue(at > 0, title);
      last = at;
    }
    assertTrue(html.contains("<div class=\"paragraph fragment\"><p>Not from"), "an answer");
    assertTrue(html.contains("Loose Threads · Lesson 1 · <span class=\"outcome\">SILENT<"));
    assertTrue(html.contains("<aside class=\"notes\"><h3>Hint 1</h3>"), "hints for the speaker");
    assertFalse(html.matches("(?s).*(src|href)=.https?:.*"), "it needs no network");
  }

  @Test
  void a_handout_without_solutions_has_none_of_their_text() throws IOException {
    for (Lesson lesson : SOURCES.lessons().all()) {
      String exercise = handout(lesson, false);
      String teachers = handout(lesson, true);
      for (String id :
          List.of("the-diagnosis", "the-fix", "why-it-holds", "fixes-that-do-not-hold")) {
        assertTrue(teachers.contains("id=\"" + id + "\""), lesson.folder() + " lacks " + id);
        assertFalse(exercise.contains("id=\"" + id + "\""), lesson.folder() + " has " + id);
      }
      for (String name : lesson.rejectedNames()) {
        assertFalse(exercise.contains(name), lesson.folder() + " names " + name);
      }
      assertTrue(exercise.contains("<h2 id=\"hints\">Hints</h2>"), lesson.folder());
    }
  }

  @Test
  void a_handout_without_solutions_has_the_questions_without_their_answers() throws IOException {
    Lesson lesson = SOURCES.lessons().all().getFirst();
    String question = "Does the caller know that the call is asynchronous?";
    String answer = "Lesson 2 goes further.";
    assertTrue(handout(lesson, true).contains(answer));
    String exercise = handout(lesson, false);
    assertTrue(exercise.contains(question));
    assertTrue(exercise.contains("<title>Lesson 1 · " + lesson.title() + "</title>"));
    assertFalse(exercise.contains(answer));
  }

  @Test
  void a_missing_include_of_a_pdf_is_a_problem_and_so_is_a_character_that_no_font_has()
      throws IOException {
    Path file =
        Files.writeString(folder.resolve("small.adoc"), "= One\n\ninclude::none.adoc[]\n\n线程\n");
    Path pdf = folder.resolve("small.pdf");
    asciidoc.write(
        file,
        pdf,
        "pdf",
        Map.of("pdf-themesdir", SOURCES.own("").toString(), "pdf-theme", "handout-en"),
        Asciidoc.Editor.NONE);
    String problems = asciidoc.takeProblems().toString();
    assertTrue(problems.contains("include file not found"), problems);
    assertTrue(problems.contains("Could not locate the character `线'"), problems);
    assertEquals("%PDF", new String(Files.readAllBytes(pdf), 0, 4, StandardCharsets.US_ASCII));
  }

  @Test
  void without_a_chinese_font_the_handouts_say_which_one_to_install() throws Exception {
    Path missing = folder.resolve("no.ttf");
    var out = new ByteArrayOutputStream();
    int status =
        ClassroomTasks.handout(
            Optional.of(missing),
            false,
            folder,
            new PrintStream(out, true, StandardCharsets.UTF_8));
    assertEquals(2, status);
    String said = out.toString(StandardCharsets.UTF_8);
    assertTrue(said.contains(missing.toString()), said);
    assertTrue(said.contains("apt-get install fonts-droid-fallback"), said);
  }
}
