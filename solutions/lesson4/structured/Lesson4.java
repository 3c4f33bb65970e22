// SPDX-License-Identifier: Apache-2.0
import module java.base;
import module jdk.httpserver;

import java.util.concurrent.StructuredTaskScope.Joiner;

class Lesson4 {
  interface Service {
    void run() throws Exception;
  }

  private static final long NEVER = Long.MAX_VALUE;

  public static void main(String... args) throws Exception {
    int appPort = args.length > 0 ? Integer.parseInt(args[0]) : 8080;
    int debugPort = args.length > 1 ? Integer.parseInt(args[1]) : 8081;
    long failAfter = args.length > 2 ? Long.parseLong(args[2]) : NEVER;
    var services = new LinkedHashMap<String, Service>();
    services.put("app", () -> serve("app", appPort, NEVER, "/ping", "/slow"));
    services.put(
        "debug", () -> serve("debug", debugPort, failAfter, "/debug/threads"));
    var main = Thread.currentThread();
    var stop =
        new FutureTask<>(
            () -> {
              main.interrupt();
              return main.join(Duration.ofSeconds(3));
            });
    Runtime.getRuntime().addShutdownHook(new Thread(stop, "stop"));
    try {
      runTogether(services);
    } catch (InterruptedException e) {
      IO.println("told to stop");
    }
  }

  // tag::together[]
  static void runTogether(Map<String, Service> services) throws Exception {
    var ends = new LinkedBlockingQueue<Optional<Throwable>>();
    var failures = new ArrayList<Throwable>();
    try (var scope = StructuredTaskScope.open(Joiner.allUntil(_ -> true))) {
      services.forEach(
          (name, service) ->
              scope.fork(
                  () -> {
                    Thread.currentThread().setName(name);
                    ends.add(endOf(service));
                  }));
      scope.join();
    } catch (InterruptedException e) {
      failures.add(e);
    }
    ends.removeIf(end -> end.orElse(null) instanceof InterruptedException);
    ends.forEach(end -> end.ifPresent(failures::add));
    throwFirst(failures);
  }

  private static Optional<Throwable> endOf(Service service) {
    try {
      service.run();
      return Optional.empty();
    } catch (Throwable failure) { // the caller gets it, an Error too
      return Optional.of(failure);
    }
  }

  // end::together[]

  private static void throwFirst(List<Throwable> failures) throws Exception {
    if (failures.isEmpty()) {
      return;
    }
    var first = failures.removeFirst();
    failures.removeIf(first::equals);
    failures.forEach(first::addSuppressed);
    if (first instanceof Error error) {
      throw error;
    }
    throw (Exception) first;
  }

  // tag::serve[]
  private static void serve(
      String name, int port, long failAfter, String... paths)
      throws IOException, InterruptedException {
    var server = HttpServer.create(new InetSocketAddress("localhost", port), 0);
    var names = Thread.ofPlatform().name(name + "-handler-", 1).factory();
    try (var handlers = Executors.newCachedThreadPool(names)) {
      for (String path : paths) {
        server.createContext(path, Lesson4::answer);
      }
      server.setExecutor(handlers);
      server.start();
      try {
        int bound = server.getAddress().getPort();
        IO.println(name + " listening on http://localhost:" + bound);
        Thread.sleep(failAfter);
        throw new IOException(name + ": mock failure");
      } finally {
        server.stop(2);
        handlers.shutdownNow();
      }
    }
  }

  // end::serve[]

  private static void answer(HttpExchange exchange) throws IOException {
    var uri = exchange.getRequestURI();
    exchange.sendResponseHeaders(200, 0);
    try (var body = new PrintStream(exchange.getResponseBody(), true)) {
      switch (uri.getPath()) {
        case "/ping" -> body.print("pong");
        case "/slow" -> {
          body.println("begin");
          Thread.sleep(Long.parseLong(uri.getQuery().replaceFirst("ms=", "")));
          body.println("end");
        }
        default -> Thread.getAllStackTraces().keySet().forEach(body::println);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
