// SPDX-License-Identifier: Apache-2.0
package loosethreads.proof;

import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;

/** Where the JVMs that we start call us, from inside; a caller without our token is sent away. */
final class Door implements Closeable {
  /** An observer answers within this; it has nothing else to do. */
  static final Duration ANSWER_LIMIT = Duration.ofSeconds(3);

  /** How often to look whether the one who is to call is still alive. */
  private static final Duration LOOK = Duration.ofMillis(50);

  private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final String token;

  Door() throws IOException {
    byte[] random = new byte[16];
    new SecureRandom().nextBytes(random);
    token = HexFormat.of().formatHex(random);
  }

  /** What nobody can guess: only who is told may connect. */
  String token() {
    return token;
  }

  /** The argument that the agent of such a JVM needs. */
  String agentArgument() {
    return socket.getLocalPort() + "," + token;
  }

  boolean isClosed() {
    return socket.isClosed();
  }

  /**
   * Waits for a caller.
   *
   * @return null if it was sent away
   */
  Socket admit() throws IOException {
    Socket caller = socket.accept();
    boolean welcome = false;
    try {
      caller.setSoTimeout((int) ANSWER_LIMIT.toMillis());
      caller.setTcpNoDelay(true);
      welcome = new DataInputStream(caller.getInputStream()).readUTF().equals(token);
      return welcome ? caller : null;
    } finally {
      if (!welcome) {
        caller.close();
      }
    }
  }

  /**
   * Waits for this process to call.
   *
   * @throws IOException if it ends before, or does not call in time, with a sentence that says so
   * @throws InterruptedIOException if the thread is interrupted; it stays so
   */
  Socket admit(Process process, Duration limit) throws IOException {
    long deadline = System.nanoTime() + limit.toNanos();
    socket.setSoTimeout((int) LOOK.toMillis());
    boolean ended = false;
    while (System.nanoTime() < deadline) {
      try {
        Socket caller = admit();
        if (caller != null) {
          return caller;
        }
      } catch (SocketTimeoutException notYet) {
        if (ended) {
          throw new IOException("it ended with status " + process.exitValue());
        }
        ended = !process.isAlive(); // one of a short life may have called just before: look again
        if (Thread.currentThread().isInterrupted()) {
          throw new InterruptedIOException("nobody waits for it any more");
        }
      }
    }
    throw new IOException("it said nothing for " + Words.of(limit));
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
