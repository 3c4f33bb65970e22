// SPDX-License-Identifier: Apache-2.0
package loosethreads.check;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import loosethreads.check.Compiler.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What calls a program is compiled anew exactly when the program looks different to it. */
class DriversTest {
  private static final String PROGRAM =
      """
      class Lesson1 {
        static final int LIMIT = 3;
        enum Kind { LATE, LOST }
        static int answer() { return 42; }
        static Kind kind(long n) { return Kind.LATE; }
        static void run(Runnable task) {
          Runnable lambda = () -> task.run();
          lambda.run();
        }
      }
      """;

  private static final String DRIVER =
      """
      class Driver {
        static String all() {
          Lesson1.run(() -> {});
          return switch (Lesson1.kind(Lesson1.LIMIT)) {
            case LATE -> "late " + Lesson1.answer();
            case LOST -> "lost " + Math.abs(Lesson1.LIMIT);
          };
        }
      }
      """;

  @TempDir private Path folder;
  private final Compiler compiler = new Compiler();
  private int programs;

  /** What replaces what. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "LIMIT = 3 -> LIMIT = 4",
        "static final int LIMIT -> static int LIMIT",
        "final int LIMIT -> final long LIMIT",
        "LATE, LOST -> LOST, LATE",
        "int answer -> long answer",
        "kind(long n) -> kind(double n)",
        "kind(long n) -> kind(long n) { return Kind.LOST; } static Kind kind(int n)",
        "Runnable task -> Task task",
        "class Lesson1 -> class Math { static int abs(int n) { return n; } } class Lesson1",
        "class Lesson1 -> class Driver { static String all() { return null; } } class Lesson1",
        "return 42 -> return 41",
        "return 42 -> Runnable other = () -> kind(1); other.run(); return 41",
      })
  void the_classes_are_those_of_the_program_as_it_is(String change) throws IOException {
    String[] sides = change.split(" -> ", 2);
    String changed = PROGRAM.replace(sides[0], sides[1]);
    if (change.contains("Task task")) {
      changed += "interface Task { void run(); }";
    }
    assertNotEquals(PROGRAM, changed);
    var drivers = new Drivers(compiler);
    driven(drivers, PROGRAM);
    assertArrayEquals(driven(new Drivers(compiler), changed), driven(drivers, changed));
  }

  @Test
  void a_driver_that_no_longer_compiles_is_told_of_and_not_kept() throws IOException {
    var drivers = new Drivers(compiler);
    driven(drivers, PROGRAM);
    String lacking = PROGRAM.replace("answer()", "reply()");
    assertEquals(1, compile(drivers, program(lacking)).size());
    assertArrayEquals(driven(new Drivers(compiler), PROGRAM), driven(drivers, PROGRAM));
  }

  @Test
  void a_program_of_which_only_code_was_changed_looks_the_same() throws IOException {
    assertEquals(outside(PROGRAM), outside(PROGRAM.replace("return 42", "return 41")));
    assertEquals(
        outside(PROGRAM),
        outside(
            PROGRAM.replace(
                "return 42", "Runnable other = () -> kind(1); other.run(); return 41")));
    assertNotEquals(outside(PROGRAM), outside(PROGRAM.replace("LIMIT = 3", "LIMIT = 4")));
    assertNotEquals(outside(PROGRAM), outside(PROGRAM.replace("int answer", "private int answer")));
  }

  private ByteBuffer outside(String text) throws IOException {
    return Outside.of(Files.readAllBytes(program(text).resolve("Lesson1.class")));
  }

  private byte[] driven(Drivers drivers, String text) throws IOException {
    Path program = program(text);
    assertEquals(List.of(), compile(drivers, program));
    return Files.readAllBytes(program.resolve("Driver.class"));
  }

  private List<String> compile(Drivers drivers, Path program) throws IOException {
    Path work = Files.createDirectory(folder.resolve("driver" + ++programs));
    return drivers.compile(new Source("Driver", "Driver.java", DRIVER), program, work);
  }

  private Path program(String text) throws IOException {
    Path classes = Files.createDirectory(folder.resolve("program" + ++programs));
    var source = new Source("Lesson1", "Lesson1.java", text);
    assertEquals(List.of(), compiler.compile(source, "", classes));
    return classes;
  }
}
