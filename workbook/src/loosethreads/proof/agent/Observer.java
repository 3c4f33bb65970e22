// SPDX-License-Identifier: Apache-2.0
package loosethreads.proof.agent;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import loosethreads.proof.LiveThread;

/**
 * Answers the JVM's owner about its threads, and ends the JVM when the owner is gone: however the
 * owner ends, the connection closes with it.
 */
public final class Observer implements Runnable {
  /**
   * Request: the live threads. Answer: the same byte, their number, then each as {@link
   * LiveThread#writeTo}.
   */
  public static final int THREADS = 'T';

  /** Told unasked when the JVM begins to shut down: {@code main}, in an answer like the other. */
  public static final int SHUTDOWN = 'S';

  /** Request: {@code Runtime.exit} with the status that follows as an int. No answer. */
  public static final int EXIT = 'X';

  /**
   * How long to wait for a request at a stretch, in milliseconds. The end of a JVM waits 300 ms for
   * threads that are in the midst of such a wait.
   */
  private static final int STRETCH = 20;

  /** For the processes that this one has killed, in milliseconds. */
  private static final long END_LIMIT = 500;

  /** The exit status of a JVM whose owner is gone; as after SIGKILL. */
  private static final int ORPHANED = 137;

  private final Socket owner;
  private final Thread main;
  private final ReentrantLock telling = new ReentrantLock();

  private Observer(Socket owner, Thread main) {
    this.owner = owner;
    this.main = main;
  }

  static void start(int port, String token, Thread main) throws IOException {
    Socket owner = new Socket(InetAddress.getLoopbackAddress(), port);
    owner.setTcpNoDelay(true);
    owner.setSoTimeout(STRETCH);
    new DataOutputStream(owner.getOutputStream()).writeUTF(token);
    Observer observer = new Observer(owner, main);
    SystemThreads.of("loose-threads-observer", observer).start();
    Runtime.getRuntime()
        .addShutdownHook(SystemThreads.of("loose-threads-shutdown", observer::tellShutdown));
  }

  @Override
  public void run() {
    try (owner) {
      var in = new DataInputStream(owner.getInputStream());
      for (int request = next(in); request != -1; request = next(in)) {
        if (request == THREADS) {
          telling.lock();
          try {
            tell(THREADS, Ledger.alive());
          } finally {
            telling.unlock();
          }
        } else if (request == EXIT) {
          owner.setSoTimeout(0);
          int status = in.readInt();
          // On a thread of its own: exit waits for the shutdown hooks, and may wait for ever.
          SystemThreads.of("loose-threads-exit", () -> Runtime.getRuntime().exit(status)).start();
        }
      }
    } catch (IOException ownerIsGone) {
      // as after the end of the stream
    } finally {
      endEverything();
    }
  }

  private static int next(InputStream in) throws IOException {
    while (true) {
      try {
        return in.read();
      } catch (SocketTimeoutException nothingAsked) {
        // and the thread was where the JVM could have stopped it
      }
    }
  }

  private static void endEverything() {
    try {
      List<ProcessHandle> all = ProcessHandle.current().descendants().toList();
      all.forEach(ProcessHandle::destroyForcibly);
      // Whoever starts a process has to take note of its end, or it stays listed as a zombie.
      CompletableFuture.allOf(
              all.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new))
          .get(END_LIMIT, TimeUnit.MILLISECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException halted) {
      // as it would be without the wait
    } finally {
      Runtime.getRuntime().halt(ORPHANED);
    }
  }

  /** Must not hold up the JVM's end: of main alone, so that it fits where nobody reads yet. */
  private void tellShutdown() {
    try {
      if (telling.tryLock(1, TimeUnit.SECONDS)) {
        tell(SHUTDOWN, main.isAlive() ? List.of(main) : List.of());
      }
    } catch (IOException ownerIsGone) {
      // and does not ask
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void tell(int what, List<Thread> alive) throws IOException {
    List<LiveThread> threads =
        Ledger.describe(alive.stream().filter(LiveThread::isOfInterest).toList()).stream()
            .filter(LiveThread::isUnfinished)
            .toList();
    var out = new DataOutputStream(new BufferedOutputStream(owner.getOutputStream()));
    out.write(what);
    out.writeInt(threads.size());
    for (LiveThread thread : threads) {
      thread.writeTo(out);
    }
    out.flush();
  }
}
