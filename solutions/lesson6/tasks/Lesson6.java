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
    private final Semaphore room;
    private final Semaphore atWork;
    private final List<String> unfinished = new ArrayList<>();
    private final ExecutorService tasks;
    private final Object closing = new Object();
    private boolean closed;
    private int lost = -1; // not known yet

    Reporter(int workers, int capacity, Collector collector) {
      this.collector = collector;
      room = new Semaphore(workers + capacity);
      atWork = new Semaphore(workers);
      var names = Thread.ofVirtual().name("report-", 1).factory();
      tasks = Executors.newThreadPerTaskExecutor(names);
    }

    boolean report(String data) {
      try {
        room.acquire();
        if (start(data)) {
          return true;
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      System.err.println("refused: " + data);
      return false;
    }

    private synchronized boolean start(String data) {
      if (!closed) {
        unfinished.add(data);
        tasks.execute(() -> collect(data));
      }
      return !closed;
    }

    private void collect(String data) {
      try {
        atWork.acquire();
        try {
          if (isWanted(data)) {
            collector.collect(data);
          }
        } finally {
          atWork.release();
        }
      } catch (Throwable failure) { // one report must not stop the others
        System.err.println("failed: " + data + ": " + failure);
      }
      synchronized (this) {
        unfinished.remove(data);
      }
      room.release();
    }

    private synchronized boolean isWanted(String data) {
      return unfinished.contains(data); // not if close has given it up
    }

    // end::reporter[]
    // tag::close[]
    int close(Duration grace) {
      long deadline = System.nanoTime() + grace.toNanos();
      synchronized (closing) { // a second caller waits for the first
        if (lost < 0) {
          lost = finish(deadline);
        }
        return lost;
      }
    }

    private int finish(long deadline) {
      synchronized (this) {
        closed = true;
      }
      room.release(1_000_000); // whoever waits is let in, and refused
      tasks.shutdown();
      try {
        long left = deadline - System.nanoTime();
        if (tasks.awaitTermination(left, TimeUnit.NANOSECONDS)) {
          return 0;
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt(); // no more grace
      }
      synchronized (this) {
        int dropped = unfinished.size();
        unfinished.forEach(data -> System.err.println("lost: " + data));
        unfinished.clear();
        tasks.shutdownNow();
        return dropped;
      }
    }
  }

  // end::close[]
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
