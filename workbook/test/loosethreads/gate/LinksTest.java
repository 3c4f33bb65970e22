// SPDX-License-Identifier: Apache-2.0
package loosethreads.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import loosethreads.Checkout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** All that is written in AsciiDoc leads somewhere on a forge too, which renders file by file. */
class LinksTest {
  private static final Pattern LINK = Pattern.compile("(?:link:|image::)([^\\[:]+)\\[");

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
}
