// SPDX-License-Identifier: Apache-2.0
package loosethreads.guide;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import loosethreads.Checkout;
import loosethreads.lesson.Lesson;
import loosethreads.lesson.Lessons;
import loosethreads.proof.Folders;

/**
 * The guide of this checkout, but for its runs: these say what the chapters say.
 *
 * @param problems what its build complained about
 */
record BuiltGuide(Path site, List<String> problems) implements AutoCloseable {
  private static final Pattern SAMPLE =
      Pattern.compile("(?ms)^\\[source,(output|dump)[^\\n]*\\]\\n----\\n(.*?)^----$");

  static BuiltGuide build() {
    try {
      Path site = Files.createTempDirectory("loose-threads-guide-").toRealPath();
      var sources = Sources.in(Checkout.root());
      try (var asciidoc = new Asciidoc(sources.root())) {
        Run.Source runs = asTheChaptersSay(sources);
        return new BuiltGuide(site, Site.write(sources, runs, asciidoc, site));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Run.Source asTheChaptersSay(Sources sources) throws IOException {
    Lessons lessons = sources.lessons();
    TestRun test = asTheFrontPageSays(sources);
    return new Run.Source() {
      @Override
      public Run of(Lesson lesson, Side side) {
        String chapter = lessons.chapter(lesson);
        return new MadeUpRuns(shown(chapter, "output"), shown(chapter, "dump")).of(lesson, side);
      }

      @Override
      public Map<String, String> figures(Lesson lesson) {
        Map<String, String> figures = new HashMap<>();
        for (Path file : List.of(sources.chapter(lesson), sources.solution(lesson))) {
          try {
            figures.putAll(WrittenFigures.in(file).written());
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        }
        return figures;
      }

      @Override
      public Optional<TestRun> test() {
        return Optional.of(test);
      }

      @Override
      public List<String> problems() {
        return List.of();
      }
    };
  }

  private static TestRun asTheFrontPageSays(Sources sources) throws IOException {
    var said =
        Pattern.compile("(?ms)^\\[source,output,test=(\\w+)]\\n----\\n(.*?)^----$")
            .matcher(Files.readString(sources.frontPage()));
    said.find();
    return new TestRun(
        Files.readAllLines(sources.own(said.group(1) + ".java")),
        said.group(2).lines().toList(),
        new Measured(Instant.EPOCH, "25"));
  }

  private static String shown(String chapter, String language) {
    return SAMPLE
        .matcher(chapter)
        .results()
        .filter(sample -> sample.group(1).equals(language))
        .map(sample -> sample.group(2))
        .collect(Collectors.joining());
  }

  /** In both languages. */
  List<Path> pages() {
    try (Stream<Path> files = Files.walk(site)) {
      return files.filter(f -> f.toString().endsWith(".html")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Its path in the site. */
  String name(Path page) {
    return site.relativize(page).toString();
  }

  @Override
  public void close() {
    Folders.delete(site);
  }
}
