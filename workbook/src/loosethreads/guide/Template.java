// SPDX-License-Identifier: Apache-2.0
package loosethreads.guide;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What is around a page: its head, the way to the others, and the tools. All is there without a
 * script; a script adds what only it can do.
 *
 * @param pages those that lead from one to the next, in their order
 */
record Template(Dictionary words, List<Page> pages) {
  Template {
    pages = List.copyOf(pages);
  }

  /**
   * The page as a file.
   *
   * @param before the page that a reader came from, if there is one; likewise the next
   */
  String html(Page page, Optional<Page> before, Optional<Page> after) {
    Language language = words.language();
    Language other = language.other();
    String top = language.toTop();
    return """
    <!DOCTYPE html>
    <html lang="%1$s">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>%2$s · %3$s</title>
    <link rel="stylesheet" href="%4$sguide.css">
    <link rel="stylesheet" href="%4$slifelines.css">
    <link rel="alternate" hreflang="%5$s" href="%6$s">
    <script src="%4$sguide.js" defer></script>
    <script src="%4$ssearch.js" defer></script>
    <script src="%4$splayer.js" defer></script>
    </head>
    <body%7$s>
    <a class="skip" href="#text">%8$s</a>
    <header class="top">
    <a class="home" href="index.html">%3$s</a>
    <nav aria-label="%9$s"><ul>
    %10$s</ul></nav>
    <div class="tools">
    <a class="language" lang="%5$s" hreflang="%5$s" href="%6$s">%11$s</a>
    </div>
    </header>
    <div class="page">
    %12$s<main id="text">
    <h1>%2$s</h1>
    %13$s</main>
    </div>
    <footer>
    <nav class="onward" aria-label="%14$s / %15$s">
    %16$s</nav>
    </footer>
    </body>
    </html>
    """
        .formatted(
            language.tag(),
            page.title(),
            words.of(Label.TITLE),
            top,
            other.tag(),
            toOther(other) + page.file(),
            scriptWords(),
            words.of(Label.SKIP),
            words.of(Label.PAGES),
            links(page),
            other.ownName(),
            contents(page),
            page.body(),
            words.of(Label.PREVIOUS),
            words.of(Label.NEXT),
            onward(Label.PREVIOUS, "prev", before) + onward(Label.NEXT, "next", after));
  }

  private String toOther(Language other) {
    return words.language().toTop() + other.folder();
  }

  private String links(Page current) {
    return pages.stream()
        .map(
            page ->
                "<li><a href=\"%s\"%s title=\"%s\">%s</a></li>\n"
                    .formatted(
                        page.file(),
                        page.equals(current) ? " aria-current=\"page\"" : "",
                        Html.escaped(Html.text(page.title())),
                        page.name()))
        .collect(Collectors.joining());
  }

  private String contents(Page page) {
    List<Page.Heading> headings = page.headings();
    return headings.isEmpty()
        ? ""
        : headings.stream()
            .map(h -> "<li><a href=\"#%s\">%s</a></li>\n".formatted(h.id(), Html.escaped(h.text())))
            .collect(
                Collectors.joining(
                    "",
                    "<nav class=\"contents\" aria-label=\"%s\"><p>%1$s</p><ul>\n"
                        .formatted(words.of(Label.ON_THIS_PAGE)),
                    "</ul></nav>\n"));
  }

  private String onward(Label label, String rel, Optional<Page> page) {
    return page.map(
            p ->
                "<a rel=\"%s\" href=\"%s\"><span>%s</span> %s</a>\n"
                    .formatted(rel, p.file(), words.of(label), p.title()))
        .orElse("");
  }

  /** What the scripts say, for them to find. */
  private String scriptWords() {
    return List.of(
            Label.SEARCH,
            Label.SEARCH_HINT,
            Label.FOUND,
            Label.NOTHING_FOUND,
            Label.LIGHT_OR_DARK,
            Label.COPY,
            Label.COPIED,
            Label.PLAY,
            Label.PAUSE,
            Label.MARK_BEFORE,
            Label.MARK_AFTER,
            Label.TIME,
            Label.HOW_TO_LOOK)
        .stream()
        .map(
            label ->
                " data-%s=\"%s\""
                    .formatted(
                        label.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                        Html.escaped(words.of(label))))
        .collect(Collectors.joining());
  }
}
