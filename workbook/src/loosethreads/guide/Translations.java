// SPDX-License-Identifier: Apache-2.0
package loosethreads.guide;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import loosethreads.guide.Po.Entry;
import loosethreads.lesson.Lesson;
import loosethreads.lifeline.Phrase;

/**
 * The texts of the guide, in the files that translate them: one for each lesson, and one for what
 * belongs to no lesson or to more than one.
 */
final class Translations {
  /** Below this likeness, from 0 to 1, a text is another one, and not a new wording. */
  private static final double ALIKE = 0.5;

  private final Sources sources;

  /** Where each text is, by its English, for each file. */
  private final Map<Path, Map<String, String>> texts = new LinkedHashMap<>();

  private Translations(Sources sources) {
    this.sources = sources;
  }

  /** Those of the sources as they are now. */
  static Translations of(Sources sources, Asciidoc asciidoc) throws IOException {
    var all = new Translations(sources);
    Map<Path, Map<String, String>> lessons = new LinkedHashMap<>();
    for (Lesson lesson : sources.lessons().all()) {
      lessons.put(sources.translations(lesson), all.texts(lesson, asciidoc));
    }
    Map<String, String> shared = all.texts(asciidoc);
    Set<String> seen = new LinkedHashSet<>();
    for (Map<String, String> own : lessons.values()) {
      own.forEach(
          (text, where) -> {
            if (!seen.add(text)) {
              shared.putIfAbsent(text, where.replaceFirst(",.*", " of several lessons"));
            }
          });
    }
    lessons.values().forEach(own -> own.keySet().removeAll(shared.keySet()));
    all.texts.put(sources.translations(), shared);
    all.texts.putAll(lessons);
    return all;
  }

  /** Those that belong to no lesson. */
  private Map<String, String> texts(Asciidoc asciidoc) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (Label label : Label.values()) {
      texts.put(label.english(), "label of the guide");
    }
    for (Phrase phrase : Phrase.values()) {
      texts.put(phrase.english(), "in a picture of lifelines");
    }
    document(asciidoc, sources.frontPage(), texts);
    document(asciidoc, sources.glossary(), texts);
    return texts;
  }

  private Map<String, String> texts(Lesson lesson, Asciidoc asciidoc) throws IOException {
    Map<String, String> texts = new LinkedHashMap<>();
    document(asciidoc, sources.chapter(lesson), texts);
    document(asciidoc, sources.solution(lesson), texts);
    for (String name : lesson.rejectedNames()) {
      texts.put(
          sources.rejected(lesson, name).reason(),
          "why it does not hold, solutions/%s/rejected/%s.diff".formatted(lesson.folder(), name));
    }
    return texts;
  }

  private void document(Asciidoc asciidoc, Path file, Map<String, String> to) {
    String name = sources.root().relativize(file).toString().replace('\\', '/');
    Texts.visit(
        asciidoc.load(file),
        place -> to.putIfAbsent(place.get().get(), place.kind() + ", " + name));
  }

  /**
   * Writes the files anew: what is translated stays, what is new is empty, and where only the
   * English has changed, the translation is kept for its translator to look at.
   *
   * @return the files that were written, each with the number of texts that are open
   */
  Map<Path, Integer> write() throws IOException {
    Map<String, Entry> known = new LinkedHashMap<>();
    for (Path file : texts.keySet()) {
      if (Files.exists(file)) {
        Po.parse(Files.readString(file)).entries().stream()
            .filter(e -> !e.translated().isEmpty())
            .forEach(e -> known.put(e.english(), e));
      }
    }
    Map<String, Entry> gone = new LinkedHashMap<>(known);
    texts.values().forEach(own -> gone.keySet().removeAll(own.keySet()));
    Map<Path, Integer> written = new LinkedHashMap<>();
    for (Path file : texts.keySet()) {
      List<Entry> entries = new ArrayList<>();
      texts.get(file).forEach((english, where) -> entries.add(entry(english, where, known, gone)));
      var po = new Po(about(file), entries);
      Files.writeString(file, po.print());
      written.put(file, po.open().size());
    }
    return written;
  }

  private String about(Path file) {
    return "Simplified Chinese for %s. Written by ./build.sh translations; fill in each msgstr."
        .formatted(
            file.equals(sources.translations())
                ? "the guide"
                : file.getParent().getFileName().toString());
  }

  private static Entry entry(
      String english, String where, Map<String, Entry> known, Map<String, Entry> gone) {
    if (known.containsKey(english)) {
      Entry old = known.get(english);
      return new Entry(english, where, old.translated(), old.former());
    }
    Optional<Entry> former = nearest(english, gone.keySet()).map(gone::remove);
    return former
        .map(f -> new Entry(english, where, f.translated(), Optional.of(f.english())))
        .orElse(new Entry(english, where, "", Optional.empty()));
  }

  /** What is most like the text, if anything is like it. */
  static Optional<String> nearest(String text, Collection<String> others) {
    Set<String> words = words(text);
    String nearest = null;
    double most = ALIKE;
    for (String other : others) {
      Set<String> common = words(other);
      int all = words.size() + common.size();
      common.retainAll(words);
      double likeness = 2.0 * common.size() / all;
      if (likeness >= most) {
        most = likeness;
        nearest = other;
      }
    }
    return Optional.ofNullable(nearest);
  }

  private static Set<String> words(String text) {
    return new LinkedHashSet<>(List.of(text.toLowerCase(Locale.ROOT).split("\\W+", -1)));
  }
}
