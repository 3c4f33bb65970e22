// SPDX-License-Identifier: Apache-2.0
package loosethreads.leaks;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.Cleaner;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.AsynchronousServerSocketChannel;
import java.nio.file.FileSystems;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** Tests that use threads in many ways and leave none behind. */
enum Clean {
  NO_THREADS(() -> {}),
  JOINED_PLATFORM_THREAD(() -> Thread.ofPlatform().start(() -> {}).join()),
  JOINED_VIRTUAL_THREAD(() -> Thread.ofVirtual().start(() -> {}).join()),
  VIRTUAL_THREAD_KNOWN_BY_A_LATCH(() -> knownByLatch(Thread.ofVirtual())),
  PLATFORM_THREAD_KNOWN_BY_A_LATCH(() -> knownByLatch(Thread.ofPlatform())),
  VIRTUAL_EXECUTOR(() -> closed(Executors.newVirtualThreadPerTaskExecutor())),
  FIXED_POOL(() -> closed(Executors.newFixedThreadPool(4))),
  CACHED_POOL(() -> closed(Executors.newCachedThreadPool())),
  SCHEDULED_POOL(Clean::scheduled),
  FORK_JOIN_POOL(() -> closed(new ForkJoinPool(2))),
  THREAD_FOR_EACH_TASK(
      () -> closed(Executors.newThreadPerTaskExecutor(Thread.ofPlatform().factory()))),
  COMMON_POOL(() -> CompletableFuture.runAsync(() -> {}).join()),
  COMMON_POOL_UNJOINED(() -> ForkJoinPool.commonPool().execute(() -> {})),
  PARALLEL_STREAM(() -> IntStream.range(0, 1000).parallel().forEach(i -> {})),
  FUTURE_WITH_A_TIME_LIMIT(
      () ->
          CompletableFuture.supplyAsync(() -> 1)
              .orTimeout(60, TimeUnit.SECONDS)
              .completeOnTimeout(2, 60, TimeUnit.SECONDS)
              .join()),
  DELAYED_FUTURE(
      () ->
          CompletableFuture.runAsync(
                  () -> {}, CompletableFuture.delayedExecutor(1, TimeUnit.MILLISECONDS))
              .join()),
  STRUCTURED_SCOPE(Clean::structured),
  TIMER(Clean::timer),
  HTTP_SERVER_AND_CLIENT(Clean::httpClient),
  HTTP_URL_CONNECTION(Clean::urlConnection),
  SOCKETS_ON_VIRTUAL_THREADS(Clean::sockets),
  ASYNCHRONOUS_CHANNEL(() -> AsynchronousServerSocketChannel.open().close()),
  WATCH_SERVICE(() -> FileSystems.getDefault().newWatchService().close()),
  CLEANER(() -> Cleaner.create().register(new Object(), () -> {}).clean()),
  PROCESS(() -> new ProcessBuilder("true").start().waitFor()),
  VIRTUAL_SLEEP(() -> Thread.ofVirtual().start(Clean::sleep).join()),
  GARBAGE_COLLECTION(Clean::collected);

  /** What the test does. */
  @FunctionalInterface
  interface Body {
    void run() throws Exception;
  }

  @SuppressWarnings("ImmutableEnumChecker") // a lambda without state
  private final Body body;

  Clean(Body body) {
    this.body = body;
  }

  void run() throws Exception {
    body.run();
  }

  /** The thread may still be seen for a moment: the latch is not its end. */
  private static void knownByLatch(Thread.Builder how) throws InterruptedException {
    CountDownLatch done = new CountDownLatch(1);
    how.start(done::countDown);
    done.await();
  }

  private static void closed(ExecutorService executor) {
    try (executor) {
      IntStream.range(0, 10).forEach(i -> executor.execute(() -> {}));
    }
  }

  private static void scheduled() throws InterruptedException {
    CountDownLatch ran = new CountDownLatch(3);
    try (var pool = Executors.newScheduledThreadPool(1)) {
      var _ = pool.scheduleAtFixedRate(ran::countDown, 0, 1, TimeUnit.MILLISECONDS);
      ran.await();
    }
  }

  private static void structured() throws InterruptedException {
    try (var scope = StructuredTaskScope.open()) {
      scope.fork(() -> 1);
      scope.fork(() -> 2);
      scope.join();
    }
  }

  private static void timer() throws InterruptedException {
    CountDownLatch ran = new CountDownLatch(1);
    Timer timer = new Timer("timer");
    timer.schedule(
        new TimerTask() {
          @Override
          public void run() {
            ran.countDown();
          }
        },
        0);
    ran.await();
    timer.cancel();
  }

  /** What is asked of a server that runs. */
  @FunctionalInterface
  private interface Asking {
    void ask(URI server) throws Exception;
  }

  private static void withServer(Asking asking) throws Exception {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      server.setExecutor(executor);
      server.start();
      try {
        asking.ask(URI.create("http://localhost:" + server.getAddress().getPort() + "/"));
      } finally {
        server.stop(0);
      }
    }
  }

  private static void httpClient() throws Exception {
    withServer(
        uri -> {
          try (HttpClient client = HttpClient.newHttpClient()) {
            client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.discarding());
          }
        });
  }

  private static void urlConnection() throws Exception {
    withServer(
        uri -> {
          var connection = (HttpURLConnection) uri.toURL().openConnection();
          try (InputStream in = connection.getInputStream()) {
            in.readAllBytes();
          }
        });
  }

  private static void sockets() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread client =
          Thread.ofVirtual()
              .start(
                  () -> {
                    try (Socket socket =
                        new Socket(InetAddress.getLoopbackAddress(), server.getLocalPort())) {
                      socket.getInputStream().read();
                    } catch (IOException e) {
                      throw new IllegalStateException(e);
                    }
                  });
      server.accept().close();
      client.join();
    }
  }

  private static void sleep() {
    try {
      Thread.sleep(1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Threads that ended and an executor that is garbage: nothing has vanished. */
  private static void collected() {
    closed(Executors.newVirtualThreadPerTaskExecutor());
    System.gc();
  }
}
