// SPDX-License-Identifier: Apache-2.0
package loosethreads.guide;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import loosethreads.Checkout;
import loosethreads.SmallLesson;

/** A checkout with one lesson, of which a guide can be made quickly; for tests that damage it. */
final class SmallGuide {
  static final String CHAPTER = "lessons/lesson1/lesson.adoc";
  static final String SOLUTION = "solutions/lesson1/solution.adoc";
  static final String FRONT_PAGE = "README.adoc";

  private static final Pattern CODE = Pattern.compile("`[^`]+`|%(\\d\\$)?[ds]|\\{[a-z-]+}");

  private final SmallLesson lesson;
  private final Path root;

  SmallGuide(Path root) throws IOException {
    this.root = root;
    lesson = new SmallLesson(root);
    write("LICENSE", "Do what you like.\n");
    write(
        FRONT_PAGE,
        """
        = Loose Threads

        Read link:lessons/lesson1/lesson.adoc[the lesson].

        image::workbook/guide/lesson1.svg[A picture]

        == What the six lessons say

        Be small.
        """);
    write(
        CHAPTER,
        """
        = Small
        :lesson: 1
        :rule: Be small.
        :outcome: LEAKED
        :ended-after: 0.31 s
        :stuck: 3

        == What it did

        It ended after {ended-after}, with {stuck} stuck.

        [source,java]
        ----
        include::Lesson1.java[tag=main]
        ----

        [source,output]
        ----
        10 accepted, 3 collected
        ----

        == The fix

        It has no `thread`.

        == Fixes that do not hold

        `swallow` (FAIL):: It answers 43.

        == Questions

        [qanda]
        Why?::
        Because.
        """);
    write(SOLUTION, "= Small: the solution\n\n== Why it holds\n\nIt has no thread.\n");
    write("solutions/lesson1/rejected/swallow.diff", SmallLesson.REJECTED);
    for (String own :
        List.of(
            "glossary.adoc", "colours.css", "guide.css", "guide.js", "player.js", "search.js")) {
      write("workbook/guide/" + own, Files.readString(Sources.in(Checkout.root()).own(own)));
    }
  }

  void write(String path, String text) throws IOException {
    lesson.write(path, text);
  }

  void replace(String path, String what, String by) throws IOException {
    String text = Files.readString(root.resolve(path));
    if (!text.contains(what)) {
      throw new IllegalArgumentException(path + " does not have " + what);
    }
    write(path, text.replace(what, by));
  }

  Sources sources() {
    return Sources.in(root);
  }

  /** Gives every text a translation, which keeps its code. */
  void translate(Asciidoc asciidoc) throws IOException {
    Translations.of(sources(), asciidoc).write();
    for (Path file : sources().allTranslations()) {
      Po po = Po.parse(Files.readString(file));
      List<Po.Entry> done = po.entries().stream().map(SmallGuide::translated).toList();
      Files.writeString(file, new Po(po.about(), done).print());
    }
  }

  private static Po.Entry translated(Po.Entry entry) {
    String codes =
        CODE.matcher(entry.english())
            .results()
            .map(code -> code.group())
            .collect(Collectors.joining());
    return new Po.Entry(entry.english(), entry.where(), "译" + codes, entry.former());
  }

  /** Makes the guide; what is wrong with it. */
  List<String> build(Asciidoc asciidoc, Path folder) throws IOException {
    return Site.write(sources(), new MadeUpRuns("10 accepted, 4 collected"), asciidoc, folder);
  }
}
