// SPDX-License-Identifier: Apache-2.0
package loosethreads.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** A guide that is all right, and the work of its translators. */
@TestInstance(Lifecycle.PER_CLASS)
@ResourceLock("AsciiDoc")
class SmallGuideTest {
  private static final String PO = "lessons/lesson1/zh.po";

  private final Asciidoc asciidoc = new Asciidoc(Path.of("/"));
  private Path root;
  private SmallGuide small;

  @BeforeEach
  @Timeout(300) // Ruby starts here, which takes its time on a busy machine
  void write(@TempDir Path folder) throws IOException {
    root = folder;
    small = new SmallGuide(root);
    small.translate(asciidoc);
  }

  @AfterAll
  void close() {
    asciidoc.close();
  }

  @Test
  void two_builds_make_the_same_pages_with_the_figures_of_the_run(
      @TempDir Path one, @TempDir Path two) throws IOException {
    assertEquals(List.of(), small.build(asciidoc, one));
    assertEquals(List.of(), small.build(asciidoc, two));
    Map<String, String> pages = pages(one);
    assertEquals(pages, pages(two));
    String lesson = pages.get("lesson1.html");
    assertTrue(lesson.contains("10 accepted, 4 collected"), lesson);
    assertTrue(
        lesson.contains("ended after <span class=\"figure\">0.42 s</span>, with <span"), lesson);
    assertTrue(lesson.contains("data-broken=\"13\""), "the numbers of a listing's lines");
    assertTrue(lesson.contains("<details class=\"question\"><summary>Why?</summary>"), lesson);
    assertTrue(lesson.contains("href=\"solution1.html#swallow\""), lesson);
    String chinese = pages.get("zh/lesson1.html");
    assertTrue(chinese.contains("译<span class=\"figure\">0.42 s</span>"), chinese);
    assertTrue(chinese.contains("<details class=\"question\"><summary>译</summary>"), chinese);
    assertTrue(chinese.contains("<p>译<code>thread</code></p>"), chinese);
  }

  private static Map<String, String> pages(Path site) throws IOException {
    Map<String, String> pages = new TreeMap<>();
    try (Stream<Path> files = Files.walk(site)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        pages.put(site.relativize(file).toString(), Files.readString(file));
      }
    }
    return pages;
  }

  @Test
  void a_translation_stays_and_a_new_wording_gets_it_to_be_looked_at() throws IOException {
    String before = Files.readString(root.resolve(PO));
    writeTranslations();
    assertEquals(before, Files.readString(root.resolve(PO)));
    small.replace(SmallGuide.SOLUTION, "It has no thread.", "It has no \"loose\" thread.");
    writeTranslations();
    Po.Entry changed =
        Po.parse(Files.readString(root.resolve(PO))).entries().stream()
            .filter(e -> e.english().contains("loose"))
            .findFirst()
            .orElseThrow();
    assertEquals("It has no \"loose\" thread.", changed.english());
    assertEquals("译", changed.translated());
    assertEquals("It has no thread.", changed.former().orElseThrow());
    assertTrue(Files.readString(root.resolve(PO)).contains("#, fuzzy\n#| msgid \"It has no"));
  }

  private void writeTranslations() throws IOException {
    Translations.of(small.sources(), asciidoc).write();
  }

  @Test
  void a_file_of_translations_is_read_as_it_was_written() {
    var entry = new Po.Entry("a \"b\"\n\\c", "term, d", "e\nf", Optional.of("g\nh"));
    var po = new Po("about", List.of(entry));
    assertEquals(po, Po.parse(po.print()));
  }
}
