// SPDX-License-Identifier: Apache-2.0
package loosethreads.guide;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The translations in one file, in gettext's PO format, which translators' tools read and write.
 *
 * @param about what the file translates, for people
 */
record Po(String about, List<Entry> entries) {
  /**
   * A text and its translation.
   *
   * @param where what kind of text it is, and the file that it is in, for the translator
   * @param translated empty if there is none yet
   * @param former the English that the translation was made for, if it is not this one: then the
   *     translator has to look again
   */
  record Entry(String english, String where, String translated, Optional<String> former) {
    boolean isDone() {
      return !translated.isEmpty() && former.isEmpty();
    }
  }

  Po {
    entries = List.copyOf(entries);
  }

  /**
   * @throws IllegalArgumentException with the line that is no PO
   */
  static Po parse(String text) {
    List<Entry> entries = new ArrayList<>();
    String about = "";
    for (String paragraph : text.split("\\R{2,}", -1)) {
      Fields fields = new Fields();
      paragraph.lines().forEach(fields::line);
      if (fields.english.isEmpty()) {
        about = fields.about;
      } else {
        entries.add(fields.entry());
      }
    }
    return new Po(about, entries);
  }

  /** The parts of an entry while its lines are read. */
  private static final class Fields {
    private final StringBuilder english = new StringBuilder();
    private final StringBuilder translated = new StringBuilder();
    private final StringBuilder former = new StringBuilder();
    private String where = "";
    private String about = "";
    private StringBuilder current = new StringBuilder();

    private void line(String line) {
      if (line.startsWith("#. ")) {
        where = line.substring(3);
      } else if (line.startsWith("# ")) {
        about = line.substring(2);
      } else if (line.startsWith("#| ")) {
        string(line.substring(3), former);
      } else if (line.startsWith("msgid ")) {
        string(line, english);
      } else if (line.startsWith("msgstr ")) {
        string(line, translated);
      } else if (line.startsWith("\"")) {
        current.append(unquoted(line));
      } else if (!line.isBlank() && !line.startsWith("#")) {
        throw new IllegalArgumentException("not a line of a PO file: " + line);
      }
    }

    private void string(String line, StringBuilder field) {
      current = field;
      if (line.contains("\"")) {
        current.append(unquoted(line.substring(line.indexOf('"'))));
      }
    }

    private Entry entry() {
      return new Entry(
          english.toString(),
          where,
          translated.toString(),
          former.isEmpty() ? Optional.empty() : Optional.of(former.toString()));
    }
  }

  private static String unquoted(String quoted) {
    String line = quoted.strip();
    if (line.length() < 2 || !line.endsWith("\"")) {
      throw new IllegalArgumentException("a string of a PO file has no end: " + line);
    }
    return line.substring(1, line.length() - 1).translateEscapes();
  }

  /** The file's text. */
  String print() {
    StringBuilder text = new StringBuilder();
    text.append("# ").append(about).append('\n');
    text.append("msgid \"\"\nmsgstr \"\"\n");
    text.append("\"Language: zh_CN\\n\"\n");
    text.append("\"Content-Type: text/plain; charset=UTF-8\\n\"\n");
    for (Entry entry : entries) {
      text.append("\n#. ").append(entry.where).append('\n');
      if (entry.former.isPresent()) {
        text.append("#, fuzzy\n");
        string(text, "#| msgid", "#| ", entry.former.get());
      }
      string(text, "msgid", "", entry.english);
      string(text, "msgstr", "", entry.translated);
    }
    return text.toString();
  }

  /** A line of the file for each line of the string. */
  private static void string(StringBuilder text, String keyword, String start, String string) {
    List<String> lines = List.of(string.split("(?<=\n)", -1));
    text.append(keyword).append(' ');
    if (lines.size() > 1) {
      text.append("\"\"\n").append(start);
    }
    for (int i = 0; i < lines.size(); i++) {
      text.append(i == 0 ? "" : start).append('"').append(escaped(lines.get(i))).append("\"\n");
    }
  }

  private static String escaped(String line) {
    return line.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
  }

  /** The texts that have no translation, or one that was made for another text. */
  List<String> open() {
    return List.copyOf(
        new TreeSet<>(entries.stream().filter(e -> !e.isDone()).map(Entry::english).toList()));
  }
}
