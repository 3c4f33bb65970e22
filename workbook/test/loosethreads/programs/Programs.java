// SPDX-License-Identifier: Apache-2.0
package loosethreads.programs;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;

/** Programs for tests to start. */
public final class Programs {
  private Programs() {}

  /** Says that it listens, and ends when it is told to, with a last word. */
  public static final class Service {
    public static void main(String... arguments) throws InterruptedException {
      Runtime.getRuntime()
          .addShutdownHook(new Thread(() -> System.out.println("stopped"), "last word"));
      System.err.println("works in " + System.getProperty("java.io.tmpdir") + ";");
      System.out.println("app listening on http://localhost:4711");
      new CountDownLatch(1).await();
    }
  }

  public static final class Ends {
    public static void main(String... arguments) {
      System.out.println("got " + String.join(" ", arguments));
      System.exit(3);
    }
  }

  /** main returns; a virtual thread and a platform thread stay. */
  public static final class Leaks {
    public static void main(String... arguments) {
      Thread.ofVirtual().name("a virtual one").start(LockSupport::park);
      Thread.ofPlatform().name("a platform one").start(LockSupport::park);
    }
  }

  public static final class PrintsWithoutEnd {
    public static void main(String... arguments) {
      String line = "x".repeat(1000);
      while (!Thread.currentThread().isInterrupted()) {
        System.out.println(line);
      }
    }
  }

  public static final class ReadsItsInput {
    public static void main(String... arguments) throws IOException {
      System.out.println("read " + System.in.read());
    }
  }

  public static final class TakesAllMemory {
    private static long[][] kept = new long[1 << 20][];

    public static void main(String... arguments) {
      for (int i = 0; i < kept.length; i++) {
        kept[i] = new long[1 << 17];
      }
    }
  }

  /** Its child process starts another and ends, so that the other has lost its parent. */
  public static final class StartsProcesses {
    public static void main(String... arguments) throws IOException {
      new ProcessBuilder("sh", "-c", "sleep 1000 & echo $!; exit")
          .redirectOutput(ProcessBuilder.Redirect.INHERIT)
          .start();
      LockSupport.park();
    }
  }
}
