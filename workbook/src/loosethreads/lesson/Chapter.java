// SPDX-License-Identifier: Apache-2.0
package loosethreads.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads from a chapter's AsciiDoc what the tool needs: its header, its hints, and names. */
final class Chapter {
  /** Names with commas; the outcome; why, if there is a word on it. */
  private static final Pattern REJECTED =
      Pattern.compile("(?m)^(?:\\* )?(`[^(:]*?)(?:: | \\()([A-Z]+)(?:\\.|\\)::)(.*)$");

  private static final Pattern NAME = Pattern.compile("`([a-z0-9-]+)`");

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
        hints(),
        rejected());
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

  /** In their section, as items of either of AsciiDoc's two kinds of list. */
  private List<RejectedFixes> rejected() {
    return first("(?ms)^== Fixes that do not hold$(.*?)(?=^== |\\z)").stream()
        .flatMap(section -> REJECTED.matcher(section).results())
        .map(
            item ->
                new RejectedFixes(
                    NAME.matcher(item.group(1)).results().map(name -> name.group(1)).toList(),
                    item.group(2),
                    item.group(3).strip()))
        .toList();
  }

  private Optional<String> first(String regex) {
    Matcher matcher = Pattern.compile(regex).matcher(text);
    return matcher.find() ? Optional.of(matcher.group(1).strip()) : Optional.empty();
  }

  private static IllegalArgumentException missing(String what) {
    return new IllegalArgumentException("lesson.adoc has no " + what);
  }
}
