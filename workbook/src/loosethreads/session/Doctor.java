// SPDX-License-Identifier: Apache-2.0
package loosethreads.session;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.Charset;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import loosethreads.check.Scratch;
import loosethreads.proof.ChildJvm;
import loosethreads.proof.LiveThread;
import loosethreads.proof.ThreadWatch;
import loosethreads.proof.Within;

/**
 * Looks whether this machine has what the workbook needs. Leaves nothing behind.
 *
 * @param folder the workspace, or where the learner is
 * @param call how the user calls the workbook
 * @param hasTerminal whether a person is in front of it
 * @param hasColour whether the terminal shows colours, and the user wants them
 */
public record Doctor(Path folder, String call, boolean hasTerminal, boolean hasColour) {
  /** How grave a finding is. */
  public enum Grade {
    OK,
    /** The workbook works; something is slower, or looks different. */
    NOTE,
    /** Something of it does not work. */
    PROBLEM
  }

  /**
   * What was found, and what to do about it.
   *
   * @param subject what was looked at
   */
  public record Finding(Grade grade, String subject, String said) {}

  /** What a check says. */
  private record Said(Grade grade, String words) {
    static Said ok(String words) {
      return new Said(Grade.OK, words);
    }

    static Said note(String words) {
      return new Said(Grade.NOTE, words);
    }

    static Said problem(String words) {
      return new Said(Grade.PROBLEM, words);
    }
  }

  /** One thing to look at; what it throws is a problem. */
  private interface Check {
    Said look() throws Exception;
  }

  private static final int JAVA = 25;
  private static final long MB = 1 << 20;
  private static final long LITTLE_SPACE = 200 * MB;
  private static final long NO_SPACE = 20 * MB;
  private static final String DRAWN = "\u2500\u2502\u2588";
  private static final Duration EVENT_LIMIT = Duration.ofSeconds(1);
  private static final Duration SLOW_START = Duration.ofSeconds(3);

  /** For what takes milliseconds, on a busy machine. */
  private static final Duration LIMIT = Duration.ofSeconds(5);

  /** Tells each finding when it is made: a look may take a second. */
  public void examine(Consumer<Finding> tell) throws InterruptedException {
    Map<String, Check> checks = new LinkedHashMap<>();
    checks.put("Java", Doctor::java);
    checks.put("compiler", Doctor::compiler);
    checks.put("jbang", this::jbang);
    checks.put("terminal", this::terminal);
    checks.put("temporary files", Doctor::temporaryFiles);
    checks.put("your folder", () -> space(folder));
    checks.put("file events", this::fileEvents);
    checks.put("loopback", Doctor::loopback);
    checks.put("threads in a child", Doctor::threadsInChild);
    checks.put("threads in a test", Doctor::threadsHere);
    for (var check : checks.entrySet()) {
      Said said = said(check.getValue());
      tell.accept(new Finding(said.grade(), check.getKey(), said.words()));
    }
  }

  private static Said said(Check check) throws InterruptedException {
    try {
      return check.look();
    } catch (InterruptedException e) {
      throw e;
    } catch (IOException e) {
      return Said.problem(Reason.of(e));
    } catch (Exception e) {
      return Said.problem(String.valueOf(e.getMessage()).replaceFirst("\\.$", ""));
    }
  }

  private static Said java() {
    String words = "%s, in %s".formatted(Runtime.version(), System.getProperty("java.home"));
    return Runtime.version().feature() >= JAVA
        ? Said.ok(words)
        : Said.problem("%s. Install a JDK of %d or newer".formatted(words, JAVA));
  }

  private static Said compiler() {
    return ToolProvider.getSystemJavaCompiler() == null
        ? Said.problem("none: this Java is a JRE. Set JAVA_HOME to a JDK of " + JAVA + " or newer")
        : Said.ok("javac is there");
  }

  private Said jbang() {
    Optional<Path> jbang =
        Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
            .filter(part -> !part.isEmpty())
            .flatMap(part -> Stream.of("jbang", "jbang.cmd").map(name -> Path.of(part, name)))
            .filter(Files::isExecutable)
            .findFirst();
    return jbang.isPresent()
        ? Said.ok(jbang.get().toString())
        : Said.note(
            "not on the PATH (https://www.jbang.dev/download); '%s' works without it"
                .formatted(call));
  }

  private Said terminal() throws InterruptedException {
    if (!hasTerminal) {
      return Said.note("none: nobody can be asked, and there are no colours");
    }
    Charset charset = System.out.charset();
    boolean draws = charset.newEncoder().canEncode(DRAWN);
    String words =
        "%s, %s, %s"
            .formatted(
                TerminalSize.ask()
                    .map(size -> "%d rows, %d columns".formatted(size.rows(), size.columns()))
                    .orElse("size unknown"),
                hasColour ? "colour" : "no colour",
                charset);
    return draws
        ? Said.ok(words)
        : Said.note(words + ", so no lines are drawn. Set the locale to one with UTF-8");
  }

  private static Said temporaryFiles() throws IOException {
    try (Scratch scratch = new Scratch();
        Scratch.Folder folder = scratch.folder("doctor")) {
      Files.writeString(folder.path().resolve("a file"), "to see whether it can be written");
      return space(folder.path().getParent().getParent());
    }
  }

  private static Said space(Path where) throws IOException {
    long left = Files.getFileStore(where).getUsableSpace();
    String words = "%,d MB are free in %s".formatted(left / MB, where);
    if (left >= LITTLE_SPACE) {
      return Said.ok(words);
    }
    return left >= NO_SPACE
        ? Said.note(words + ". That is little: make room")
        : Said.problem("only " + words + ". Make room");
  }

  private Said fileEvents() throws IOException, InterruptedException {
    Path file = folder.resolve(".loose-threads-doctor-" + ProcessHandle.current().pid());
    try (WatchService events = folder.getFileSystem().newWatchService()) {
      folder.register(events, StandardWatchEventKinds.ENTRY_CREATE);
      file.toFile().deleteOnExit(); // for a Ctrl-C within the wait
      Files.createFile(file);
      return events.poll(EVENT_LIMIT.toMillis(), TimeUnit.MILLISECONDS) == null
          ? Said.note("none within 1 s in %s: it is looked at again and again".formatted(folder))
          : Said.ok("they come");
    } catch (FileSystemException e) {
      return Said.note(
          "can't write %s, so no progress is kept. Go to a folder of your own"
              .formatted(Reason.of(e)));
    } finally {
      file.toFile().delete();
    }
  }

  private static Said loopback() throws IOException {
    try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        var client = new Socket()) {
      client.connect(
          new InetSocketAddress(server.getInetAddress(), server.getLocalPort()),
          (int) LIMIT.toMillis());
      return Said.ok("a connection to %s works".formatted(server.getInetAddress()));
    }
  }

  private static Said threadsInChild() throws Exception {
    List<Path> classPath =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(part -> Path.of(part).toAbsolutePath())
            .toList();
    try (Scratch scratch = new Scratch();
        Scratch.Folder folder = scratch.folder("doctor")) {
      var command =
          new ChildJvm.Command(
              folder.path(),
              "64m",
              List.of(),
              classPath,
              Parked.class.getName(),
              List.of(),
              OutputStream.nullOutputStream(),
              OutputStream.nullOutputStream());
      long begin = System.nanoTime();
      try (ChildJvm child = ChildJvm.start(command)) {
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        if (!Within.await(LIMIT, () -> child.threads().stream().anyMatch(LiveThread::virtual))) {
          return Said.problem("virtual ones are not seen, so no leak is. Please report this");
        }
        String words = "virtual ones are seen; a JVM starts in %d ms".formatted(took.toMillis());
        return took.compareTo(SLOW_START) < 0
            ? Said.ok(words)
            : Said.note(words + ". That is slow: a check waits for one or more");
      }
    }
  }

  /** Within a scratch: where temporary files have no room, the JVM's recorder ends the JVM. */
  private static Said threadsHere() throws IOException {
    try (var _ = new Scratch();
        ThreadWatch watch = ThreadWatch.start()) {
      return Said.ok("virtual ones are seen, %d now".formatted(watch.started().size()));
    }
  }
}
