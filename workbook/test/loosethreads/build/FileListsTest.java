// SPDX-License-Identifier: Apache-2.0
package loosethreads.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import loosethreads.SmallLesson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that the catalog's lists do not have, or have in vain, turns the build red. */
class FileListsTest {
  private static final String SCRIPT_LAGS =
      "workbook/Workbook.java: its //SOURCES or //FILES lag. Run ./build.sh files";
  private static final String GUIDE_LAGS =
      "workbook/Guide.java: its //SOURCES or //FILES lag. Run ./build.sh files";
  private static final String CATALOG_LAGS =
      "jbang-catalog.json lags behind the lessons. Run ./build.sh files";

  @TempDir private Path root;
  private SmallLesson small;
  private FileLists lists;

  @BeforeEach
  void write() throws IOException {
    small = new SmallLesson(root);
    small.write(
        "workbook/Workbook.java",
        "///usr/bin/env jbang\n//JAVA 25+\n//DEPS a:b:1\n\nclass Workbook {}\n");
    small.write("workbook/Guide.java", "//DEPS c:d:1\n\nclass Guide {}\n");
    small.write("workbook/Classroom.java", "\nclass Classroom {}\n");
    small.write("workbook/Build.java", "//DEPS c:d:1\n//DEPS a:b:1\n\nclass Build {}\n");
    small.write("workbook/src/loosethreads/One.java", "");
    small.write("jbang-catalog.json", "");
    lists = new FileLists(root);
    lists.write();
  }

  @Test
  void what_is_written_has_no_problem() throws IOException {
    assertEquals(List.of(), lists.problems());
    assertEquals(
        """
        ///usr/bin/env jbang
        //JAVA 25+
        //DEPS a:b:1
        //SOURCES src/loosethreads/One.java
        //FILES lessons/lesson1/lesson.adoc=../lessons/lesson1/lesson.adoc
        //FILES lessons/lesson1/Lesson1.java=../lessons/lesson1/Lesson1.java
        //FILES lessons/lesson1/Lesson1Proofs.java=../lessons/lesson1/Lesson1Proofs.java
        //FILES lessons/lesson1/Lesson1Scenario.java=../lessons/lesson1/Lesson1Scenario.java
        //FILES lessons/lesson1/explore.jsh=../lessons/lesson1/explore.jsh
        //FILES solutions/lesson1/Lesson1.java=../solutions/lesson1/Lesson1.java

        class Workbook {}
        """,
        Files.readString(root.resolve("workbook/Workbook.java")));
    Map<?, ?> aliases =
        (Map<?, ?>)
            JSON.std.mapFrom(Files.readString(root.resolve("jbang-catalog.json"))).get("aliases");
    assertEquals(
        Set.of("workbook", "guide", "lifelines", "lesson1", "solution1"), aliases.keySet());
    assertEquals(
        Map.of(
            "script-ref",
            "workbook/Workbook.java",
            "description",
            "Small: fixed",
            "arguments",
            List.of("solution", "1")),
        aliases.get("solution1"));
  }

  @Test
  void neither_script_fetches_what_only_the_other_needs() throws IOException {
    small.write("workbook/src/loosethreads/guide/Page.java", "");
    small.write("workbook/src/loosethreads/command/Desk.java", "");
    small.write("solutions/lesson1/solution.adoc", "= Why\n");
    lists.write();
    String workbook = Files.readString(root.resolve("workbook/Workbook.java"));
    String guide = Files.readString(root.resolve("workbook/Guide.java"));
    assertEquals(List.of(true, false), contain("command/Desk.java", workbook, guide));
    assertEquals(List.of(false, true), contain("guide/Page.java", workbook, guide));
    assertEquals(List.of(false, true), contain("solution.adoc", workbook, guide));
  }

  private static List<Boolean> contain(String path, String workbook, String guide) {
    return List.of(workbook.contains(path), guide.contains(path));
  }

  @Test
  void a_source_that_is_not_listed() throws IOException {
    small.write("workbook/src/loosethreads/Two.java", "");
    assertEquals(List.of(SCRIPT_LAGS, GUIDE_LAGS), lists.problems());
  }

  @Test
  void a_source_that_is_listed_and_gone() throws IOException {
    Files.delete(root.resolve("workbook/src/loosethreads/One.java"));
    assertEquals(List.of(SCRIPT_LAGS, GUIDE_LAGS), lists.problems());
  }

  @Test
  void a_lesson_that_is_not_listed() throws IOException {
    small.write("lessons/lesson2/lesson.adoc", "= New\n:rule: Be new.\n:outcome: LOST\n");
    assertEquals(List.of(SCRIPT_LAGS, GUIDE_LAGS, CATALOG_LAGS), lists.problems());
  }

  @Test
  void a_lesson_with_another_title() throws IOException {
    Path chapter = root.resolve("lessons/lesson1/lesson.adoc");
    Files.writeString(chapter, Files.readString(chapter).replace("= Small", "= \"Tiny\""));
    assertEquals(List.of(CATALOG_LAGS), lists.problems());
    lists.write();
    assertTrue(
        JSON.std
            .mapFrom(Files.readString(root.resolve("jbang-catalog.json")))
            .toString()
            .contains("description=\"Tiny\": fixed"));
  }

  @Test
  void a_dependency_that_the_build_does_not_know() throws IOException {
    small.write("workbook/Build.java", "//DEPS c:d:1\n//DEPS a:b:2\n\nclass Build {}\n");
    assertEquals(
        List.of("workbook/Build.java lacks //DEPS a:b:1 of workbook/Workbook.java"),
        lists.problems());
  }
}
