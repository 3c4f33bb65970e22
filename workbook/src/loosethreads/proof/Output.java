// SPDX-License-Identifier: Apache-2.0
package loosethreads.proof;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** What a child prints on one stream: copied while it comes, kept up to a limit. */
final class Output implements AutoCloseable {
  /** A child that prints more, in bytes, is killed: it prints without end. */
  static final long LIMIT = 10L << 20;

  /** So much of it is kept in memory, in bytes. */
  private static final int KEPT = 1 << 20;

  /** The stream ends with the child, unless a descendant still holds it. */
  private static final Duration END_LIMIT = Duration.ofSeconds(1);

  private final Process process;
  private final InputStream from;
  private final OutputStream copy;
  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
  private final Thread pump;
  private volatile long length;

  Output(Process process, InputStream from, OutputStream copy, String name) {
    this.process = process;
    this.from = from;
    this.copy = copy;
    pump = Thread.ofPlatform().name(name).daemon(true).start(this::pump);
  }

  private void pump() {
    byte[] buffer = new byte[8192];
    try {
      for (int n = from.read(buffer); n != -1; n = from.read(buffer)) {
        take(buffer, n);
        if (length > LIMIT) {
          process.destroyForcibly();
          return;
        }
        copy.write(buffer, 0, n);
        copy.flush();
      }
    } catch (IOException ended) {
      // the stream was closed on either side: there is no more
    }
  }

  private synchronized void take(byte[] bytes, int n) {
    length += n;
    kept.write(bytes, 0, Math.min(n, KEPT - kept.size()));
  }

  synchronized String text() {
    return kept.toString(StandardCharsets.UTF_8);
  }

  boolean isOverLimit() {
    return length > LIMIT;
  }

  void awaitEnd() throws InterruptedException {
    pump.join(END_LIMIT);
  }

  /** Ends the pump even if a descendant of the child still holds the stream. */
  @Override
  public void close() {
    try {
      from.close();
    } catch (IOException closed) {
      // nothing more to read either way
    }
  }
}
