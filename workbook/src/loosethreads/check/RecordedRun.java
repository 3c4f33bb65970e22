// SPDX-License-Identifier: Apache-2.0
package loosethreads.check;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import loosethreads.lifeline.Mark;
import loosethreads.lifeline.RecorderJar;
import loosethreads.lifeline.Recording;
import loosethreads.proof.Within;

/**
 * A program of the user's own, recorded while it runs as it would without us: in the current
 * folder, with our streams, arguments and environment. It does not outlive this process.
 */
public final class RecordedRun implements AutoCloseable {
  /** What a program gets to end by itself once it was told to. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** Ctrl-C on a terminal reaches the program too; then it shuts down without our telling it. */
  private static final Duration A_MOMENT = Duration.ofMillis(500);

  private final Scratch scratch;
  private final Scratch.Folder folder;
  private final Path tape;
  private final String title;
  private final Process process;
  private final List<Mark> marks = new ArrayList<>();
  private final Instant started = Instant.now();
  private Optional<Instant> ended = Optional.empty();

  private RecordedRun(Scratch scratch, String title, Optional<Path> flight, List<String> arguments)
      throws IOException {
    this.scratch = scratch;
    this.title = title;
    folder = scratch.folder("lifelines");
    tape = folder.path().resolve("tape");
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(RecorderJar.in(folder.path()).options(tape, flight));
    line.addAll(arguments);
    process = new ProcessBuilder(line).inheritIO().start();
  }

  /**
   * Starts the program.
   *
   * @param title what runs, for people
   * @param flight the file for a flight recording, if there is to be one
   * @param arguments what follows the options on java's command line: a class, {@code -jar FILE} or
   *     a source file, and the program's own
   */
  public static RecordedRun start(String title, Optional<Path> flight, List<String> arguments)
      throws IOException {
    Scratch scratch = new Scratch(PATIENCE.multipliedBy(2));
    try {
      return new RecordedRun(scratch, title, flight, arguments);
    } catch (IOException | RuntimeException e) {
      scratch.close();
      throw e;
    }
  }

  /**
   * Waits for the program's end. Tells it to end when the limit is over, or when somebody tells
   * this process to end, which interrupts the caller; kills it if it does not listen.
   *
   * @return its exit status
   */
  public int await(Optional<Duration> limit) {
    try {
      if (limit.isEmpty()) {
        process.waitFor();
      } else if (!process.waitFor(limit.get().toNanos(), TimeUnit.NANOSECONDS)) {
        terminate("SIGTERM, as was asked for");
      }
    } catch (InterruptedException toldToEnd) {
      terminateUnlessItShutsDown();
    }
    try {
      if (!process.waitFor(PATIENCE.toNanos(), TimeUnit.NANOSECONDS)) {
        mark("killed, for it did not end");
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException again) {
      process.destroyForcibly().onExit().join();
    }
    ended = Optional.of(Instant.now());
    return process.exitValue();
  }

  private void terminateUnlessItShutsDown() {
    try {
      if (!Within.await(A_MOMENT, () -> !process.isAlive() || shutsDown())) {
        terminate("SIGTERM");
      }
    } catch (Exception e) {
      process.destroyForcibly();
    }
  }

  private boolean shutsDown() {
    return recording().map(Recording::shutDown).orElse(false);
  }

  private void terminate(String why) {
    mark(why);
    process.toHandle().destroy();
  }

  private void mark(String text) {
    long at = Duration.between(started, Instant.now()).toNanos();
    marks.add(new Mark(at, Mark.Kind.SIGNAL, text));
  }

  /**
   * What was recorded until now.
   *
   * @return empty if the program's JVM did not come to record
   */
  public Optional<Recording> recording() {
    try {
      return Optional.of(RecorderJar.read(tape, title, ended).plus(started, marks));
    } catch (IOException noTape) {
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly().onExit().join();
    folder.close();
    scratch.close();
  }
}
