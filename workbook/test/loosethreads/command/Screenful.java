// SPDX-License-Identifier: Apache-2.0
package loosethreads.command;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import loosethreads.proof.Within;

/**
 * A pseudo-terminal of 80 columns and 24 rows with the tool in it, by {@code script}, which most
 * systems have.
 *
 * @param script the process that owns the terminal
 * @param keys what types
 * @param folder with what the terminal was sent, and how it was set before and after
 */
record Screenful(Process script, Writer keys, Path folder) implements AutoCloseable {
  /** For a start and a check, however busy the machine. */
  private static final Duration LIMIT = Duration.ofSeconds(90);

  private static final Path SCRIPT = Path.of("/usr/bin/script");

  /**
   * Starts the tool.
   *
   * @param folder an empty one, for this
   */
  static Screenful open(Tools tools, Path folder, String... command) throws IOException {
    return open(tools.here(), folder, tools.line(command));
  }

  /** As that, with the whole command line. */
  static Screenful open(Path here, Path folder, List<String> words) throws IOException {
    assumeTrue(Files.isExecutable(SCRIPT), "no script here");
    String line =
        words.stream()
            .map(word -> "'" + word.replace("'", "'\\''") + "'")
            .collect(Collectors.joining(" "));
    Path file =
        Files.writeString(
            folder.resolve("start.sh"),
            """
            cd '%s'
            export TERM=xterm LC_ALL=C.UTF-8 SCREENFUL='%2$s'
            export JAVA_TOOL_OPTIONS=-XX:+UseParallelGC # which a child JVM would refuse
            stty rows 24 cols 80
            stty -a > '%2$s/before'
            trap : INT TERM HUP
            %3$s
            echo $? > '%2$s/status'
            stty -a > '%2$s/after'
            """
                .formatted(here, folder, line));
    Process script =
        // Whoever runs this in the background may ignore SIGINT, and so would all below it.
        new ProcessBuilder(
                "env",
                "--default-signal=INT",
                SCRIPT.toString(),
                "-qfec",
                "sh '" + file + "'",
                "/dev/null")
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("sent").toFile())
            .start();
    return new Screenful(script, script.outputWriter(UTF_8), folder);
  }

  /** All that the terminal was sent. */
  String sent() {
    return read("sent");
  }

  void type(String text) throws IOException {
    keys.write(text);
    keys.flush();
  }

  /** Waits until the terminal was sent the text, in whatever colours. */
  void await(String text) throws Exception {
    Within.await(LIMIT, () -> hasBeenSent(text));
    assertTrue(hasBeenSent(text), () -> "no '" + text + "' in\n" + sent());
  }

  private boolean hasBeenSent(String text) {
    return sentSince(0).contains(text);
  }

  /** How many bytes the terminal was sent. */
  long sentBytes() throws IOException {
    return Files.size(folder.resolve("sent"));
  }

  /** What the terminal was sent after so many bytes, without colours. */
  String sentSince(long bytes) {
    try (InputStream in = Files.newInputStream(folder.resolve("sent"))) {
      in.skipNBytes(bytes);
      return new String(in.readAllBytes(), UTF_8).replaceAll("\u001b\\[[0-9;]*m", "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The tool's process. */
  ProcessHandle tool() throws Exception {
    Within.await(LIMIT, () -> javas().findFirst().isPresent());
    return javas().findFirst().orElseThrow();
  }

  private Stream<ProcessHandle> javas() {
    return script.descendants().filter(p -> p.info().command().orElse("").endsWith("/java"));
  }

  /** What the tool has started, directly or not, and is alive; and itself. Needs Linux. */
  List<String> processes() {
    return ProcessHandle.allProcesses()
        .filter(process -> environment(process).contains("SCREENFUL=" + folder + "\0"))
        .map(process -> process + " " + process.info().commandLine().orElse(""))
        .toList();
  }

  private static String environment(ProcessHandle process) {
    try {
      // A byte a character, so that no encoding can fail.
      return Files.readString(Path.of("/proc/" + process.pid() + "/environ"), ISO_8859_1);
    } catch (IOException endedOrNotOurs) {
      return "";
    }
  }

  /** Waits for its end; returns the exit status. */
  int awaitEnd() throws Exception {
    assertTrue(script.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS), this::sent);
    return Integer.parseInt(read("status").strip());
  }

  /** What is left different on the terminal; empty if it is as it was. */
  List<String> differences() {
    String sent = sent();
    return Stream.of(
            differs(read("before").equals(read("after")), "settings:\n" + read("after")),
            differs(isLast(sent, "[?1049l", "[?1049h"), "the other screen"),
            differs(isLast(sent, "[?25h", "[?25l"), "no cursor"))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<String> differs(boolean same, String how) {
    return same ? Optional.empty() : Optional.of(how);
  }

  /** Or neither was sent. */
  private static boolean isLast(String sent, String last, String before) {
    return sent.lastIndexOf("\u001b" + last) >= sent.lastIndexOf("\u001b" + before);
  }

  private String read(String name) {
    try {
      return Files.readString(folder.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    script.descendants().forEach(ProcessHandle::destroyForcibly);
    script.destroyForcibly();
  }
}
