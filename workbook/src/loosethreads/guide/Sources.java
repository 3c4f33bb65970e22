// SPDX-License-Identifier: Apache-2.0
package loosethreads.guide;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import loosethreads.lesson.Lesson;
import loosethreads.lesson.Lessons;
import loosethreads.lesson.RejectedDiff;

/** The files that the guide is made of, in a checkout. */
record Sources(Path root, Lessons lessons) {
  static Sources in(Path root) {
    return new Sources(root, Lessons.in(root));
  }

  Path frontPage() {
    return root.resolve("README.adoc");
  }

  Path glossary() {
    return own("glossary.adoc");
  }

  /** A file of the guide itself. */
  Path own(String name) {
    return root.resolve("workbook/guide").resolve(name);
  }

  Path chapter(Lesson lesson) {
    return root.resolve("lessons").resolve(lesson.folder()).resolve("lesson.adoc");
  }

  Path solution(Lesson lesson) {
    return solutionFolder(lesson).resolve("solution.adoc");
  }

  private Path solutionFolder(Lesson lesson) {
    return root.resolve("solutions").resolve(lesson.folder());
  }

  /** Other right ways, each by the name of its folder. */
  SequencedMap<String, Path> variants(Lesson lesson) throws IOException {
    var variants = new TreeMap<String, Path>();
    try (var folders = Files.list(solutionFolder(lesson))) {
      for (Path folder : folders.toList()) {
        Path program = folder.resolve(lesson.fileName());
        if (Files.exists(program)) {
          variants.put(folder.getFileName().toString(), program);
        }
      }
    }
    return variants;
  }

  RejectedDiff rejected(Lesson lesson, String name) throws IOException {
    Path file = solutionFolder(lesson).resolve("rejected").resolve(name + ".diff");
    return RejectedDiff.of(Files.readAllLines(file));
  }

  /** The translations of a lesson's texts. */
  Path translations(Lesson lesson) {
    return chapter(lesson).resolveSibling("zh.po");
  }

  /** The translations of all other texts, and of those that lessons have in common. */
  Path translations() {
    return own("zh.po");
  }

  /** All files with translations. */
  List<Path> allTranslations() {
    return Stream.concat(Stream.of(translations()), lessons.all().stream().map(this::translations))
        .toList();
  }
}
