// SPDX-License-Identifier: Apache-2.0
package loosethreads.proof.agent;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;
import loosethreads.proof.LiveThread;

/**
 * Answers the JVM's owner about its threads, and ends the JVM when the owner is gone: however the
 * owner ends, the connection closes with it.
 */
public final class Observer implements Runnable {
  /** Request: the live threads. Answer: their number, then each as {@link LiveThread#writeTo}. */
  public static final int THREADS = 'T';

  /** Request: {@code Runtime.exit} with the status that follows as an int. No answer. */
  public static final int EXIT = 'X';

  /** The exit status of a JVM whose owner is gone; as after SIGKILL. */
  private static final int ORPHANED = 137;

  private final Socket owner;

  private Observer(Socket owner) {
    this.owner = owner;
  }

  static void start(int port, String token) throws IOException {
    Socket owner = new Socket(InetAddress.getLoopbackAddress(), port);
    owner.setTcpNoDelay(true);
    new DataOutputStream(owner.getOutputStream()).writeUTF(token);
    inSystemGroup("loose-threads-observer", new Observer(owner)).start();
  }

  @Override
  public void run() {
    try (owner) {
      var in = new DataInputStream(owner.getInputStream());
      var out = new DataOutputStream(new BufferedOutputStream(owner.getOutputStream()));
      for (int request = in.read(); request != -1; request = in.read()) {
        if (request == THREADS) {
          writeThreads(out);
        } else if (request == EXIT) {
          int status = in.readInt();
          // On a thread of its own: exit waits for the shutdown hooks, and may wait for ever.
          inSystemGroup("loose-threads-exit", () -> Runtime.getRuntime().exit(status)).start();
        }
      }
    } catch (IOException ownerIsGone) {
      // as after the end of the stream
    } finally {
      endEverything();
    }
  }

  private static void endEverything() {
    try {
      ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
    } finally {
      Runtime.getRuntime().halt(ORPHANED);
    }
  }

  private static void writeThreads(DataOutputStream out) throws IOException {
    List<LiveThread> threads =
        Ledger.alive().stream()
            .filter(LiveThread::isOfInterest)
            .map(Ledger::describe)
            .filter(LiveThread::isUnfinished)
            .toList();
    out.writeInt(threads.size());
    for (LiveThread thread : threads) {
      thread.writeTo(out);
    }
    out.flush();
  }

  /** The group of the JVM's own threads: whoever looks for the program's leaves it out. */
  private static Thread inSystemGroup(String name, Runnable task) {
    ThreadGroup group = Thread.currentThread().getThreadGroup();
    while (group.getParent() != null) {
      group = group.getParent();
    }
    Thread thread = new Thread(group, task, name);
    thread.setDaemon(true);
    return thread;
  }
}
