// SPDX-License-Identifier: Apache-2.0
package loosethreads.gate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** A chapter as its reader meets it: its sections, and how long it is. */
final class ChapterText {
  /** Listings and literal blocks. */
  private static final Pattern BLOCK = Pattern.compile("(?ms)^(----+|\\.\\.\\.\\.+)$.*?^\\1$");

  /** Titles, attributes, macros and markup are not prose. */
  private static final Pattern NO_PROSE =
      Pattern.compile("(?m)^(//.*|:.*|\\[.*\\]|=+ .*|\\..*|\\|===|====|include::.*)$");

  private final Path file;
  private final String text;

  ChapterText(Path file) throws IOException {
    this.file = file;
    text = Files.readString(file);
  }

  /** Sections that are missing, or not in their order, or empty. */
  List<String> problems(List<String> sections) {
    List<String> problems = new ArrayList<>();
    int from = 0;
    for (String section : sections) {
      var heading = Pattern.compile("(?m)^== " + Pattern.quote(section) + "$").matcher(text);
      if (!heading.find(from)) {
        problems.add("%s has no section '%s' in its place".formatted(file, section));
        continue;
      }
      from = heading.end();
      String body = text.substring(from).split("(?m)^== ", 2)[0];
      if (body.isBlank()) {
        problems.add("%s: the section '%s' is empty".formatted(file, section));
      }
    }
    return problems;
  }

  /** A header's attribute that is a number; {@code otherwise} if it is not there. */
  int number(String attribute, int otherwise) {
    var value = Pattern.compile("(?m)^:%s: (\\d+)$".formatted(attribute)).matcher(text);
    return value.find() ? Integer.parseInt(value.group(1)) : otherwise;
  }

  /** The words of the prose, the hints not counted, for they are read on demand. */
  long words() {
    String prose = text.split("(?m)^== Hints$", 2)[0];
    prose = BLOCK.matcher(prose).replaceAll("");
    prose = NO_PROSE.matcher(prose).replaceAll("");
    return Arrays.stream(prose.split("\\s+")).filter(w -> w.matches(".*\\w.*")).count();
  }
}
