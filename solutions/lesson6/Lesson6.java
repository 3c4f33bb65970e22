// SPDX-License-Identifier: Apache-2.0
import module java.base;
import module jdk.httpserver;

class Lesson6 {
  interface Collector {
    void collect(String report) throws Exception;
  }

  // tag::reporter[]
  static class Reporter {
    private final int capacity;
    private final Collector collector;
    private final Queue<String> waiting = new ArrayDeque<>();
    private final List<String> underWay = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private final Object closing = new Object();
    private boolean closed;
    private int lost = -1; // not known yet

    Reporter(int workers, int capacity, Collector collector) {
      this.capacity = capacity;
      this.collector = collector;
      var worker = Thread.ofPlatform().name("reporter-", 1);
      for (int i = 0; i < workers; i++) {
        threads.add(worker.start(this::work));
      }
    }

    boolean report(String data) {
      boolean accepted = accept(data);
      if (!accepted) {
        System.err.println("refused: " + data);
      }
      return accepted;
    }

    private synchronized boolean accept(String data) {
      try {
        while (!closed && waiting.size() == capacity) {
          wait();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
      notifyAll();
      return !closed && waiting.add(data);
    }

    // end::reporter[]
    // tag::work[]
    private void work() {
      try {
        for (var data = next(); data != null; data = next()) {
          collect(data);
        }
      } catch (InterruptedException e) {
        // close interrupts, and then there is nothing left to take
      }
    }

    private synchronized String next() throws InterruptedException {
      while (waiting.isEmpty() && !closed) {
        wait();
      }
      if (waiting.isEmpty()) {
        return null;
      }
      notifyAll();
      underWay.add(waiting.element());
      return waiting.remove();
    }

    private void collect(String data) {
      try {
        collector.collect(data);
      } catch (Throwable failure) { // one report must not stop the others
        System.err.println("failed: " + data + ": " + failure);
      } finally {
        synchronized (this) {
          underWay.remove(data);
        }
      }
    }

    // end::work[]
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
        notifyAll();
      }
      try {
        for (var thread : threads) {
          thread.join(Duration.ofNanos(deadline - System.nanoTime()));
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt(); // no more grace
      }
      synchronized (this) {
        underWay.addAll(waiting);
        waiting.clear();
        underWay.forEach(data -> System.err.println("lost: " + data));
        threads.forEach(Thread::interrupt);
        return underWay.size();
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
