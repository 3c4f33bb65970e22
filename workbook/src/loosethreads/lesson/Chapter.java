// SPDX-License-Identifier: Apache-2.0
package loosethreads.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads from a chapter's AsciiDoc what the tool needs: its header and its hints. */
final class Chapter {
  private final String text;

  Chapter(String text) {
    this.text = text;
  }

  /**
   * @throws IllegalArgumentException with what is missing
   */
  Lesson lesson(int number) {
    return new Lesson(
        number,
        first("(?m)^= (.+)$").orElseThrow(() -> missing("a title ('= …')")),
        attribute("rule"),
        attribute("outcome"),
        hints());
  }

  private String attribute(String name) {
    return first("(?m)^:" + name + ": (.+)$").orElseThrow(() -> missing("':" + name + ": …'"));
  }

  private List<String> hints() {
    List<String> hints = new ArrayList<>();
    for (Optional<String> hint = hint(1); hint.isPresent(); hint = hint(hints.size() + 1)) {
      hints.add(hint.get());
    }
    return hints;
  }

  private Optional<String> hint(int level) {
    String tag = "hint-" + level + "\\[\\]\\R";
    return first("(?s)// tag::" + tag + "(.*?)\\R// end::hint-" + level + "\\[\\]")
        .map(String::strip);
  }

  private Optional<String> first(String regex) {
    Matcher matcher = Pattern.compile(regex).matcher(text);
    return matcher.find() ? Optional.of(matcher.group(1).strip()) : Optional.empty();
  }

  private static IllegalArgumentException missing(String what) {
    return new IllegalArgumentException("lesson.adoc has no " + what);
  }
}
