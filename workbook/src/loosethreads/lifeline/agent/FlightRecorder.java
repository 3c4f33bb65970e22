// SPDX-License-Identifier: Apache-2.0
package loosethreads.lifeline.agent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.locks.LockSupport;
import jdk.jfr.Configuration;
import jdk.jfr.Recording;

/**
 * Keeps a flight recording of this JVM in a file, complete but for the last second or two if the
 * JVM is killed: what the JVM itself leaves then can't be read.
 */
final class FlightRecorder implements Runnable {
  private static final long PAUSE_NANOS = 1_000_000_000;

  /** A dump copies all, so the longer the file, the seldomer. */
  private static final int SHARE = 10;

  private final Recording recording;
  private final Path file;

  private FlightRecorder(Recording recording, Path file) {
    this.recording = recording;
    this.file = file;
  }

  static FlightRecorder start(Path file) throws Exception {
    var recording = new Recording(Configuration.getConfiguration("profile"));
    // Left out by default, for there may be many.
    recording.enable("jdk.VirtualThreadStart");
    recording.enable("jdk.VirtualThreadEnd");
    recording.start();
    var recorder = new FlightRecorder(recording, file.toAbsolutePath());
    recorder.dump();
    SystemThreads.of("loose-threads-flight", recorder).start();
    Runtime.getRuntime()
        .addShutdownHook(SystemThreads.of("loose-threads-flight-end", recorder::dumpLast));
    return recorder;
  }

  @Override
  public void run() {
    try {
      while (true) {
        long begin = System.nanoTime();
        dump();
        LockSupport.parkNanos(Math.max(PAUSE_NANOS, SHARE * (System.nanoTime() - begin)));
      }
    } catch (IOException e) {
      System.err.println("No flight recording in " + file + ": " + e.getMessage());
    }
  }

  /** For a JVM that is about to end. */
  void dumpLast() {
    try {
      dump();
    } catch (IOException e) {
      System.err.println("The end is missing in " + file + ": " + e.getMessage());
    }
  }

  private synchronized void dump() throws IOException {
    Path next = file.resolveSibling(file.getFileName() + ".part");
    recording.dump(next);
    Files.move(next, file, StandardCopyOption.REPLACE_EXISTING);
  }
}
