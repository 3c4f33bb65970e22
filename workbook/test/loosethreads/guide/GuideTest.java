// SPDX-License-Identifier: Apache-2.0
package loosethreads.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import loosethreads.Checkout;
import loosethreads.lesson.Lesson;
import loosethreads.lesson.Lessons;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The guide of this checkout, but for its runs: these say what the chapters say. */
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(300) // Ruby starts in it, which on a busy machine takes its time
@Execution(ExecutionMode.SAME_THREAD)
class GuideTest {
  private static final Pattern SAMPLE =
      Pattern.compile("(?ms)^\\[source,(output|dump)[^\\n]*\\]\\n----\\n(.*?)^----$");

  private static final Pattern ID = Pattern.compile("<h[23] id=\"([^\"]*)\"");
  private static final Pattern SCRIPT = Pattern.compile("<script[^>]*>");
  private static final Pattern FETCHED =
      Pattern.compile("(<link rel=\"stylesheet\"[^>]*|src=)\"https?:[^>]*");

  private Path site;
  private List<String> problems;

  @BeforeAll
  void build(@TempDir Path folder) throws IOException {
    site = folder;
    var sources = Sources.in(Checkout.root());
    try (var asciidoc = new Asciidoc(sources.root())) {
      problems = Site.write(sources, asTheChaptersSay(sources.lessons()), asciidoc, site);
    }
  }

  private static Run.Source asTheChaptersSay(Lessons lessons) {
    return new Run.Source() {
      @Override
      public Run of(Lesson lesson, Side side) {
        String chapter = lessons.chapter(lesson);
        return new MadeUpRuns(shown(chapter, "output"), shown(chapter, "dump")).of(lesson, side);
      }

      @Override
      public List<String> problems() {
        return List.of();
      }
    };
  }

  private static String shown(String chapter, String language) {
    return SAMPLE
        .matcher(chapter)
        .results()
        .filter(sample -> sample.group(1).equals(language))
        .map(sample -> sample.group(2))
        .collect(Collectors.joining());
  }

  Stream<Path> pages() throws IOException {
    try (Stream<Path> files = Files.walk(site)) {
      return files.filter(f -> f.toString().endsWith(".html")).sorted().toList().stream();
    }
  }

  @Test
  void it_is_complete_in_both_languages() {
    assertEquals("", String.join("\n", problems));
  }

  @Test
  void a_page_is_there_in_each_language() throws IOException {
    List<String> names = pages().map(p -> site.relativize(p).toString()).toList();
    assertEquals(
        names.stream().filter(n -> !n.startsWith("zh")).toList(),
        names.stream().filter(n -> n.startsWith("zh")).map(n -> n.substring(3)).toList());
    assertTrue(names.containsAll(List.of("index.html", "wrap-up.html", "glossary.html")));
  }

  @Test
  void the_languages_have_the_same_sections() throws IOException {
    for (Path page : pages().filter(p -> p.getParent().equals(site)).toList()) {
      Path other = site.resolve("zh").resolve(page.getFileName());
      assertEquals(ids(page), ids(other), page.toString());
    }
  }

  private static List<String> ids(Path page) throws IOException {
    return ID.matcher(Files.readString(page)).results().map(id -> id.group(1)).toList();
  }

  @Test
  void the_html_is_valid() throws Exception {
    assertEquals("", HtmlValidator.problems(pages().toList()));
  }

  @Test
  void a_page_needs_no_network_and_no_script_to_be_read() throws IOException {
    for (Path page : pages().toList()) {
      String html = Files.readString(page);
      assertEquals(
          List.of(),
          FETCHED.matcher(html).results().map(f -> f.group()).toList(),
          "fetched from elsewhere by " + page);
      SCRIPT
          .matcher(html)
          .results()
          .forEach(script -> assertTrue(script.group().contains(" defer"), script::group));
    }
  }
}
