// SPDX-License-Identifier: Apache-2.0
package loosethreads.guide;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import loosethreads.lesson.Lesson;
import loosethreads.lifeline.SvgPicture;

/** Writes the slides: a deck for each lesson in each language, and a page that leads to them. */
final class SlideDecks {
  /** What a deck loads of reveal.js. */
  private static final List<String> OF_REVEAL =
      List.of(
          "LICENSE",
          "dist/reset.css",
          "dist/reveal.css",
          "dist/reveal.js",
          "plugin/notes/notes.js");

  private final Sources sources;
  private final Run.Source runs;
  private final Asciidoc asciidoc;
  private final Path folder;
  private final List<String> problems = new ArrayList<>();

  private SlideDecks(Sources sources, Run.Source runs, Asciidoc asciidoc, Path folder) {
    this.sources = sources;
    this.runs = runs;
    this.asciidoc = asciidoc;
    this.folder = folder;
  }

  /**
   * Writes the slides, and a copy of reveal.js: they need no network.
   *
   * @param reveal the npm package of reveal.js
   * @param folder where to; what is there already is overwritten
   * @return what is wrong with them, in sentences; empty if all is well
   */
  static List<String> write(
      Sources sources, Run.Source runs, Asciidoc asciidoc, Path reveal, Path folder)
      throws IOException {
    var decks = new SlideDecks(sources, runs, asciidoc, folder);
    for (Language language : Language.values()) {
      decks.write(Dictionary.of(language, sources));
    }
    for (String file : OF_REVEAL) {
      Path to = folder.resolve("reveal.js").resolve(file);
      Files.createDirectories(to.getParent());
      Files.copy(reveal.resolve(file), to, StandardCopyOption.REPLACE_EXISTING);
    }
    for (String name : List.of("colours.css", "slides.css")) {
      Files.copy(sources.own(name), folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }
    Files.writeString(folder.resolve("lifelines.css"), SvgPicture.css());
    return SiteProblems.all(runs, asciidoc, decks.problems, folder);
  }

  private void write(Dictionary words) throws IOException {
    Language language = words.language();
    Path to = Files.createDirectories(folder.resolve(language.folder()));
    for (Lesson lesson : sources.lessons().all()) {
      var figures = WrittenFigures.in(sources.chapter(lesson));
      var editor =
          new SlidesEditor(
              words, new Listing(sources.lessons(), lesson), runs.both(lesson), lesson, figures);
      asciidoc.write(
          sources.chapter(lesson),
          to.resolve(lesson.folder() + ".html"),
          "revealjs",
          attributes(words, figures.attributes(runs.figures(lesson))),
          editor);
      editor.problems().forEach(p -> problems.add(lesson.folder() + ": " + p));
    }
    Files.writeString(to.resolve("index.html"), index(words));
    problems.addAll(words.missing());
  }

  private static Map<String, Object> attributes(Dictionary words, Map<String, Object> figures) {
    String top = words.language().toTop();
    Map<String, Object> attributes = new HashMap<>(figures);
    attributes.put("noheader", ""); // our first slide has more than a title
    attributes.put("lang", words.language().tag());
    attributes.put("revealjsdir", top + "reveal.js");
    attributes.put("revealjs_customtheme", top + "slides.css");
    attributes.put("customcss", top + "lifelines.css");
    attributes.put("revealjs_plugin_zoom", "disabled");
    attributes.put("revealjs_width", SlideSize.WIDTH);
    attributes.put("revealjs_height", SlideSize.HEIGHT);
    attributes.put("revealjs_margin", 0);
    attributes.put("revealjs_center", false);
    attributes.put("revealjs_transition", "none");
    attributes.put("revealjs_viewdistance", 99); // else the pictures lose what they share
    attributes.put("revealjs_slidenumber", "c/t");
    attributes.put("revealjs_hash", true);
    return attributes;
  }

  private String index(Dictionary words) {
    Language language = words.language();
    return """
    <!DOCTYPE html>
    <html lang="%1$s">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>%2$s: %3$s</title>
    <link rel="stylesheet" href="%4$sslides.css">
    </head>
    <body class="decks">
    <h1>%2$s: %3$s</h1>
    <ol>
    %5$s</ol>
    <p>%6$s</p>
    </body>
    </html>
    """
        .formatted(
            language.tag(),
            words.of(Label.TITLE),
            words.of(Label.SLIDES),
            language.toTop(),
            sources.lessons().all().stream()
                .map(lesson -> item(words, lesson))
                .collect(Collectors.joining()),
            link(language, language.other()));
  }

  private static String item(Dictionary words, Lesson lesson) {
    return "<li><a href=\"%s.html\">%s</a><br>%s</li>\n"
        .formatted(
            lesson.folder(),
            Html.escaped(words.of(lesson.title())),
            Html.escaped(words.of(lesson.rule())));
  }

  private static String link(Language from, Language to) {
    return "<a lang=\"%s\" href=\"%s%sindex.html\">%s</a>"
        .formatted(to.tag(), from.toTop(), to.folder(), to.ownName());
  }
}
