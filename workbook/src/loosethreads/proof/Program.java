// SPDX-License-Identifier: Apache-2.0
package loosethreads.proof;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The program under test in a JVM of its own, as its users run it. */
public final class Program implements AutoCloseable {
  /** Whether what the program prints is copied to this JVM's own output. */
  public enum Echo {
    YES,
    NO
  }

  /**
   * How the program ended.
   *
   * @param status its exit status
   */
  public record Exit(int status, String stdout, String stderr) {}

  private static final String HEAP = "128m";
  private static final Duration LISTENING_LIMIT = Within.seconds(5);

  private final String name;
  private final Path folder;
  private final ChildJvm jvm;

  private Program(String name, Path folder, ChildJvm jvm) {
    this.name = name;
    this.folder = folder;
    this.jvm = jvm;
  }

  /** Starts {@code main} of a class on this JVM's class path. */
  public static Program start(String mainClass, String... arguments) throws IOException {
    return start(Echo.NO, mainClass, arguments);
  }

  /**
   * As {@link #start(String, String...)}, and says whether its output is copied.
   *
   * @throws IOException if there is no such class on the class path, or the JVM does not start
   */
  public static Program start(Echo echo, String mainClass, String... arguments) throws IOException {
    return start(echo, List.of(), mainClass, arguments);
  }

  /** As {@link #start(Echo, String, String...)}, with options for the JVM. */
  static Program start(Echo echo, List<String> options, String mainClass, String... arguments)
      throws IOException {
    Path classes = homeOf(mainClass);
    Path folder = Files.createTempDirectory("loose-threads-program-");
    boolean copy = echo == Echo.YES;
    try {
      return new Program(
          mainClass,
          folder,
          ChildJvm.start(
              new ChildJvm.Command(
                  folder,
                  HEAP,
                  options,
                  List.of(classes),
                  mainClass,
                  List.of(arguments),
                  copy ? System.out : OutputStream.nullOutputStream(),
                  copy ? System.err : OutputStream.nullOutputStream(),
                  QuickStart.handedOn().map(q -> q.use(QuickStart.Purpose.PROGRAM)))));
    } catch (IOException | RuntimeException e) {
      Folders.delete(folder);
      throw e;
    }
  }

  /** The part of the class path that has the class. */
  private static Path homeOf(String mainClass) throws IOException {
    String file = mainClass.replace('.', '/') + ".class";
    URL url = ClassLoader.getSystemResource(file);
    if (url == null) {
      throw new IOException(file + " is not on the class path");
    }
    String home = url.toString();
    if (url.getProtocol().equals("jar")) {
      return Path.of(URI.create(home.substring("jar:".length(), home.lastIndexOf("!/"))));
    }
    return Path.of(URI.create(home.substring(0, home.length() - file.length())));
  }

  /**
   * Waits for the line {@code SERVICE listening on URI} on the program's stdout.
   *
   * @throws ProofFailure if the program ends before it prints the line (FAIL), or does not print it
   *     in time (HUNG)
   */
  public URI address(String service) throws InterruptedException {
    // With what follows the address: a line may arrive in pieces.
    Pattern line =
        Pattern.compile("\\b" + Pattern.quote(service) + " listening on (http://[^\\s/]+)[\\s/]");
    Within.quiet(LISTENING_LIMIT, () -> find(line).isPresent() || !isAlive());
    if (!isAlive()) {
      jvm.awaitEnd(Duration.ZERO);
    }
    return find(line)
        .orElseThrow(
            () ->
                isAlive()
                    ? ProofFailure.hung(
                        "%s did not print '%s listening on …' within %s%s"
                            .formatted(name, service, Words.of(LISTENING_LIMIT), printed()),
                        threads())
                    : ProofFailure.fail(
                        "%s ended with status %d before it printed '%s listening on …'%s"
                            .formatted(name, jvm.status(), service, printed())));
  }

  private Optional<URI> find(Pattern line) {
    Matcher matcher = line.matcher(stdout());
    return matcher.find() ? Optional.of(URI.create(matcher.group(1))) : Optional.empty();
  }

  public boolean isAlive() {
    return jvm.isAlive();
  }

  /** What it has printed on stdout so far; at most 1 MB is kept. */
  public String stdout() {
    return jvm.stdout();
  }

  /** What it has printed on stderr so far; at most 1 MB is kept. */
  public String stderr() {
    return jvm.stderr();
  }

  /**
   * The threads that are alive in the program now, platform and virtual; {@code main} is one of
   * them until it has returned. The JVM's own are left out.
   */
  public List<LiveThread> threads() {
    return jvm.threads();
  }

  /**
   * The thread {@code main} as it was when the ended program began to end, if it had not returned:
   * somebody else has ended the program. Empty too if it was halted or killed.
   */
  public Optional<LiveThread> mainAtExit() {
    return jvm.mainAtShutdown();
  }

  /** Asks it to end, as Ctrl-C or a service manager would: its shutdown hooks run. */
  public void terminate() {
    jvm.terminate();
  }

  /**
   * Waits for the program's end.
   *
   * @throws ProofFailure HUNG, with the threads that keep it alive, if it has not ended in time;
   *     FAIL if it was killed because it printed without end
   */
  public Exit awaitExit(Duration within) throws InterruptedException {
    if (!jvm.awaitEnd(within)) {
      List<LiveThread> all = threads();
      List<LiveThread> keeping = all.stream().filter(t -> !t.virtual() && !t.daemon()).toList();
      throw ProofFailure.hung(
          "%s is still running after %s".formatted(name, Words.of(within)),
          keeping.isEmpty() ? all : keeping);
    }
    if (jvm.printedTooMuch()) {
      throw ProofFailure.fail(name + " printed more than 10 MB and was ended");
    }
    return new Exit(jvm.status(), stdout(), stderr());
  }

  private String printed() {
    String text = (stdout() + stderr()).strip();
    return text.isEmpty() ? ", and printed nothing" : "; it printed:\n" + text.indent(2);
  }

  /** Kills the program if it still runs, with all processes that it started. */
  @Override
  public void close() {
    jvm.close();
    Folders.delete(folder);
  }
}
