// SPDX-License-Identifier: Apache-2.0
package loosethreads.lifeline;

import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/** Programs to record. Each says {@code ready} when there is something to see. */
final class Played {
  static final int MANY = 10_000;

  private Played() {}

  /** One thread in each state, all of which stay; then main waits. */
  static final class States {
    public static void main(String... arguments) throws Exception {
      var lock = new Object();
      var held = new CountDownLatch(1);
      Thread.ofPlatform().name("holder").start(() -> hold(lock, held));
      held.await();
      Thread.ofPlatform().name("blocked").start(() -> hold(lock, held));
      Thread.ofPlatform().name("sleeping").start(States::sleep);
      Thread.ofVirtual().name("sleeping, virtual").start(States::sleep);
      Thread.ofPlatform().name("waiting").start(LockSupport::park);
      Thread.ofVirtual().name("waiting, virtual").start(LockSupport::park);
      Thread.ofPlatform().name("running").start(States::run);
      var server = new ServerSocket(0, 2, InetAddress.getLoopbackAddress());
      Thread.ofPlatform().name("reading").start(() -> read(server));
      Thread.ofVirtual().name("reading, virtual").start(() -> read(server));
      ready();
    }

    private static void hold(Object lock, CountDownLatch held) {
      synchronized (lock) {
        held.countDown();
        LockSupport.park();
      }
    }

    private static void sleep() {
      try {
        Thread.sleep(1_000_000);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    private static void run() {
      while (true) {
        Thread.onSpinWait();
      }
    }

    private static void read(ServerSocket server) {
      try (var socket = new Socket(server.getInetAddress(), server.getLocalPort());
          InputStream in = socket.getInputStream()) {
        in.read();
      } catch (java.io.IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }
  }

  /** Threads that end at once, platform and virtual, one after the other; then it ends. */
  static final class Relay {
    public static void main(String... arguments) throws Exception {
      for (int i = 0; i < 500; i++) {
        Thread.ofPlatform().name("p-" + i).start(() -> {}).join();
        Thread.ofVirtual().name("v-" + i).start(() -> {}).join();
      }
      ready();
    }
  }

  /** A thread that changes its name, a daemon, and one that an exception ends. */
  static final class Names {
    public static void main(String... arguments) throws Exception {
      var renamed = new CountDownLatch(1);
      Thread worker =
          Thread.ofPlatform()
              .name("before")
              .start(
                  () -> {
                    Thread.currentThread().setName("after");
                    renamed.countDown();
                  });
      renamed.await();
      worker.join();
      Thread.ofPlatform().daemon().name("daemon").start(LockSupport::park);
      Thread fails =
          Thread.ofVirtual()
              .name("fails")
              .start(
                  () -> {
                    throw new IllegalStateException("by intent");
                  });
      fails.join();
      ready();
    }
  }

  /**
   * Abandons an executor with a blocked virtual thread, and has it collected when it is told to.
   */
  static final class Vanishing {
    public static void main(String... arguments) throws Exception {
      abandon();
      ready();
      System.in.read();
      while (true) {
        System.gc();
        Thread.sleep(10);
      }
    }

    private static void abandon() throws InterruptedException {
      var parks = new CountDownLatch(1);
      var executor =
          Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("abandoned").factory());
      executor.execute(
          () -> {
            parks.countDown();
            LockSupport.park();
          });
      parks.await();
    }
  }

  /** Many virtual threads at once. */
  static final class Many {
    public static void main(String... arguments) throws Exception {
      for (int i = 0; i < MANY; i++) {
        Thread.ofVirtual().name("v-" + i).start(LockSupport::park);
      }
      ready();
      new CountDownLatch(1).await();
    }
  }

  private static void ready() {
    System.out.println("ready");
  }
}
