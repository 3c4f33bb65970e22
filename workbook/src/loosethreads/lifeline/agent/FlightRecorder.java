// SPDX-License-Identifier: Apache-2.0
package loosethreads.lifeline.agent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.locks.LockSupport;
import jdk.jfr.Configuration;
import jdk.jfr.Recording;
import loosethreads.proof.agent.SystemThreads;

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
    recording.setDumpOnExit(true);
    recording.setDestination(file);
    recording.start();
    var recorder = new FlightRecorder(recording, file);
    recorder.dump();
    SystemThreads.of("loose-threads-flight", recorder).start();
    return recorder;
  }

  @Override
  public void run() {
    while (true) {
      long begin = System.nanoTime();
      LockSupport.parkNanos(PAUSE_NANOS);
      dump();
      LockSupport.parkNanos(SHARE * (System.nanoTime() - begin - PAUSE_NANOS));
    }
  }

  /** What there is until now, in case that the JVM is killed. */
  synchronized void dump() {
    Path next = file.resolveSibling(file.getFileName() + ".part");
    try {
      recording.dump(next);
      Files.move(next, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      // The JVM shuts down, and writes the file itself; or the disk is full, as it will find.
    } finally {
      var _ = next.toFile().delete();
    }
  }
}
