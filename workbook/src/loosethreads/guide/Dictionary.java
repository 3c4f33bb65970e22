// SPDX-License-Identifier: Apache-2.0
package loosethreads.guide;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import loosethreads.guide.Po.Entry;
import loosethreads.lifeline.Phrase;
import loosethreads.lifeline.Words;

/** Translates the guide's texts, and knows which it could not. */
final class Dictionary {
  private static final Pattern CODE = Pattern.compile("(?<!`)`([^`\n]+)`(?!`)");

  /** A place for a value: of ours, or an attribute of the document. */
  private static final Pattern FORMAT = Pattern.compile("%(\\d\\$)?[ds]|\\{[a-z-]+\\}");

  private static final Pattern EMPHASIS = Pattern.compile("(?<![\\w_`])_([^_`\n]+)_(?![\\w_])");
  private static final Pattern STRONG = Pattern.compile("(?<![\\w*`])\\*([^*`\n]+)\\*(?![\\w*])");
  private static final Pattern ADDRESS = Pattern.compile("(?<!link:)(https?://[^\\s\\[]+\\[)");

  private final Language language;
  private final Map<String, Entry> entries = new HashMap<>();
  private final Set<String> used = new HashSet<>();
  private final Set<String> problems = new LinkedHashSet<>();

  private Dictionary(Language language) {
    this.language = language;
  }

  static Dictionary of(Language language, Sources sources) throws IOException {
    var dictionary = new Dictionary(language);
    // A guide need not have a place for each.
    Stream.of(Label.values()).map(Label::english).forEach(dictionary.used::add);
    Stream.of(Phrase.values()).map(Phrase::english).forEach(dictionary.used::add);
    if (language != Language.ENGLISH) {
      for (Path file : sources.allTranslations()) {
        if (Files.exists(file)) {
          Po.parse(Files.readString(file))
              .entries()
              .forEach(e -> dictionary.entries.put(e.english(), e));
        }
      }
    }
    return dictionary;
  }

  Language language() {
    return language;
  }

  String of(Label label) {
    return of(label.english());
  }

  /** For pictures of lifelines. */
  Words ofPictures() {
    return new Words(this::of);
  }

  /** The text in this language; itself if there is no translation. */
  String of(String english) {
    if (language == Language.ENGLISH || !Texts.hasWords(english)) {
      return english;
    }
    used.add(english);
    Entry entry = entries.get(english);
    if (entry == null || !entry.isDone()) {
      problems.add(missing(english, Optional.ofNullable(entry)));
      return english;
    }
    if (!codes(english).equals(codes(entry.translated()))) {
      problems.add(
          "the translation of '%s' has the code %s, not %s"
              .formatted(start(english), codes(entry.translated()), codes(english)));
      return english;
    }
    return adapted(entry.translated(), english);
  }

  private static String missing(String english, Optional<Entry> entry) {
    return entry.flatMap(Entry::former).isPresent()
        ? "changed after its translation: '%s'".formatted(start(english))
        : "not translated: '%s'".formatted(start(english));
  }

  private static String start(String text) {
    String line = text.replace('\n', ' ');
    return line.length() <= 70 ? line : line.substring(0, 69) + "…";
  }

  private static Set<String> codes(String text) {
    Set<String> codes = new TreeSet<>();
    CODE.matcher(text).results().forEach(code -> codes.add(code.group(1)));
    FORMAT.matcher(text).results().forEach(format -> codes.add(format.group()));
    return codes;
  }

  /**
   * AsciiDoc wants something that is no letter around a mark; Chinese has no spaces. Doubled, the
   * marks need none.
   */
  private static String adapted(String translated, String english) {
    String text = CODE.matcher(translated).replaceAll("``$1``");
    text = ADDRESS.matcher(text).replaceAll("link:$1");
    text = EMPHASIS.matcher(english).find() ? doubled(text, EMPHASIS, "__") : text;
    return STRONG.matcher(english).find() ? doubled(text, STRONG, "**") : text;
  }

  private static String doubled(String text, Pattern marked, String mark) {
    return marked.matcher(text).replaceAll(m -> mark + Matcher.quoteReplacement(m.group(1)) + mark);
  }

  /** What is not translated, or not well. */
  List<String> missing() {
    return problems.stream().sorted().map(p -> language.tag() + ": " + p).toList();
  }

  /** What is missing, and translations of what the guide no longer says. */
  List<String> problems() {
    List<String> all = new ArrayList<>(problems);
    Set<String> open = new TreeSet<>(used);
    open.removeAll(entries.keySet());
    for (Entry entry : entries.values()) {
      if (!used.contains(entry.english()) && !entry.translated().isEmpty()) {
        all.add(
            "the guide no longer says '%s'%s"
                .formatted(
                    start(entry.english()),
                    Translations.nearest(entry.english(), open)
                        .map(now -> ", but '" + start(now) + "'")
                        .orElse("")));
      }
    }
    return all.stream().sorted().map(p -> language.tag() + ": " + p).toList();
  }
}
