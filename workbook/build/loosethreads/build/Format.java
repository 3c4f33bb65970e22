// SPDX-License-Identifier: Apache-2.0
package loosethreads.build;

import com.google.googlejavaformat.java.Main;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The one format of all Java files. */
public final class Format {
  private static final Pattern DIRECTIVE =
      Pattern.compile("(///usr/bin/env .*|// SPDX-.*|//[A-Z_]+ .*)?");

  /** A listing in the guide never wraps; in columns. */
  private static final int PROGRAM_WIDTH = 80;

  private static final int WIDTH = 100;

  private final Path root;

  public Format(Path root) {
    this.root = root;
  }

  /** Formats all files. */
  public void write() throws Exception {
    for (Path file : Sources.all(root).toList()) {
      String formatted = formatted(file);
      if (!formatted.equals(Files.readString(file))) {
        Files.writeString(file, formatted);
        // It drops imports after it has laid out the lines: what they leave is for a second pass.
        Files.writeString(file, formatted(file));
      }
    }
  }

  /** The files that are not as {@link #write} would have them. */
  public List<String> problems() throws Exception {
    List<String> problems = new ArrayList<>();
    for (Path file : Sources.all(root).toList()) {
      String name = Sources.relative(root, file);
      if (!formatted(file).equals(Files.readString(file))) {
        problems.add(name + " is not formatted. Run ./build.sh format");
      }
      for (String line : Files.readAllLines(file)) {
        if (line.length() > width(file) && !DIRECTIVE.matcher(line).matches()) {
          problems.add("%s: longer than %d: %s".formatted(name, width(file), line));
        }
      }
    }
    return problems;
  }

  /** The formatter would write {@code // DEPS} for a directive, so it sees what is below them. */
  private String formatted(Path file) throws Exception {
    List<String> lines = Files.readAllLines(file);
    int head = (int) lines.stream().takeWhile(l -> DIRECTIVE.matcher(l).matches()).count();
    String body = String.join("\n", lines.subList(head, lines.size())) + "\n";
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int status =
        new Main(
                new PrintWriter(out),
                new PrintWriter(err),
                new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)))
            .format("--max-line-length", Integer.toString(width(file)), "-");
    if (status != 0) {
      throw new IOException(Sources.relative(root, file) + ": " + err);
    }
    return lines.subList(0, head).stream().map(l -> l + "\n").reduce("", String::concat) + out;
  }

  private static int width(Path file) {
    boolean isProgram = file.getFileName().toString().matches("Lesson\\d+\\.java");
    return isProgram ? PROGRAM_WIDTH : WIDTH;
  }
}
