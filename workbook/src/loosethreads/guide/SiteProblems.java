// SPDX-License-Identifier: Apache-2.0
package loosethreads.guide;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What is wrong with the pages of a site as they are written: links that lead nowhere, ids that two
 * elements have, lines that would wrap, and pages that are too large to be read on a slow line.
 */
final class SiteProblems {
  private static final Pattern ID = Pattern.compile(" id=\"([^\"]*)\"");
  private static final Pattern LINK = Pattern.compile(" (?:href|src)=\"([^\"]*)\"");
  private static final Pattern ELSEWHERE = Pattern.compile("https?:.*|mailto:.*");
  private static final Pattern LINE =
      Pattern.compile("<span class=\"line[^\"]*\"[^>]*>(.*?)\n</span>");

  /** What there is room for in a listing where the window is 768 pixels wide. */
  private static final int MOST_COLUMNS = 88;

  /** In bytes, with its lifelines. */
  private static final int MOST_BYTES = 300_000;

  private final Path site;
  private final Map<Path, String> pages = new HashMap<>();
  private final Map<Path, Set<String>> ids = new HashMap<>();
  private final List<String> problems = new ArrayList<>();

  private SiteProblems(Path site) {
    this.site = site;
  }

  /**
   * All that is wrong with a site, once each.
   *
   * @param writing what its writer found
   */
  static List<String> all(Run.Source runs, Asciidoc asciidoc, List<String> writing, Path site)
      throws IOException {
    return Stream.of(runs.problems(), asciidoc.takeProblems(), writing, in(site))
        .flatMap(List::stream)
        .distinct()
        .toList();
  }

  /** Those of all pages below the folder, a sentence each. */
  static List<String> in(Path site) throws IOException {
    var all = new SiteProblems(site);
    try (Stream<Path> files = Files.walk(site)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".html")).sorted().toList()) {
        all.read(file);
      }
    }
    all.pages.keySet().stream().sorted().forEach(all::check);
    return all.problems;
  }

  private void read(Path page) throws IOException {
    String html = Files.readString(page);
    pages.put(page, html);
    Set<String> own = new HashSet<>();
    ID.matcher(html)
        .results()
        .map(id -> id.group(1))
        .filter(id -> !own.add(id))
        .forEach(id -> problem(page, "two elements have the id " + id));
    ids.put(page, own);
    LINE.matcher(html)
        .results()
        .map(line -> Html.unescaped(line.group(1)))
        .filter(line -> line.length() > MOST_COLUMNS)
        .forEach(line -> problem(page, "longer than %d: %s".formatted(MOST_COLUMNS, line)));
    long bytes = Files.size(page);
    if (bytes > MOST_BYTES) {
      problem(page, "has %,d bytes, not at most %,d".formatted(bytes, MOST_BYTES));
    }
  }

  private void check(Path page) {
    LINK.matcher(pages.get(page))
        .results()
        .map(link -> link.group(1))
        .distinct()
        .filter(link -> !ELSEWHERE.matcher(link).matches())
        .filter(link -> !leadsSomewhere(page, link))
        .forEach(link -> problem(page, "there is no " + link));
  }

  private boolean leadsSomewhere(Path page, String link) {
    String[] parts = link.split("#", 2);
    Path target = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]).normalize();
    return target.startsWith(site)
        && Files.isRegularFile(target)
        && (parts.length == 1 || ids.getOrDefault(target, Set.of()).contains(parts[1]));
  }

  private void problem(Path page, String what) {
    problems.add(site.relativize(page) + ": " + what);
  }
}
