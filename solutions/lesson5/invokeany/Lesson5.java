// SPDX-License-Identifier: Apache-2.0
import module java.base;
import module jdk.httpserver;
import module jdk.management;

class Lesson5 {
  interface Replica {
    String search(String query) throws Exception;
  }

  interface Running extends AutoCloseable {
    URI app();

    URI debug();

    @Override
    void close();
  }

  record Service(
      URI app, URI debug, List<HttpServer> servers, ExecutorService threads)
      implements Running {
    @Override
    public void close() {
      servers.forEach(server -> server.stop(1));
      threads.shutdownNow();
      try {
        if (!threads.awaitTermination(500, TimeUnit.MILLISECONDS)) {
          System.err.println("some searches do not stop");
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  record Reply(int status, String text) {}

  public static void main(String... args) throws IOException {
    int appPort = args.length > 0 ? Integer.parseInt(args[0]) : 8080;
    int debugPort = args.length > 1 ? Integer.parseInt(args[1]) : 8081;
    Replica index = query -> "found " + query;
    var running = start(appPort, debugPort, index, index);
    Runtime.getRuntime().addShutdownHook(new Thread(running::close, "end"));
    IO.println("app listening on " + running.app());
    IO.println("debug listening on " + running.debug());
  }

  static Running start(int appPort, int debugPort, Replica one, Replica two)
      throws IOException {
    var names = Thread.ofPlatform().name("search-", 1).factory();
    var threads = Executors.newThreadPerTaskExecutor(names);
    HttpHandler search = e -> send(e, search(e, List.of(one, two), threads));
    var app = listen(appPort, "/search", search, threads);
    try {
      HttpHandler stacks = e -> send(e, new Reply(200, stacks()));
      var debug = listen(debugPort, "/debug/threads", stacks, threads);
      return new Service(uri(app), uri(debug), List.of(app, debug), threads);
    } catch (IOException e) {
      app.stop(0);
      throw e;
    }
  }

  private static HttpServer listen(
      int port, String path, HttpHandler handler, Executor threads)
      throws IOException {
    var address = new InetSocketAddress("localhost", port);
    var server = HttpServer.create(address, 0, path, handler);
    server.setExecutor(threads);
    server.start();
    return server;
  }

  private static URI uri(HttpServer server) {
    return URI.create("http://localhost:" + server.getAddress().getPort());
  }

  // tag::search[]
  private static Reply search(
      HttpExchange request, List<Replica> replicas, ExecutorService threads) {
    var query = request.getRequestURI().getQuery().replaceFirst("^q=", "");
    var failures = new ConcurrentLinkedQueue<String>();
    var searches = new ArrayList<Callable<String>>();
    for (var replica : replicas) {
      searches.add(() -> ask(replica, query, failures));
    }
    try {
      return new Reply(200, threads.invokeAny(searches));
    } catch (ExecutionException e) {
      return new Reply(502, String.join("\n", failures));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Reply(503, "ending");
    }
  }

  // end::search[]
  private static String ask(
      Replica replica, String query, Queue<String> failures) throws Exception {
    try {
      return replica.search(query);
    } catch (Throwable failure) { // the client is told, Errors included
      failures.add(failure.toString());
      throw failure;
    }
  }

  private static void send(HttpExchange e, Reply reply) throws IOException {
    HttpHandlers.of(reply.status(), Headers.of(), reply.text()).handle(e);
  }

  private static String stacks() throws IOException {
    var folder = System.getProperty("java.io.tmpdir");
    var dump = Path.of(folder, "threads-" + UUID.randomUUID());
    var format = HotSpotDiagnosticMXBean.ThreadDumpFormat.TEXT_PLAIN;
    ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
        .dumpThreads(dump.toString(), format);
    var frames = Files.readString(dump).replaceAll("(?m)^(?!    at ).+\\R", "");
    Files.delete(dump);
    var stacks = List.of(frames.strip().split("\\R{2,}"));
    return Set.copyOf(stacks).stream()
        .map(s -> "threads: " + Collections.frequency(stacks, s) + "\n" + s)
        .collect(Collectors.joining("\n\n", "", "\n"));
  }
}
