// SPDX-License-Identifier: Apache-2.0
package loosethreads.leaks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import loosethreads.proof.NoLooseThreads;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests for {@link KindsMain} to run: what they are for is how they fail. */
final class Kinds {
  private Kinds() {}

  /** Each leaves a thread behind, until the next one begins. */
  @NoLooseThreads(graceMillis = 100)
  static final class Leaky {
    private static AutoCloseable end = () -> {};

    @BeforeAll
    static void makeThreads() {
      assertEquals(2, Leak.MadeBefore.values().length);
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void leaks(Leak leak) throws Exception {
      end.close();
      end = leak.start();
    }

    @AfterAll
    static void endTheLast() throws Exception {
      end.close();
    }
  }

  /** None leaves a thread behind. */
  @NoLooseThreads
  static final class Tidy {
    static Stream<Clean> rounds() {
      return IntStream.range(0, Integer.getInteger("rounds", 1))
          .boxed()
          .flatMap(i -> Arrays.stream(Clean.values()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rounds")
    void leaves_nothing(Clean kind) throws Exception {
      kind.run();
    }
  }

  /** The second test meets what the first one left. */
  @NoLooseThreads(graceMillis = 100)
  @TestMethodOrder(MethodOrderer.MethodName.class)
  static final class Neighbours {
    private static AutoCloseable end = () -> {};

    @Test
    void a_leaks() throws Exception {
      end = Leak.VIRTUAL_THREAD.start();
    }

    @Test
    void b_is_tidy() throws Exception {
      Clean.VIRTUAL_EXECUTOR.run();
    }

    @AfterAll
    static void endIt() throws Exception {
      end.close();
    }

    @Nested
    class Inner {
      @Test
      void c_is_tidy_where_the_annotation_is_further_out() throws Exception {
        Clean.VIRTUAL_EXECUTOR.run();
      }
    }
  }

  /** Its thread outlives the test: it begins to end when the check has begun. */
  @NoLooseThreads(graceMillis = 20_000)
  static final class Slow {
    @Test
    void ends_after_the_test() {
      Thread test = Thread.currentThread();
      Thread.ofPlatform()
          .start(
              () -> {
                while (!isChecking(test)) {
                  LockSupport.parkNanos(1_000_000);
                }
                LockSupport.parkNanos(500_000_000);
              });
    }

    private static boolean isChecking(Thread test) {
      return Arrays.stream(test.getStackTrace())
          .anyMatch(f -> f.getMethodName().equals("assertNoneLeft"));
    }
  }

  static final class OneMethod {
    @Test
    @NoLooseThreads(graceMillis = 100)
    void checked() throws Exception {
      Leak.VIRTUAL_THREAD.start();
    }

    @Test
    void not_checked() throws Exception {
      Leak.VIRTUAL_THREAD.start();
    }
  }

  /** Half of the tests start threads all the time while the others are checked. */
  @Execution(ExecutionMode.CONCURRENT)
  static final class Crowd {
    @RepeatedTest(10)
    void busy() throws Exception {
      for (int i = 0; i < 20; i++) {
        Thread thread = Thread.ofVirtual().start(() -> LockSupport.parkNanos(2_000_000));
        thread.join();
      }
    }

    @RepeatedTest(10)
    @NoLooseThreads(graceMillis = 1)
    void checked() throws Exception {
      Clean.VIRTUAL_EXECUTOR.run();
    }
  }
}
