// SPDX-License-Identifier: Apache-2.0
package loosethreads.proof;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
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
   * @param quickStart what it starts faster with, if there is such a thing
   */
  public record Command(
      Path folder,
      String heap,
      List<String> options,
      List<Path> classPath,
      String mainClass,
      List<String> arguments,
      OutputStream out,
      OutputStream err,
      Optional<QuickStart.Use> quickStart) {
    /** For a child that is started once, and no haste. */
    public Command(
        Path folder,
        String heap,
        List<String> options,
        List<Path> classPath,
        String mainClass,
        List<String> arguments,
        OutputStream out,
        OutputStream err) {
      this(folder, heap, options, classPath, mainClass, arguments, out, err, Optional.empty());
    }
  }

  /** Until it can be observed; its main may need as long again. */
  public static final Duration START_LIMIT = Duration.ofSeconds(30);

  /** Options for short lives: the first compiler and the simplest collector start fastest. */
  public static final List<String> QUICK = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

  private static final Duration KILL_LIMIT = Duration.ofSeconds(5);

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
   * Starts the JVM and waits until it can be observed; its main runs from then on, with nothing to
   * read on its stdin.
   *
   * @throws IOException if it does not come up within {@link #START_LIMIT}, with what it printed
   * @throws InterruptedIOException if the thread is interrupted meanwhile; it stays so
   */
  public static ChildJvm start(Command command) throws IOException {
    ChildJvm child = startWaiting(command);
    child.tell(new byte[0]);
    return child;
  }

  /** As {@link #start}, for a main that waits for what it is to be told. */
  public static ChildJvm startWaiting(Command command) throws IOException {
    try (Door door = new Door()) {
      ProcessBuilder builder = new ProcessBuilder(line(command, door.agentArgument()));
      builder.directory(command.folder().toFile());
      builder.environment().keySet().removeAll(OPTION_VARIABLES);
      Descendants descendants = Descendants.marked(builder, door.token());
      Process process = builder.start();
      String name = command.mainClass();
      var stdout = new Output(process, process.getInputStream(), command.out(), name + " stdout");
      var stderr = new Output(process, process.getErrorStream(), command.err(), name + " stderr");
      try {
        Socket observer = door.admit(process, START_LIMIT);
        return new ChildJvm(process, descendants, stdout, stderr, observer);
      } catch (IOException e) {
        end(process, descendants, stdout, stderr, () -> {});
        if (e instanceof InterruptedIOException) {
          throw e;
        }
        throw new IOException(
            "the JVM for %s did not start: %s%n%s"
                .formatted(name, e.getMessage(), stderr.text() + stdout.text()),
            e);
      }
    }
  }

  private static List<String> line(Command command, String agentArgument) throws IOException {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.add("-Xmx" + command.heap());
    line.addAll(QUICK);
    line.add("-XX:+ExitOnOutOfMemoryError");
    line.add("--enable-preview");
    // The agent's, as the JVM would add it by itself; a cache wants to be told when it is trained.
    line.add("--add-modules=java.instrument");
    line.add("-Djava.io.tmpdir=" + command.folder());
    Optional<QuickStart.Use> quick = command.quickStart();
    line.addAll(
        quick.isPresent()
            ? quick.get().options(agentArgument)
            : AgentJar.options(AgentJar.in(command.folder()), agentArgument));
    line.addAll(command.options());
    line.addAll(
        quick.isPresent()
            ? quick.get().classPath(command.classPath(), agentArgument)
            : List.of("-cp", QuickStart.joined(command.classPath())));
    line.add(command.mainClass());
    line.addAll(command.arguments());
    return line;
  }

  /** Gives it this to read on its stdin, which ends then. */
  public void tell(byte[] words) {
    try (OutputStream stdin = process.getOutputStream()) {
      stdin.write(words);
    } catch (IOException gone) {
      // it has ended, as whoever waits for its end will see
    }
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
