// SPDX-License-Identifier: Apache-2.0
package loosethreads.guide;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import loosethreads.guide.HandoutEditor.Picture;
import loosethreads.lesson.Lesson;
import loosethreads.lifeline.SvgPart;
import loosethreads.lifeline.SvgPicture;

/**
 * Writes the handouts: a PDF for each lesson in each language.
 *
 * @param font with Chinese glyphs
 * @param work a folder for what the PDFs are made of
 */
record Handouts(
    Sources sources, Run.Source runs, Asciidoc asciidoc, Path font, Path work, Path folder) {
  /** The font's name in the theme. */
  private static final String CHINESE = "Chinese";

  /**
   * Writes them.
   *
   * @param withSolutions for the teacher: files of other names
   * @return what is wrong with them, in sentences; empty if all is well
   */
  List<String> write(boolean withSolutions) throws IOException {
    Files.copy(font, work.resolve("chinese.ttf"));
    List<String> problems = new ArrayList<>(runs.problems());
    for (Lesson lesson : sources.lessons().all()) {
      for (Language language : Language.values()) {
        Dictionary words = Dictionary.of(language, sources);
        Map<Side, Picture> pictures = pictures(words, lesson);
        var figures = WrittenFigures.in(sources.chapter(lesson));
        var editor =
            new HandoutEditor(words, runs.both(lesson), pictures, lesson, figures, withSolutions);
        asciidoc.write(
            sources.chapter(lesson),
            file(lesson, language, withSolutions),
            "pdf",
            attributes(words, figures.attributes(runs.figures(lesson))),
            editor);
        editor.problems().forEach(p -> problems.add(lesson.folder() + ": " + p));
        problems.addAll(words.missing());
      }
    }
    problems.addAll(asciidoc.takeProblems());
    return problems.stream().distinct().toList();
  }

  private Path file(Lesson lesson, Language language, boolean withSolutions) throws IOException {
    String name = lesson.folder() + (withSolutions ? "-with-solutions" : "") + ".pdf";
    return Files.createDirectories(folder.resolve(language.folder())).resolve(name);
  }

  private Map<Side, Picture> pictures(Dictionary words, Lesson lesson) throws IOException {
    Map<Side, Run> both = runs.both(lesson);
    long length = Run.axis(both.values());
    Map<Side, Picture> pictures = new EnumMap<>(Side.class);
    for (Side side : Side.values()) {
      SvgPart part = SvgPicture.part(both.get(side).recording(), length, words.ofPictures());
      Path file = work.resolve(side.key() + lesson.number() + words.language().tag() + ".svg");
      Files.writeString(file, part.forPrint(CHINESE));
      pictures.put(side, new Picture(file.toString(), part.summary(), part.marks()));
    }
    return pictures;
  }

  private Map<String, Object> attributes(Dictionary words, Map<String, Object> figures) {
    Map<String, Object> attributes = new HashMap<>(figures);
    attributes.put("lang", words.language().tag());
    attributes.put("pdf-themesdir", sources.own("").toString());
    attributes.put("pdf-theme", "handout-" + words.language().tag());
    attributes.put("pdf-fontsdir", "GEM_FONTS_DIR;" + work);
    attributes.put("source-highlighter", "rouge");
    attributes.put("rouge-style", "bw");
    attributes.put("book", words.of(Label.TITLE));
    attributes.put("figure-caption!", "");
    if (words.language() == Language.CHINESE) {
      attributes.put("scripts", "cjk"); // lines may break between any two characters
    }
    return attributes;
  }
}
