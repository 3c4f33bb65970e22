// SPDX-License-Identifier: Apache-2.0
import module java.base;
import module jdk.httpserver;

class Lesson3 {
  interface Service {
    void run() throws Exception;
  }

  // tag::main[]
  public static void main(String... args) throws Exception {
    int appPort = args.length > 0 ? Integer.parseInt(args[0]) : 8080;
    int debugPort = args.length > 1 ? Integer.parseInt(args[1]) : 8081;
    var debug = task(() -> serveDebug(debugPort));
    Thread.ofPlatform().name("debug").daemon().start(debug);
    Thread.ofPlatform().name("app").start(task(() -> serveApp(appPort)));
    // TODO The app ends, one way or another. How does main learn of it?
    Thread.currentThread().join();
  }

  // end::main[]
  private static Runnable task(Service service) {
    return () -> {
      try {
        service.run();
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    };
  }

  static void serveApp(int port) throws IOException, InterruptedException {
    var quit = new CountDownLatch(1);
    var server = create(port);
    server.createContext("/ping", e -> reply(e, "pong"));
    server.createContext("/slow", Lesson3::replySlowly);
    server.createContext(
        "/quit",
        e -> {
          reply(e, "bye");
          quit.countDown();
        });
    serve("app", server, quit);
  }

  static void serveDebug(int port) throws IOException, InterruptedException {
    var server = create(port);
    HttpHandler threads = e -> reply(e, Thread.getAllStackTraces().keySet());
    server.createContext("/debug/threads", threads);
    serve("debug", server, new CountDownLatch(1));
  }

  private static HttpServer create(int port) throws IOException {
    return HttpServer.create(new InetSocketAddress("localhost", port), 0);
  }

  // tag::serve[]
  private static void serve(String name, HttpServer server, CountDownLatch end)
      throws InterruptedException {
    var names = Thread.ofPlatform().name(name + "-handler-", 1).factory();
    var handlers = Executors.newCachedThreadPool(names);
    server.setExecutor(handlers);
    server.start();
    try {
      int port = server.getAddress().getPort();
      IO.println(name + " listening on http://localhost:" + port);
      end.await();
    } finally {
      server.stop(3);
      handlers.shutdownNow();
    }
  }

  // end::serve[]
  private static void reply(HttpExchange e, Object text) throws IOException {
    var headers = Headers.of("Connection", "close"); // else stop() may wait
    HttpHandlers.of(200, headers, text.toString()).handle(e);
  }

  private static void replySlowly(HttpExchange e) throws IOException {
    e.sendResponseHeaders(200, 0);
    try (var body = new PrintStream(e.getResponseBody(), true)) {
      body.println("begin");
      Thread.sleep(Long.parseLong(e.getRequestURI().getQuery().substring(3)));
      body.println("end");
    } catch (InterruptedException interrupt) {
      Thread.currentThread().interrupt();
    }
  }
}
