// SPDX-License-Identifier: Apache-2.0
package loosethreads.screen;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import loosethreads.lesson.Lesson;
import loosethreads.lesson.Lessons;
import loosethreads.lesson.Tags;

/**
 * A lesson's chapter for a terminal: as much of AsciiDoc as the chapters use. The guide is the one
 * to look at; this is for whoever has no browser at hand.
 */
final class ChapterText {
  /** The section with which the solution begins. */
  private static final String FIX = "The fix";

  /** Hints have a key of their own. */
  private static final String HINTS = "Hints";

  private static final Pattern HEADING = Pattern.compile("==+ (.*)");
  private static final Pattern INCLUDE = Pattern.compile("include::(.+)\\[tag=(.+)]");
  private static final Pattern FENCE = Pattern.compile("-{4}|\\.{4}");
  private static final Pattern ATTRIBUTE = Pattern.compile(":([a-z-]+): (.*)");
  private static final Pattern REFERENCE = Pattern.compile("\\{([a-z-]+)}");
  private static final Pattern ITEM = Pattern.compile("\\* (.*)");
  private static final Pattern TERM = Pattern.compile("(.*?)::(?: (.*))?");
  private static final Pattern LEFT_OUT = Pattern.compile("//.*|\\[.*]|= .*|\\+");

  private final Lessons lessons;
  private final Lesson lesson;
  private final List<Row> rows = new ArrayList<>();
  private final Map<String, String> figures = new HashMap<>();
  private final StringBuilder paragraph = new StringBuilder();
  private String start = "";
  private boolean isCode;

  private ChapterText(Lessons lessons, Lesson lesson) {
    this.lessons = lessons;
    this.lesson = lesson;
  }

  /**
   * Its rows.
   *
   * @param all whether the fix is shown too, and what follows
   */
  static List<Row> of(Lessons lessons, Lesson lesson, boolean all) {
    var text = new ChapterText(lessons, lesson);
    String chapter = lessons.chapter(lesson);
    for (String line : chapter.lines().toList()) {
      Matcher heading = HEADING.matcher(line);
      boolean begins = !text.isCode && heading.matches();
      if (begins && heading.group(1).equals(FIX) && !all) {
        text.closed();
        break;
      }
      if (begins && heading.group(1).equals(HINTS)) {
        break;
      }
      text.read(line);
    }
    text.endParagraph();
    return List.copyOf(text.rows);
  }

  private void closed() {
    endParagraph();
    rows.add(Row.of(Style.BOLD, FIX));
    rows.add(Row.BLANK);
    rows.add(Row.plain("This and what follows is here once you have passed."));
  }

  private void read(String line) {
    if (FENCE.matcher(line).matches()) {
      endParagraph();
      isCode = !isCode;
    } else if (isCode) {
      code(line);
    } else if (line.isBlank()) {
      endParagraph();
      blank();
    } else if (!attribute(line) && !LEFT_OUT.matcher(line).matches()) {
      prose(line);
    }
  }

  /** Whether the line is an attribute of the header; the text may refer to it. */
  private boolean attribute(String line) {
    Matcher attribute = ATTRIBUTE.matcher(line);
    if (attribute.matches()) {
      figures.put(attribute.group(1), attribute.group(2));
    }
    return attribute.matches();
  }

  private void code(String line) {
    Matcher include = INCLUDE.matcher(line);
    if (!include.matches()) {
      rows.add(Row.of(Style.PLACE, "    " + line));
      return;
    }
    Optional<String> code =
        lessons
            .included(lesson, include.group(1))
            .flatMap(program -> Tags.region(program, include.group(2)));
    code.orElse("// " + include.group(1))
        .lines()
        .forEach(l -> rows.add(Row.of(Style.PLACE, "    " + l)));
  }

  private void prose(String line) {
    Matcher heading = HEADING.matcher(line);
    Matcher item = ITEM.matcher(line);
    Matcher term = TERM.matcher(line);
    if (heading.matches()) {
      endParagraph();
      rows.add(Row.of(Style.BOLD, heading.group(1)));
    } else if (item.matches()) {
      endParagraph();
      start = "  * ";
      paragraph.append(item.group(1));
    } else if (term.matches()) {
      endParagraph();
      rows.add(Row.of(Style.BOLD, inline(term.group(1))));
      start = "    ";
      paragraph.append(Optional.ofNullable(term.group(2)).orElse(""));
    } else {
      paragraph.append(paragraph.isEmpty() ? "" : " ").append(line);
    }
  }

  private void endParagraph() {
    if (!paragraph.isEmpty()) {
      rows.add(new Row(Style.PLAIN, start, inline(paragraph.toString())));
      paragraph.setLength(0);
    }
    start = "";
  }

  /** One, however many there are in the source. */
  private void blank() {
    if (!rows.isEmpty() && !rows.getLast().equals(Row.BLANK)) {
      rows.add(Row.BLANK);
    }
  }

  private String inline(String text) {
    return REFERENCE
        .matcher(text)
        .replaceAll(
            figure ->
                Matcher.quoteReplacement(figures.getOrDefault(figure.group(1), figure.group())))
        .replaceAll("(?:link:)?(https?://\\S+?)\\[`?(.*?)`?]", "$2 ($1)")
        .replaceAll("\\b_(.+?)_\\b", "$1")
        .replace("`", "'");
  }
}
