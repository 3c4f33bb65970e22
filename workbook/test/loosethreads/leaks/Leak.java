// SPDX-License-Identifier: Apache-2.0
package loosethreads.leaks;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** The ways in which a test leaves a thread behind. */
enum Leak {
  PLATFORM_THREAD(() -> blocked(Thread.ofPlatform())),
  DAEMON_THREAD(() -> blocked(Thread.ofPlatform().daemon())),
  VIRTUAL_THREAD(() -> blocked(Thread.ofVirtual())),
  THREAD_THAT_INHERITS_NOTHING(
      () -> blocked(Thread.ofPlatform().inheritInheritableThreadLocals(false))),
  THREAD_IN_A_GROUP_OF_ITS_OWN(
      () -> blocked(Thread.ofPlatform().group(new ThreadGroup("group of its own")))),
  THREAD_THAT_WAS_MADE_BEFORE(MadeBefore.PLATFORM::start),
  VIRTUAL_THREAD_THAT_WAS_MADE_BEFORE(MadeBefore.VIRTUAL::start),
  THREAD_OF_A_THREAD_THAT_ENDED(Leak::grandchild),
  THREAD_THAT_SPINS(() -> spinning(Thread.ofPlatform())),
  VIRTUAL_THREAD_THAT_SPINS(() -> spinning(Thread.ofVirtual())),
  VIRTUAL_THREAD_THAT_SLEEPS(Leak::sleeping),
  VIRTUAL_THREAD_AT_A_MONITOR(() -> atMonitor(Thread.ofVirtual())),
  PLATFORM_THREAD_AT_A_MONITOR(() -> atMonitor(Thread.ofPlatform())),
  VIRTUAL_THREAD_IN_ACCEPT(() -> accepting(Thread.ofVirtual())),
  PLATFORM_THREAD_IN_ACCEPT(() -> accepting(Thread.ofPlatform())),
  RELAY_OF_PLATFORM_THREADS(() -> relay(Thread.ofPlatform().factory())),
  RELAY_OF_VIRTUAL_THREADS(() -> relay(Thread.ofVirtual().factory())),
  IDLE_FIXED_POOL(() -> used(Executors.newFixedThreadPool(2))),
  IDLE_CACHED_POOL(() -> used(Executors.newCachedThreadPool())),
  SCHEDULED_POOL(Leak::scheduled),
  BLOCKED_VIRTUAL_EXECUTOR(() -> blocked(Executors.newVirtualThreadPerTaskExecutor())),
  ABANDONED_VIRTUAL_EXECUTOR(Leak::abandoned),
  BLOCKED_FORK_JOIN_POOL(() -> blocked(new ForkJoinPool(2))),
  BLOCKED_COMMON_POOL(() -> blocked(ForkJoinPool.commonPool())),
  DELAYED_TASK_OF_THE_COMMON_POOL(Leak::delayed),
  TIMER(Leak::timer),
  HTTP_SERVER(Leak::httpServer),
  EXECUTOR_OF_A_STOPPED_HTTP_SERVER(Leak::httpServersExecutor),
  HTTP_CLIENT(Leak::httpClient);

  /** Leaks; returns what ends the leak. */
  @FunctionalInterface
  interface Start {
    AutoCloseable run() throws Exception;
  }

  @SuppressWarnings("ImmutableEnumChecker") // a lambda without state
  private final Start start;

  Leak(Start start) {
    this.start = start;
  }

  AutoCloseable start() throws Exception {
    return start.run();
  }

  /** A thread that is there, but not started, before the test. */
  @SuppressWarnings("ImmutableEnumChecker") // it is what it is for
  enum MadeBefore {
    PLATFORM(Thread.ofPlatform()),
    VIRTUAL(Thread.ofVirtual());

    private final CountDownLatch end = new CountDownLatch(1);
    private final Thread thread;

    MadeBefore(Thread.Builder how) {
      thread = how.name("made before").unstarted(() -> awaitQuietly(end));
    }

    AutoCloseable start() {
      thread.start();
      return end::countDown;
    }
  }

  private static AutoCloseable blocked(Thread.Builder how) {
    CountDownLatch end = new CountDownLatch(1);
    Thread thread = how.start(() -> awaitQuietly(end));
    while (thread.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
    return end::countDown;
  }

  private static AutoCloseable blocked(ExecutorService executor) throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    executor.execute(
        () -> {
          begun.countDown();
          awaitQuietly(end);
        });
    begun.await();
    return () -> {
      end.countDown();
      executor.close();
    };
  }

  private static AutoCloseable grandchild() throws InterruptedException {
    CountDownLatch end = new CountDownLatch(1);
    Thread child =
        Thread.ofVirtual().start(() -> Thread.ofVirtual().start(() -> awaitQuietly(end)));
    child.join();
    return end::countDown;
  }

  private static AutoCloseable spinning(Thread.Builder how) {
    AtomicBoolean end = new AtomicBoolean();
    how.start(
        () -> {
          while (!end.get()) {
            Thread.onSpinWait();
          }
        });
    return () -> end.set(true);
  }

  private static AutoCloseable sleeping() {
    Thread thread =
        Thread.ofVirtual()
            .start(
                () -> {
                  try {
                    Thread.sleep(60_000);
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                });
    return thread::interrupt;
  }

  private static AutoCloseable atMonitor(Thread.Builder how) throws InterruptedException {
    Object monitor = new Object();
    CountDownLatch held = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    Thread.ofPlatform()
        .start(
            () -> {
              synchronized (monitor) {
                held.countDown();
                awaitQuietly(end);
              }
            });
    held.await();
    how.start(
        () -> {
          synchronized (monitor) {
            held.countDown();
          }
        });
    return end::countDown;
  }

  private static AutoCloseable accepting(Thread.Builder how) throws IOException {
    ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    how.start(
        () -> {
          try {
            server.accept().close();
          } catch (IOException closed) {
            // the end of the leak
          }
        });
    return server;
  }

  /** Each thread starts the next and ends: at no moment is there one for long. */
  private static AutoCloseable relay(ThreadFactory threads) {
    AtomicBoolean end = new AtomicBoolean();
    new Runnable() {
      @Override
      public void run() {
        if (!end.get()) {
          threads.newThread(this).start();
        }
      }
    }.run();
    return () -> end.set(true);
  }

  private static AutoCloseable used(ExecutorService pool) throws Exception {
    pool.submit(() -> {}).get();
    return pool;
  }

  private static AutoCloseable scheduled() {
    var pool = Executors.newScheduledThreadPool(1);
    var _ = pool.scheduleAtFixedRate(() -> {}, 1, 1, TimeUnit.MILLISECONDS);
    return pool;
  }

  /** Once the executor is garbage, its blocked thread is gone, and has never ended. */
  private static AutoCloseable abandoned() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    var executor = Executors.newVirtualThreadPerTaskExecutor();
    executor.execute(
        () -> {
          begun.countDown();
          awaitQuietly(new CountDownLatch(1));
        });
    begun.await();
    executor = null;
    System.gc();
    return () -> {};
  }

  private static AutoCloseable delayed() {
    var later = CompletableFuture.delayedExecutor(60, TimeUnit.SECONDS);
    var _ = CompletableFuture.runAsync(() -> {}, later);
    return () -> {};
  }

  private static AutoCloseable timer() {
    Timer timer = new Timer("timer", true);
    timer.schedule(
        new TimerTask() {
          @Override
          public void run() {}
        },
        60_000);
    return timer::cancel;
  }

  private static HttpServer server() throws IOException {
    return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
  }

  private static AutoCloseable httpServer() throws IOException {
    HttpServer server = server();
    server.start();
    return () -> server.stop(0);
  }

  private static AutoCloseable httpServersExecutor() throws Exception {
    HttpServer server = server();
    ExecutorService executor = Executors.newFixedThreadPool(1);
    server.setExecutor(executor);
    server.start();
    AutoCloseable end = used(executor);
    server.stop(0);
    return end;
  }

  private static AutoCloseable httpClient() {
    return HttpClient.newHttpClient();
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
