// SPDX-License-Identifier: Apache-2.0
package loosethreads.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import loosethreads.SmallLesson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the formatter, javac's lint and Error Prone forbid turns the build red. */
class StrictnessTest {
  private static final String TOOL = "workbook/src/loosethreads/Tool.java";
  private static final String SOLUTION = "solutions/lesson1/Lesson1.java";
  private static final String LIST_WITHOUT_TYPE =
      """
      class Lesson1 {
        static int answer() {
          return new java.util.ArrayList().size();
        }

        public static void main(String... args) {}
      }
      """;
  private static final String LOST_FUTURE =
      """
      package loosethreads;

      import java.util.concurrent.ExecutorService;

      class Tool {
        void start(ExecutorService executor) {
          executor.submit(() -> 42);
        }
      }
      """;

  @TempDir private Path root;
  private SmallLesson small;

  @BeforeEach
  void write() throws Exception {
    small = new SmallLesson(root);
    small.write("workbook/Workbook.java", "//DEPS a:b:1\n\nclass Workbook {}\n");
    small.write("workbook/Guide.java", "class Guide {}\n");
    small.write("workbook/Classroom.java", "class Classroom {}\n");
    new Format(root).write();
  }

  @Test
  void what_is_formatted_and_compiles_has_no_problem() throws Exception {
    assertEquals(List.of(), new Format(root).problems());
    assertEquals(List.of(), new StrictCompiler(root).problems());
  }

  @Test
  void a_directive_stays_as_jbang_needs_it() throws Exception {
    assertTrue(
        Files.readString(root.resolve("workbook/Workbook.java")).startsWith("//DEPS a:b:1\n"));
  }

  @Test
  void a_file_that_is_not_formatted() throws Exception {
    small.write(TOOL, "package loosethreads;\nclass Tool { }\n");
    assertEquals(
        List.of(TOOL + " is not formatted. Run ./build.sh format"), new Format(root).problems());
  }

  @Test
  void a_line_of_a_program_that_would_wrap_in_the_guide() throws Exception {
    String line = "  // " + "x".repeat(76);
    small.write(SOLUTION, "class Lesson1 {\n" + line + "\n}\n");
    assertEquals(List.of(SOLUTION + ": longer than 80: " + line), new Format(root).problems());
  }

  @Test
  void a_warning_of_javac_in_a_solution() throws Exception {
    small.write(SOLUTION, LIST_WITHOUT_TYPE);
    mustHave("[rawtypes] found raw type: ArrayList");
  }

  @Test
  void a_warning_of_error_prone_in_the_tool() throws Exception {
    small.write(TOOL, LOST_FUTURE);
    mustHave("[FutureReturnValueIgnored]");
  }

  private void mustHave(String words) throws Exception {
    List<String> problems = new StrictCompiler(root).problems();
    assertEquals(1, problems.size(), problems.toString());
    assertTrue(problems.getFirst().contains(words), problems.getFirst());
  }
}
