// SPDX-License-Identifier: Apache-2.0
package loosethreads.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import loosethreads.Checkout;
import loosethreads.SmallLesson;
import loosethreads.lesson.Lesson;
import loosethreads.lesson.Lessons;
import loosethreads.lesson.Workspace;

/**
 * A session on a terminal, started as jbang starts it, with a learner who saves again and again.
 * Needs Linux.
 */
public final class LearnerAtWork implements AutoCloseable {
  /** For a verdict, and for the scenario that is played after it. */
  private static final Duration LIMIT = Duration.ofSeconds(90);

  /** How often the screen is looked at; in ns. */
  private static final long LOOK = 2_000_000;

  /** The one on the program before may still be told when a file is saved. */
  private static final Pattern VERDICT = Pattern.compile("(?s)the proofs judge it.*PASS, all");

  private static final Pattern PICTURE = Pattern.compile("main returned");

  private static final Pattern OPTIONS = Pattern.compile("(?m)^//RUNTIME_OPTIONS (.*)$");

  private final Screenful screen;
  private final Path program;

  /**
   * What the process holds of the machine's memory, in MB.
   *
   * @param most the most that it ever held
   */
  public record Resident(long now, long most) {}

  private LearnerAtWork(Tools tools, Path terminal, List<String> line, Path program)
      throws Exception {
    this.program = program;
    screen = Screenful.open(tools.here(), Files.createDirectory(terminal), line);
    await(Pattern.compile("proofs hold"), 0);
  }

  /** Opens it in an empty folder, with a lesson whose proofs take next to no time. */
  public static LearnerAtWork withSmallLesson(Path folder) throws Exception {
    Tools tools = tools(folder);
    var small = new SmallLesson(tools.lesson());
    Workspace.create(tools.here(), small.lessons());
    return new LearnerAtWork(
        tools,
        folder.resolve("terminal"),
        asJbang(tools),
        new Workspace(tools.here()).program(small.lesson()));
  }

  /** Opens it in an empty folder, with a lesson of the workbook. */
  public static LearnerAtWork with(Lessons lessons, Lesson lesson, Path folder) throws Exception {
    Tools tools = tools(folder);
    Workspace.create(tools.here(), lessons);
    List<String> line =
        asJbang(tools, "run", Integer.toString(lesson.number()), "--watch").stream()
            .map(word -> word.replace(tools.lesson().toString(), Checkout.root().toString()))
            .toList();
    return new LearnerAtWork(
        tools, folder.resolve("terminal"), line, new Workspace(tools.here()).program(lesson));
  }

  private static Tools tools(Path folder) throws IOException {
    return new Tools(
        Files.createDirectories(folder.resolve("here")),
        Files.createDirectory(folder.resolve("temporary")),
        Files.createDirectory(folder.resolve("lesson")));
  }

  /** The tool's own options before all others; without those that the terminal's shell sets. */
  private static List<String> asJbang(Tools tools, String... command) throws IOException {
    List<String> line = new ArrayList<>(List.of("env", "-u", "JAVA_TOOL_OPTIONS"));
    List<String> java = tools.line(command);
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
   * @return how long the verdict took to come to the screen
   */
  public Duration save(String text, boolean played) throws Exception {
    long before = screen.sentBytes();
    long begin = System.nanoTime();
    Files.writeString(program, text);
    await(VERDICT, before);
    var took = Duration.ofNanos(System.nanoTime() - begin);
    if (played) {
      await(PICTURE, before);
    }
    return took;
  }

  private void await(Pattern text, long from) {
    long end = System.nanoTime() + LIMIT.toNanos();
    while (!text.matcher(screen.sentSince(from)).find()) {
      if (System.nanoTime() - end >= 0) {
        throw new IllegalStateException("no '%s' in%n%s".formatted(text, screen.sentSince(from)));
      }
      LockSupport.parkNanos(LOOK);
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
