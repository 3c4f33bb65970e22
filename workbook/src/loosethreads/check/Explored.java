// SPDX-License-Identifier: Apache-2.0
package loosethreads.check;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import loosethreads.proof.Http;
import loosethreads.proof.LiveThread;
import loosethreads.proof.ThreadWatch;
import loosethreads.proof.Within;

/** What a learner does with a program in JShell: the verbs. It lives in the JVM of the snippets. */
public final class Explored {
  private static final Pattern LISTENING = Pattern.compile("(\\w+) listening on (http://[^\\s/]+)");

  /** The services of a lesson's program; some have fewer, or one does not come up. */
  private static final int SERVICES = 2;

  private static final Duration START_LIMIT = Duration.ofSeconds(2);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(3);

  private final String className;
  private final Map<String, URI> addresses = new ConcurrentHashMap<>();
  private final ServerSocket taken = Http.takePort(); // for as long as this JVM
  private final ThreadWatch watch = ThreadWatch.start();
  private volatile Thread main;

  /** For the program of this class; reads along what it prints. */
  public Explored(String className) throws IOException {
    this.className = className;
    System.setOut(new PrintStream(new Reading(System.out), true, StandardCharsets.UTF_8));
  }

  /**
   * Runs {@code main} on a thread of its own, and waits until the program listens.
   *
   * @param args its arguments; if there are none, two times 0, for any free port
   */
  public void start(String... args) throws Exception {
    Method method = Class.forName(className).getMethod("main", String[].class);
    String[] given = args.length == 0 ? new String[] {"0", "0"} : args;
    addresses.clear();
    main = Thread.ofPlatform().name("main").start(() -> run(method, given));
    Within.await(START_LIMIT, () -> addresses.size() == SERVICES || !main.isAlive());
  }

  private static void run(Method main, String[] args) {
    try {
      main.invoke(null, (Object) args);
    } catch (InvocationTargetException e) {
      Explored.<RuntimeException>rethrow(e.getCause());
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  /** So that the JVM reports what {@code main} throws as it would without us. */
  @SuppressWarnings("unchecked")
  private static <T extends Throwable> void rethrow(Throwable thrown) throws T {
    throw (T) thrown;
  }

  /** The body of the app's answer; or what went wrong, as one line. */
  public String get(String path) throws Exception {
    if (!Within.await(START_LIMIT, () -> addresses.containsKey("app"))) {
      return "there is no app: nothing has printed 'app listening on …'";
    }
    try {
      return Http.get(addresses.get("app"), path).body();
    } catch (IOException e) {
      return e.toString();
    }
  }

  /** A port that somebody else has, as an argument for {@code main}. */
  public String takenPort() {
    return Integer.toString(taken.getLocalPort());
  }

  /** Shows the threads, platform and virtual, that were started since JShell was ready. */
  public void threads() {
    List<LiveThread> threads =
        watch.started().stream().sorted(Comparator.comparingLong(LiveThread::id)).toList();
    String evidence = String.join("\n", LiveThread.grouped(threads));
    System.out.println(threads.isEmpty() ? "no thread" : readable(evidence));
  }

  /**
   * Without the package that the program has here, and with what the user did to start a thread.
   */
  private String readable(String evidence) {
    String packageName = className.substring(0, className.lastIndexOf('.') + 1);
    return evidence
        .replace(packageName, "")
        .replaceAll(
            "started at " + Pattern.quote(getClass().getName()) + ".*", "started by start()")
        .replaceAll("started at REPL\\..*", "started by a snippet")
        .replaceAll("at REPL\\..*", "in a snippet");
  }

  /** Interrupts {@code main}, if it runs, gives all threads some time, and shows what is left. */
  public void stop() throws Exception {
    if (main != null && main.isAlive()) {
      main.interrupt();
    }
    Within.await(STOP_LIMIT, () -> watch.started().isEmpty());
    threads();
  }

  /** Hands on what the program prints, and picks the addresses from it. */
  private final class Reading extends OutputStream {
    private final PrintStream out;
    private final StringBuilder line = new StringBuilder();

    Reading(PrintStream out) {
      this.out = out;
    }

    @Override
    public void write(int b) {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) {
      for (int i = offset; i < offset + length; i++) {
        read((char) bytes[i]);
      }
      out.write(bytes, offset, length);
    }

    private void read(char c) {
      if (c != '\n') {
        line.append(c);
        return;
      }
      var found = LISTENING.matcher(line);
      if (found.find()) {
        addresses.put(found.group(1), URI.create(found.group(2)));
      }
      line.setLength(0);
    }

    @Override
    public void flush() {
      out.flush();
    }
  }
}
