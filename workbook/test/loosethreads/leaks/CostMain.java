// SPDX-License-Identifier: Apache-2.0
package loosethreads.leaks;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import loosethreads.proof.NoLooseThreads;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Measures what the check adds to a test that starts and joins one virtual thread: the difference
 * of the medians with it and without it, alone and with 10 000 live virtual threads around.
 */
final class CostMain {
  private static final int LIVE = 10_000;
  private static final int WARM_UP = 200;

  private CostMain() {}

  /** The test, with the check and without. */
  static final class Twins {
    @RepeatedTest(1000)
    @NoLooseThreads
    void checked() throws InterruptedException {
      unchecked();
    }

    @RepeatedTest(1000)
    void plain() throws InterruptedException {
      unchecked();
    }

    @RepeatedTest(60)
    @NoLooseThreads
    void checked_in_a_crowd() throws InterruptedException {
      unchecked();
    }

    private static void unchecked() throws InterruptedException {
      Thread.ofVirtual().start(() -> {}).join();
    }
  }

  public static void main(String... arguments) throws InterruptedException {
    double plain = median("plain", WARM_UP);
    double checked = median("checked", WARM_UP);
    System.out.printf("median cost of a clean check\t%.2f ms%n", checked - plain);
    CountDownLatch end = new CountDownLatch(1);
    CountDownLatch begun = new CountDownLatch(LIVE);
    List<Thread> crowd = new ArrayList<>();
    for (int i = 0; i < LIVE; i++) {
      crowd.add(
          Thread.ofVirtual()
              .start(
                  () -> {
                    begun.countDown();
                    try {
                      end.await();
                    } catch (InterruptedException e) {
                      Thread.currentThread().interrupt();
                    }
                  }));
    }
    begun.await();
    System.out.printf(
        "with %,d live virtual threads\t%.2f ms%n", LIVE, median("checked_in_a_crowd", 20) - plain);
    end.countDown();
    for (Thread thread : crowd) {
      thread.join();
    }
    System.exit(0);
  }

  /** Of the time from the start of a test to its end, in milliseconds. */
  private static double median(String method, int warmUp) {
    List<Long> nanos = Collections.synchronizedList(new ArrayList<>());
    LauncherFactory.create()
        .execute(
            LauncherDiscoveryRequestBuilder.request()
                .selectors(selectMethod(Twins.class, method))
                .build(),
            new TestExecutionListener() {
              private long begin;

              @Override
              public void executionStarted(TestIdentifier test) {
                begin = System.nanoTime();
              }

              @Override
              public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                if (test.isTest()) {
                  nanos.add(System.nanoTime() - begin);
                }
              }
            });
    long[] sorted =
        nanos.subList(warmUp, nanos.size()).stream().mapToLong(Long::longValue).sorted().toArray();
    return Arrays.stream(sorted).skip(sorted.length / 2).findFirst().orElseThrow() / 1e6;
  }
}
