// SPDX-License-Identifier: Apache-2.0
package loosethreads.proof;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import loosethreads.proof.agent.Observer;

/**
 * A JVM of our own for code that is not: with limits on heap and output, observed from inside, and
 * killed with its descendants in {@link #close}. If this JVM dies, however, the child ends too.
 */
public final class ChildJvm implements AutoCloseable {
  /**
   * What to start.
   *
   * @param folder an empty folder of the caller's, who removes it: for the agent, and as the
   *     child's working folder and temporary folder
   * @param options of the JVM, besides those that every child gets
   * @param out where to copy the child's stdout while it runs
   * @param err where to copy its stderr
   */
  public record Command(
      Path folder,
      String heap,
      List<String> options,
      List<Path> classPath,
      String mainClass,
      List<String> arguments,
      OutputStream out,
      OutputStream err) {}

  /** What a JVM that ran to its end left. */
  public static final Duration START_LIMIT = Duration.ofSeconds(30);

  /** Options for short lives: the first compiler and the simplest collector start fastest. */
  public static final List<String> QUICK = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

  private static final Duration KILL_LIMIT = Duration.ofSeconds(5);
  static final Duration ANSWER_LIMIT = Duration.ofSeconds(3);

  /** Options by which a user's environment would change what is measured, or print into it. */
  static final List<String> OPTION_VARIABLES =
      List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

  private final Process process;
  private final Descendants descendants;
  private final Output stdout;
  private final Output stderr;
  private final Socket observer;
  private final DataInputStream answers;
  private List<LiveThread> atShutdown = List.of();

  private ChildJvm(
      Process process, Descendants descendants, Output stdout, Output stderr, Socket observer)
      throws IOException {
    this.process = process;
    this.descendants = descendants;
    this.stdout = stdout;
    this.stderr = stderr;
    this.observer = observer;
    answers = new DataInputStream(new BufferedInputStream(observer.getInputStream()));
  }

  /**
   * Starts the JVM and waits until it can be observed; its main runs from then on.
   *
   * @throws IOException if it does not come up within {@link #START_LIMIT}, with what it printed
   */
  public static ChildJvm start(Command command) throws IOException {
    String token = newToken();
    try (ServerSocket door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      ProcessBuilder builder = new ProcessBuilder(line(command, door.getLocalPort(), token));
      builder.directory(command.folder().toFile());
      builder.environment().keySet().removeAll(OPTION_VARIABLES);
      Descendants descendants = Descendants.marked(builder, token);
      Process process = builder.start();
      process.getOutputStream().close();
      String name = command.mainClass();
      var stdout = new Output(process, process.getInputStream(), command.out(), name + " stdout");
      var stderr = new Output(process, process.getErrorStream(), command.err(), name + " stderr");
      try {
        Socket observer = accept(door, process, token);
        return new ChildJvm(process, descendants, stdout, stderr, observer);
      } catch (IOException e) {
        end(process, descendants, stdout, stderr, () -> {});
        throw new IOException(
            "the JVM for %s did not start: %s%n%s"
                .formatted(name, e.getMessage(), stderr.text() + stdout.text()),
            e);
      }
    }
  }

  /** What nobody can guess: only who is told may connect as an observer. */
  static String newToken() {
    byte[] random = new byte[16];
    new SecureRandom().nextBytes(random);
    return HexFormat.of().formatHex(random);
  }

  private static List<String> line(Command command, int port, String token) throws IOException {
    Path agent = AgentJar.in(command.folder());
    String classPath =
        command.classPath().stream()
            .map(Path::toString)
            .collect(Collectors.joining(File.pathSeparator));
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.add("-Xmx" + command.heap());
    line.addAll(QUICK);
    line.add("-XX:+ExitOnOutOfMemoryError");
    line.add("-Xshare:auto");
    line.add("--enable-preview");
    line.add("-Djava.io.tmpdir=" + command.folder());
    line.add("-javaagent:" + agent + "=" + port + "," + token);
    line.addAll(command.options());
    line.add("-cp");
    line.add(classPath);
    line.add(command.mainClass());
    line.addAll(command.arguments());
    return line;
  }

  private static Socket accept(ServerSocket door, Process process, String token)
      throws IOException {
    long deadline = System.nanoTime() + START_LIMIT.toNanos();
    door.setSoTimeout(50);
    while (System.nanoTime() < deadline) {
      try {
        Socket caller = door.accept();
        if (hasToken(caller, token)) {
          return caller;
        }
        caller.close();
      } catch (SocketTimeoutException notYet) {
        if (!process.isAlive()) {
          throw new IOException("it ended with status " + process.exitValue());
        }
      }
    }
    throw new IOException("it said nothing for " + Words.of(START_LIMIT));
  }

  /** Whether the caller, an observer, is the one that was told the token. */
  static boolean hasToken(Socket caller, String token) throws IOException {
    caller.setSoTimeout((int) ANSWER_LIMIT.toMillis());
    caller.setTcpNoDelay(true);
    return new DataInputStream(caller.getInputStream()).readUTF().equals(token);
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** Waits for the end; false if it did not come within the limit. */
  public boolean awaitEnd(Duration limit) throws InterruptedException {
    if (!process.waitFor(limit.toNanos(), TimeUnit.NANOSECONDS)) {
      return false;
    }
    stdout.awaitEnd();
    stderr.awaitEnd();
    return true;
  }

  /**
   * Its exit status.
   *
   * @throws IllegalThreadStateException if it is still alive
   */
  public int status() {
    return process.exitValue();
  }

  public String stdout() {
    return stdout.text();
  }

  public String stderr() {
    return stderr.text();
  }

  /** Whether it was killed because it printed more than {@link Output#LIMIT} bytes. */
  public boolean printedTooMuch() {
    return stdout.isOverLimit() || stderr.isOverLimit();
  }

  /**
   * The program's threads that are alive in it now, {@code main} included, the JVM's own left out.
   * Empty if the JVM can't answer any more.
   */
  public synchronized List<LiveThread> threads() {
    try {
      observer.getOutputStream().write(Observer.THREADS);
      return readUpTo(Observer.THREADS);
    } catch (IOException gone) {
      return List.of();
    }
  }

  /**
   * The thread {@code main} as it was when the JVM began to shut down, if it had not ended:
   * somebody else has ended the JVM. Empty too if the JVM was halted or killed. To be asked after
   * its end.
   */
  public synchronized Optional<LiveThread> mainAtShutdown() {
    try {
      readUpTo(Observer.SHUTDOWN);
    } catch (IOException allIsRead) {
      // and what was told is kept
    }
    return atShutdown.stream().findFirst();
  }

  private List<LiveThread> readUpTo(int wanted) throws IOException {
    while (true) {
      int what = answers.readUnsignedByte();
      int count = answers.readInt();
      List<LiveThread> threads = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        threads.add(LiveThread.readFrom(answers));
      }
      if (what == Observer.SHUTDOWN) {
        atShutdown = List.copyOf(threads);
      }
      if (what == wanted) {
        return threads;
      }
    }
  }

  /**
   * Asks it to end, as a user or a service manager would: SIGTERM; on Windows, which has none, an
   * exit from inside, which runs the same shutdown hooks.
   */
  public synchronized void terminate() {
    if (process.supportsNormalTermination()) {
      // Not Process.destroy, which also closes the streams: its last words would be lost.
      process.toHandle().destroy();
      return;
    }
    try {
      var out = new DataOutputStream(observer.getOutputStream());
      out.write(Observer.EXIT);
      out.writeInt(143);
    } catch (IOException gone) {
      // it has ended already
    }
  }

  @Override
  public void close() {
    end(process, descendants, stdout, stderr, observer);
  }

  private static void end(
      Process process, Descendants descendants, Output stdout, Output stderr, Closeable observer) {
    descendants.kill(process);
    try (observer) {
      if (!process.waitFor(KILL_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new IllegalStateException("process " + process.pid() + " survived a kill");
      }
      stdout.awaitEnd();
      stderr.awaitEnd();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException closed) {
      // the connection was gone already
    } finally {
      Stream.of(stdout, stderr).forEach(Output::close);
    }
  }
}
