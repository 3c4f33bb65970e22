// SPDX-License-Identifier: Apache-2.0
package loosethreads.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import loosethreads.Checkout;
import org.asciidoctor.Asciidoctor;
import org.asciidoctor.Options;
import org.asciidoctor.SafeMode;
import org.asciidoctor.log.LogRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** All that is written in AsciiDoc renders without a warning: no include or tag is missing. */
@TestInstance(Lifecycle.PER_CLASS)
@Execution(ExecutionMode.SAME_THREAD)
class RenderTest {
  private static final Pattern LINK = Pattern.compile("link:([^\\[:]+)\\[");

  private final Asciidoctor asciidoctor = Asciidoctor.Factory.create();
  private final List<String> messages = new ArrayList<>();

  RenderTest() {
    Logger.getLogger("asciidoctor").setUseParentHandlers(false); // ours is enough
    asciidoctor.registerLogHandler(record -> messages.add(text(record)));
  }

  private static String text(LogRecord record) {
    return record.getSeverity() + ": " + record.getMessage() + " at " + record.getCursor();
  }

  @AfterAll
  void close() {
    asciidoctor.close();
  }

  static Stream<String> documents() throws IOException {
    Path root = Checkout.root();
    List<String> documents = new ArrayList<>(List.of("README.adoc"));
    for (String top : List.of("lessons", "solutions")) {
      try (Stream<Path> files = Files.walk(root.resolve(top))) {
        files
            .filter(f -> f.toString().endsWith(".adoc"))
            .map(f -> root.relativize(f).toString())
            .sorted()
            .forEach(documents::add);
      }
    }
    return documents.stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("documents")
  void a_document_renders_without_a_warning(String document) {
    String html = rendered(Checkout.root().resolve(document));
    assertEquals(List.of(), messages);
    assertTrue(html.contains("<p>"), "it has text");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("documents")
  void each_link_to_a_file_leads_to_one(String document) throws IOException {
    Path file = Checkout.root().resolve(document);
    List<String> dead =
        LINK.matcher(Files.readString(file))
            .results()
            .map(link -> link.group(1))
            .filter(target -> !Files.exists(file.resolveSibling(target)))
            .toList();
    assertEquals(List.of(), dead);
  }

  @Test
  void a_missing_tag_is_a_warning(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("A.java"), "class A {}\n");
    Path document = folder.resolve("a.adoc");
    Files.writeString(document, "= A\n\n----\ninclude::A.java[tag=gone]\n----\n");
    rendered(document);
    assertEquals(1, messages.size(), messages::toString);
    assertTrue(messages.getFirst().contains("tag 'gone' not found"), messages::toString);
  }

  private String rendered(Path document) {
    messages.clear();
    Options options =
        Options.builder().safe(SafeMode.UNSAFE).toFile(false).standalone(true).build();
    return asciidoctor.convertFile(document.toFile(), options);
  }
}
