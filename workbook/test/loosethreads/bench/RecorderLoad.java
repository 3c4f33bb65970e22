// SPDX-License-Identifier: Apache-2.0
package loosethreads.bench;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Programs that the recorder has much to do with. Each prints figures: name, unit and value. */
final class RecorderLoad {
  private RecorderLoad() {}

  /** Ends at once. */
  static final class Empty {
    private Empty() {}

    public static void main(String... arguments) {}
  }

  /** Starts threads that end at once, and joins them. */
  static final class Starts {
    private static final int VIRTUAL = 100_000;
    private static final int PLATFORM = 1_000;

    /** How often it takes until all is compiled. */
    private static final int WARM_UP = 6;

    private Starts() {}

    public static void main(String... arguments) throws InterruptedException {
      print("100 000 virtual threads in a fresh JVM", "ms", virtual() / 1e6);
      double last = 0;
      for (int i = 0; i < WARM_UP; i++) {
        last = virtual() / 1e6;
      }
      print("100 000 virtual threads, warm", "ms", last);
      print("a platform thread", "us", platform() / 1e3 / PLATFORM);
    }

    private static long virtual() throws InterruptedException {
      long begin = System.nanoTime();
      Thread[] threads = new Thread[VIRTUAL];
      for (int i = 0; i < VIRTUAL; i++) {
        threads[i] = Thread.startVirtualThread(() -> {});
      }
      for (Thread thread : threads) {
        thread.join();
      }
      return System.nanoTime() - begin;
    }

    private static long platform() throws InterruptedException {
      long begin = System.nanoTime();
      for (int i = 0; i < PLATFORM; i++) {
        Thread.ofPlatform().start(() -> {}).join();
      }
      return System.nanoTime() - begin;
    }
  }

  /** Has many virtual threads blocked at once, and looks how busy the sampler is. */
  static final class Blocked {
    private static final int THREADS = 10_000;
    private static final Duration WINDOW = Duration.ofSeconds(5);

    private Blocked() {}

    public static void main(String... arguments) throws InterruptedException {
      for (int i = 0; i < THREADS; i++) {
        Thread.startVirtualThread(LockSupport::park);
      }
      Thread sampler =
          Thread.getAllStackTraces().keySet().stream()
              .filter(t -> t.getName().equals("loose-threads-sampler"))
              .findFirst()
              .orElseThrow();
      long before = cpu(sampler);
      Thread.sleep(WINDOW);
      double share = (double) (cpu(sampler) - before) / WINDOW.toNanos();
      print("sampler, 10 000 blocked virtual threads", "% of a core", 100 * share);
    }

    private static long cpu(Thread thread) {
      return ManagementFactory.getThreadMXBean().getThreadCpuTime(thread.threadId());
    }
  }

  private static void print(String name, String unit, double value) {
    System.out.println(name + "\t" + unit + "\t" + value);
  }
}
