// SPDX-License-Identifier: Apache-2.0
package loosethreads.guide;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import loosethreads.lesson.Lesson;
import loosethreads.lifeline.SvgPicture;
import loosethreads.session.ProgramDiff;
import org.asciidoctor.ast.Document;
import org.asciidoctor.ast.Section;
import org.asciidoctor.ast.StructuralNode;

/** Writes the guide as a static site: the same pages in each language, and what they share. */
final class Site {
  private static final String WRAP_UP = "what-the-six-lessons-say";

  private final Sources sources;
  private final Run.Source runs;
  private final Asciidoc asciidoc;
  private final Path folder;
  private final List<String> problems = new ArrayList<>();

  private Site(Sources sources, Run.Source runs, Asciidoc asciidoc, Path folder) {
    this.sources = sources;
    this.runs = runs;
    this.asciidoc = asciidoc;
    this.folder = folder;
  }

  /**
   * Writes the site.
   *
   * @param folder where to; what is there already is overwritten
   * @return what is wrong with it, in sentences; empty if all is well
   */
  static List<String> write(Sources sources, Run.Source runs, Asciidoc asciidoc, Path folder)
      throws IOException {
    var site = new Site(sources, runs, asciidoc, folder);
    var index = new SearchIndex();
    for (Language language : Language.values()) {
      site.write(Dictionary.of(language, sources), index);
    }
    site.writeShared(index);
    for (Lesson lesson : sources.lessons().all()) {
      site.mustShow(lesson);
    }
    return SiteProblems.all(runs, asciidoc, site.problems, folder);
  }

  private void write(Dictionary words, SearchIndex index) throws IOException {
    List<Page> way = new ArrayList<>();
    List<Page> solutions = new ArrayList<>();
    var editor = new GlossaryEditor(words);
    Page glossary =
        new Page(
            "glossary.html",
            words.of(Label.GLOSSARY),
            words.of(Label.GLOSSARY),
            converted(sources.glossary(), editor));
    var used = new WordsUsed(words, editor.terms());
    way.add(frontPage(words));
    for (Lesson lesson : sources.lessons().all()) {
      way.add(lesson(words, used, lesson));
      solutions.add(solution(words, used, lesson));
    }
    way.add(wrapUp(words));
    way.add(glossary);
    var template = new Template(words, way);
    Path to = Files.createDirectories(folder.resolve(words.language().folder()));
    for (int i = 0; i < way.size(); i++) {
      Page page = way.get(i);
      index.add(words.language(), page);
      write(to, template.html(page, at(way, i - 1), at(way, i + 1)), page);
    }
    for (int i = 0; i < solutions.size(); i++) {
      Page page = solutions.get(i);
      index.add(words.language(), page);
      write(to, template.html(page, at(way, i + 1), at(way, i + 2)), page);
    }
    for (Lesson lesson : sources.lessons().all()) {
      Files.writeString(
          to.resolve(lesson.folder() + ".svg"),
          SvgPicture.of(runs.of(lesson, Side.BROKEN).recording(), words.ofPictures()));
    }
    problems.addAll(words.problems());
  }

  private static Optional<Page> at(List<Page> pages, int index) {
    return index < 0 || index >= pages.size() ? Optional.empty() : Optional.of(pages.get(index));
  }

  private static void write(Path to, String html, Page page) throws IOException {
    Files.writeString(to.resolve(page.file()), html);
  }

  private void writeShared(SearchIndex index) throws IOException {
    for (String name : List.of("colours.css", "guide.css", "guide.js", "player.js", "search.js")) {
      Files.copy(sources.own(name), folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }
    Files.writeString(folder.resolve("lifelines.css"), SvgPicture.css());
    Files.writeString(folder.resolve("search-index.js"), index.script());
    Files.copy(
        sources.root().resolve("LICENSE"),
        folder.resolve("LICENSE"),
        StandardCopyOption.REPLACE_EXISTING);
  }

  private Lesson lesson(String number) {
    return sources.lessons().find(Integer.parseInt(number)).orElseThrow();
  }

  /** What is measured is shown. */
  private void mustShow(Lesson lesson) throws IOException {
    Set<String> unused = new TreeSet<>(runs.figures(lesson).keySet());
    for (Path file : List.of(sources.chapter(lesson), sources.solution(lesson))) {
      unused.removeAll(WrittenFigures.in(file).written().keySet());
    }
    unused.forEach(name -> problems.add("%s shows no {%s}".formatted(lesson.folder(), name)));
  }

  private Page frontPage(Dictionary words) throws IOException {
    String body = frontPage(words, false);
    return new Page("index.html", words.of(Label.HOME), words.of(Label.TITLE), body);
  }

  private Page wrapUp(Dictionary words) throws IOException {
    return new Page(
        "wrap-up.html", words.of(Label.WRAP_UP), words.of(Label.WRAP_UP), frontPage(words, true));
  }

  private Shown.Runs runsOfFrontPage() {
    return new Shown.Runs() {
      @Override
      public Run of(Side side, String lesson) {
        return runs.of(lesson(lesson), side);
      }

      @Override
      public Optional<TestRun> test() {
        return runs.test();
      }
    };
  }

  /** The front page without its wrap-up, which is long enough for a page; or that alone. */
  private String frontPage(Dictionary words, boolean wrapUp) throws IOException {
    var editor =
        new PageEditor(words, new Listing(), runsOfFrontPage()) {
          @Override
          public void edit(Document document, Asciidoc.Blocks blocks) {
            super.edit(document, blocks);
            List<StructuralNode> kept =
                document.getBlocks().stream()
                    .filter(block -> WRAP_UP.equals(block.getId()) == wrapUp)
                    .flatMap(block -> wrapUp ? raised(block) : Stream.of(block))
                    .toList();
            replace(document, kept);
          }
        };
    String html = converted(sources.frontPage(), editor);
    String top = words.language().toTop();
    return html.replaceAll("href=\"lessons/(lesson\\d+)/lesson.adoc", "href=\"$1.html")
        .replaceAll("src=\"workbook/guide/(lesson\\d+.svg)", "src=\"$1")
        .replace("href=\"LICENSE\"", "href=\"" + top + "LICENSE\"");
  }

  private Page lesson(Dictionary words, WordsUsed used, Lesson lesson) throws IOException {
    var listing = new Listing(sources.lessons(), lesson);
    var editor =
        new LessonEditor(words, listing, runs.both(lesson), lesson, diff(words, listing, lesson));
    var figures = WrittenFigures.in(sources.chapter(lesson));
    String body =
        """
        <p class="rule">%s</p>
        <p class="facts">%s · %s %s</p>
        %s%s\
        """
            .formatted(
                words.of(lesson.rule()),
                words.of(Label.LESSON).formatted(lesson.number()),
                words.of(Label.OUTCOME),
                outcome(lesson.outcome()),
                converted(sources.chapter(lesson), figures, runs.figures(lesson), editor),
                measured(words, figures, lesson));
    String title = words.of(lesson.title());
    return new Page(
        lesson.folder() + ".html", Integer.toString(lesson.number()), title, used.below(body));
  }

  private Page solution(Dictionary words, WordsUsed used, Lesson lesson) throws IOException {
    var listing = new Listing(sources.lessons(), lesson);
    var figures = WrittenFigures.in(sources.solution(lesson));
    String body =
        "<p class=\"facts\"><a href=\"%s.html\">%s</a></p>\n"
                .formatted(lesson.folder(), words.of(Label.BACK_TO_LESSON))
            + converted(
                sources.solution(lesson),
                figures,
                runs.figures(lesson),
                solutionEditor(words, listing, lesson))
            + new SolutionPage(sources, words, listing, lesson)
                .html(diff(words, listing, lesson), runs.of(lesson, Side.FIXED))
            + measured(words, figures, lesson);
    String title = words.of(Label.SOLUTION).formatted(lesson.number(), words.of(lesson.title()));
    return new Page(solutionFile(lesson), title, title, used.below(body));
  }

  /** What is in a section, for a page of its own. */
  private static Stream<StructuralNode> raised(StructuralNode section) {
    section.getBlocks().stream()
        .filter(Section.class::isInstance)
        .forEach(part -> part.setLevel(section.getLevel()));
    return section.getBlocks().stream();
  }

  private PageEditor solutionEditor(Dictionary words, Listing listing, Lesson lesson) {
    return new PageEditor(words, listing, (side, _) -> runs.of(lesson, side)) {
      @Override
      public void edit(Document document, Asciidoc.Blocks blocks) {
        super.edit(document, blocks);
        document.getBlocks().forEach(new FixLinks(lesson)::link);
      }
    };
  }

  private String diff(Dictionary words, Listing listing, Lesson lesson) {
    return listing.diff(
        ProgramDiff.unified(
            Side.BROKEN.program(sources.lessons(), lesson),
            Side.FIXED.program(sources.lessons(), lesson)),
        Optional.of(words.of(Label.DIFF)));
  }

  /** A document that belongs to no lesson: no run measures figures for it. */
  private String converted(Path file, PageEditor editor) throws IOException {
    return converted(file, WrittenFigures.in(file), Map.of(), editor);
  }

  private String converted(
      Path file, WrittenFigures written, Map<String, String> measured, PageEditor editor) {
    String html = asciidoc.load(file, written.attributes(measured), editor).convert();
    Stream.concat(editor.problems().stream(), written.problems(measured).stream())
        .forEach(p -> problems.add(sources.root().relativize(file) + ": " + p));
    return html;
  }

  /** When the figures in a text were measured. */
  private String measured(Dictionary words, WrittenFigures figures, Lesson lesson) {
    var now = Measured.of(runs.of(lesson, Side.BROKEN).recording());
    String note = figures.note(words, now);
    return note.isEmpty() ? "" : "<p class=\"by-hand\">" + note + "</p>\n";
  }

  static String solutionFile(Lesson lesson) {
    return "solution" + lesson.number() + ".html";
  }

  /** The name of an outcome, with a link to what it means. */
  static String outcome(String name) {
    return "<a class=\"outcome\" href=\"glossary.html#%s\">%s</a>"
        .formatted(name.toLowerCase(Locale.ROOT), name);
  }
}
