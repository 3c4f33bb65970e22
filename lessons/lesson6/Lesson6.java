// SPDX-License-Identifier: Apache-2.0
import module java.base;
import module jdk.httpserver;

class Lesson6 {
  interface Collector {
    void collect(String report) throws Exception;
  }

  // tag::reporter[]
  static class Reporter {
    private final Collector collector;
    private volatile boolean closed;

    Reporter(int workers, int capacity, Collector collector) {
      this.collector = collector; // virtual threads are cheap: no pool
    }

    boolean report(String data) {
      if (closed) {
        System.err.println("refused: " + data);
        return false;
      }
      // TODO Who waits for this thread?
      Thread.ofVirtual().name("report " + data).start(() -> collect(data));
      return true;
    }

    int close(Duration grace) {
      closed = true;
      return 0;
    }

    private void collect(String data) {
      try {
        collector.collect(data);
      } catch (Throwable failure) { // one report must not stop the others
        System.err.println("failed: " + data + ": " + failure);
      }
    }
  }

  // end::reporter[]
  // tag::main[]
  public static void main(String... args) throws IOException {
    int port = args.length > 0 ? Integer.parseInt(args[0]) : 8080;
    var reporter = new Reporter(2, 40, Lesson6::send);
    var names = Thread.ofPlatform().name("handler-", 1).factory();
    var handlers = Executors.newFixedThreadPool(4, names);
    var server = listen(port, reporter, handlers);
    Runnable end =
        () -> {
          server.stop(1);
          int lost = reporter.close(Duration.ofSeconds(5));
          handlers.shutdown();
          IO.println("ended, reports lost: " + lost);
        };
    Runtime.getRuntime().addShutdownHook(new Thread(end, "end"));
    int bound = server.getAddress().getPort();
    IO.println("app listening on http://localhost:" + bound);
  }

  // end::main[]
  private static void send(String report) throws InterruptedException {
    Thread.sleep(200); // the way to the collector
    IO.println("collected " + report);
  }

  private static HttpServer listen(
      int port, Reporter reporter, Executor handlers) throws IOException {
    var count = new AtomicInteger();
    HttpHandler ping =
        exchange -> {
          boolean ok = reporter.report("ping " + count.incrementAndGet());
          var text = ok ? "pong" : "ending";
          HttpHandlers.of(ok ? 200 : 503, Headers.of(), text).handle(exchange);
        };
    var address = new InetSocketAddress("localhost", port);
    var server = HttpServer.create(address, 0, "/ping", ping);
    server.setExecutor(handlers);
    server.start();
    return server;
  }
}
