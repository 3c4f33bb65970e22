// SPDX-License-Identifier: Apache-2.0
package loosethreads.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import loosethreads.lesson.Lessons;
import picocli.CommandLine.Command;

/** Types commands in a folder, in this JVM, and keeps what they print. */
record Terminal(Lessons lessons, Path here, Screen screen) {
  /** What came of a command. */
  record Said(int status, String out, String err) {
    /** For assertions: all of it. */
    @Override
    public String toString() {
      return "status %d%n--- out%n%s--- err%n%s".formatted(status, out, err);
    }
  }

  /** With nobody in front of it. */
  Terminal(Lessons lessons, Path here) {
    this(lessons, here, Screen.NOBODY);
  }

  @Command(name = "workbook", mixinStandardHelpOptions = true)
  private static final class Root {}

  Said type(String... arguments) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var desk = new Desk(lessons, here, stream(out), stream(err), () -> screen, "workbook");
    int status = Commands.run(new Root(), desk, arguments);
    return new Said(status, out.toString(UTF_8), err.toString(UTF_8));
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, UTF_8);
  }
}
