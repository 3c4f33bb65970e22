// SPDX-License-Identifier: Apache-2.0
package loosethreads.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import loosethreads.Checkout;
import loosethreads.SmallLesson;
import loosethreads.proof.Within;

/**
 * Starts processes of the tool, with a small lesson of its own.
 *
 * @param here the current folder
 * @param temporary the folder for temporary files
 * @param lesson an empty folder, for the lesson
 */
record Tools(Path here, Path temporary, Path lesson) {
  Tools {
    try {
      var _ = new SmallLesson(lesson);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How a process of the tool ended, and what it printed on both streams. */
  record Ended(int status, String said, Duration took) {}

  /** A process of the tool under way. */
  record Tool(Process process) implements AutoCloseable {
    List<ProcessHandle> awaitChildren(int least) throws Exception {
      return Tools.awaitChildren(process.toHandle(), least);
    }

    @Override
    public void close() {
      process.destroyForcibly();
    }
  }

  Tool start(String... command) throws IOException {
    return new Tool(builder(line(command)).start());
  }

  Ended tool(String... command) throws Exception {
    return ended(line(command));
  }

  /** The shortest start that uses the folder for temporary files, and so clears it up. */
  void startAgain() throws Exception {
    Files.writeString(here.resolve("None.java"), "no program");
    tool("check", "1", "None.java");
  }

  /** With a file system of its own as the folder for temporary files, seen by nobody else. */
  Ended mounted(String options, String... command) throws Exception {
    List<String> line = mounting("mount -t tmpfs -o " + options + " tmpfs '" + temporary + "'");
    line.addAll(line(command));
    return ended(line);
  }

  /** The begin of a command line: what comes after it sees the mount, and nobody else does. */
  List<String> mounting(String mount) throws Exception {
    List<String> unshare = List.of("unshare", "-rm", "sh", "-c");
    assumeTrue(
        canRun(Stream.concat(unshare.stream(), Stream.of(mount)).toList()), "no mounts here");
    List<String> line = new ArrayList<>(unshare);
    line.add(mount + " && exec \"$@\"");
    line.add("sh");
    return line;
  }

  boolean canRun(List<String> line) throws Exception {
    try {
      return ended(line).status == 0;
    } catch (IOException noSuchProgram) {
      return false;
    }
  }

  Ended ended(List<String> line) throws Exception {
    long begin = System.nanoTime();
    Process process = builder(line).start();
    try {
      String said = new String(process.getInputStream().readAllBytes(), UTF_8);
      int status = process.waitFor();
      return new Ended(status, said, Duration.ofNanos(System.nanoTime() - begin));
    } finally {
      process.destroyForcibly();
    }
  }

  private ProcessBuilder builder(List<String> line) {
    return new ProcessBuilder(line).directory(here.toFile()).redirectErrorStream(true);
  }

  List<String> line(String... command) {
    String classPath =
        Stream.concat(
                Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                    .map(p -> Path.of(p).toAbsolutePath())
                    .filter(p -> !p.equals(Checkout.root())), // and its lessons
                Stream.of(lesson))
            .map(Path::toString)
            .collect(Collectors.joining(File.pathSeparator));
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.add("--enable-preview");
    line.add("--enable-native-access=ALL-UNNAMED");
    line.add("-Djava.io.tmpdir=" + temporary);
    line.add("-cp");
    line.add(classPath);
    line.add("Workbook");
    line.addAll(List.of(command));
    return line;
  }

  /** Waits until the process has so many descendants. */
  static List<ProcessHandle> awaitChildren(ProcessHandle process, int least) throws Exception {
    Within.await(Duration.ofSeconds(90), () -> process.descendants().count() >= least);
    List<ProcessHandle> children = process.descendants().toList();
    assertTrue(children.size() >= least, () -> "children: " + children);
    return children;
  }

  static void mustEnd(List<ProcessHandle> children) throws Exception {
    Within.await(Within.seconds(2), () -> children.stream().noneMatch(ProcessHandle::isAlive));
    assertEquals(List.of(), children.stream().filter(ProcessHandle::isAlive).toList());
  }

  static List<Path> entries(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }
}
