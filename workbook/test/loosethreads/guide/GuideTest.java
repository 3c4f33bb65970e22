// SPDX-License-Identifier: Apache-2.0
package loosethreads.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The guide of this checkout, as it is in files. */
@ExtendWith(SharedGuide.class)
@TestInstance(Lifecycle.PER_CLASS)
@ResourceLock("AsciiDoc")
class GuideTest {
  private static final Pattern ID = Pattern.compile("<h[23] id=\"([^\"]*)\"");
  private static final Pattern SCRIPT = Pattern.compile("<script[^>]*>");
  private static final Pattern FETCHED =
      Pattern.compile("(<link rel=\"stylesheet\"[^>]*|src=)\"https?:[^>]*");

  private final BuiltGuide guide;

  GuideTest(BuiltGuide guide) {
    this.guide = guide;
  }

  @Test
  void it_is_complete_in_both_languages() {
    assertEquals("", String.join("\n", guide.problems()));
  }

  @Test
  void a_page_is_there_in_each_language() {
    List<String> names = guide.pages().stream().map(guide::name).toList();
    assertEquals(
        names.stream().filter(n -> !n.startsWith("zh")).toList(),
        names.stream().filter(n -> n.startsWith("zh")).map(n -> n.substring(3)).toList());
    assertTrue(names.containsAll(List.of("index.html", "wrap-up.html", "glossary.html")));
  }

  @Test
  void the_languages_have_the_same_sections() throws IOException {
    List<Path> english =
        guide.pages().stream().filter(p -> p.getParent().equals(guide.site())).toList();
    for (Path page : english) {
      Path other = guide.site().resolve("zh").resolve(page.getFileName());
      assertEquals(ids(page), ids(other), page.toString());
    }
  }

  private static List<String> ids(Path page) throws IOException {
    return ID.matcher(Files.readString(page)).results().map(id -> id.group(1)).toList();
  }

  @Test
  void the_html_is_valid() throws Exception {
    assertEquals("", HtmlValidator.problems(guide.pages()));
  }

  @Test
  void a_page_needs_no_network_and_no_script_to_be_read() throws IOException {
    for (Path page : guide.pages()) {
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
