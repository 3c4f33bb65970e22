// SPDX-License-Identifier: Apache-2.0
package loosethreads.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import loosethreads.Checkout;
import loosethreads.SmallLesson;
import loosethreads.lesson.Workspace;
import loosethreads.proof.Within;

/**
 * A session on a terminal, started as jbang starts it, with a learner who saves again and again.
 * Needs Linux.
 */
public final class SessionMemory implements AutoCloseable {
  /** For a verdict, and for the scenario that is played after it. */
  private static final Duration LIMIT = Duration.ofSeconds(90);

  private static final Pattern OPTIONS = Pattern.compile("(?m)^//RUNTIME_OPTIONS (.*)$");

  private final Screenful screen;
  private final Path program;
  private int saves;

  /**
   * What the process holds of the machine's memory, in MB.
   *
   * @param most the most that it ever held
   */
  public record Resident(long now, long most) {}

  /** Opens it in an empty folder, with a lesson whose proofs take next to no time. */
  public SessionMemory(Path folder) throws Exception {
    Tools tools =
        new Tools(
            Files.createDirectory(folder.resolve("here")),
            Files.createDirectory(folder.resolve("temporary")),
            Files.createDirectory(folder.resolve("lesson")));
    var small = new SmallLesson(tools.lesson());
    Workspace.create(tools.here(), small.lessons());
    program = new Workspace(tools.here()).program(small.lesson());
    screen =
        Screenful.open(
            tools.here(), Files.createDirectory(folder.resolve("terminal")), asJbang(tools));
    screen.await("1 of 2 proofs hold");
  }

  /** The tool's own options before all others; without those that the terminal's shell sets. */
  private static List<String> asJbang(Tools tools) throws IOException {
    List<String> line = new ArrayList<>(List.of("env", "-u", "JAVA_TOOL_OPTIONS"));
    List<String> java = tools.line();
    line.add(java.getFirst());
    OPTIONS
        .matcher(Files.readString(Checkout.root().resolve("workbook/Workbook.java")))
        .results()
        .flatMap(options -> Arrays.stream(options.group(1).split(" ")))
        .forEach(line::add);
    line.addAll(java.subList(1, java.size()));
    return line;
  }

  /**
   * Saves a program that passes, and waits for the verdict.
   *
   * @param played whether to wait until its lifelines are drawn too
   */
  public void save(boolean played) throws Exception {
    long before = Files.size(sent());
    Files.writeString(program, SmallLesson.FIXED + "// save " + ++saves + "\n");
    await("all 2 proofs hold", before);
    if (played) {
      await("main returned", before);
    }
  }

  private Path sent() {
    return screen.folder().resolve("sent");
  }

  private void await(String text, long from) throws Exception {
    Within.await(LIMIT, () -> sentSince(from).contains(text));
    if (!sentSince(from).contains(text)) {
      throw new IllegalStateException("no '%s' in%n%s".formatted(text, sentSince(from)));
    }
  }

  private String sentSince(long from) throws IOException {
    try (InputStream in = Files.newInputStream(sent())) {
      in.skipNBytes(from);
      return new String(in.readAllBytes(), UTF_8).replaceAll("\u001b\\[[0-9;]*m", "");
    }
  }

  /** As Linux counts it. */
  public Resident resident() throws Exception {
    List<String> status = Files.readAllLines(Path.of("/proc/" + screen.tool().pid() + "/status"));
    return new Resident(megabytes(status, "VmRSS:"), megabytes(status, "VmHWM:"));
  }

  private static long megabytes(List<String> status, String name) {
    return status.stream()
        .filter(line -> line.startsWith(name))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) >> 10)
        .findFirst()
        .orElseThrow();
  }

  @Override
  public void close() {
    screen.close();
  }
}
