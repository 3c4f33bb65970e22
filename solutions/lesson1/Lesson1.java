// SPDX-License-Identifier: Apache-2.0
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpHandlers;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.CompletionService;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.Collectors;

class Lesson1 {
  private static final CompletionService<Void> SERVICES =
      new ExecutorCompletionService<>(Executors.newCachedThreadPool());

  // tag::main[]
  public static void main(String... args) throws InterruptedException {
    int appPort = args.length > 0 ? Integer.parseInt(args[0]) : 8080;
    int debugPort = args.length > 1 ? Integer.parseInt(args[1]) : 8081;
    var app = startApp(appPort);
    var debug = startDebug(debugPort);
    var _ = SERVICES.take(); // whichever is over first
    report("app", app);
    report("debug", debug);
    // The other one still runs, and would keep the program alive.
    System.exit(1);
  }

  private static void report(String name, Future<Void> service) {
    switch (service.state()) {
      case RUNNING -> {}
      case FAILED -> {
        System.err.println(name + " has failed: " + service.exceptionNow());
        service.exceptionNow().printStackTrace();
      }
      default ->
          System.err.println(name + " has returned, and nobody asked it to");
    }
  }

  // end::main[]

  // tag::start[]
  static Future<Void> startApp(int port) {
    return SERVICES.submit(() -> serve("app", port, "/ping", () -> "pong"));
  }

  static Future<Void> startDebug(int port) {
    return SERVICES.submit(
        () -> serve("debug", port, "/debug/threads", Lesson1::threads));
  }

  // end::start[]

  // tag::serve[]
  private static Void serve(
      String name, int port, String path, Supplier<String> page)
      throws IOException, InterruptedException {
    Thread.currentThread().setName(name);
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    var server = HttpServer.create(address, 0);
    server.createContext(
        path, e -> HttpHandlers.of(200, Headers.of(), page.get()).handle(e));
    server.start();
    try {
      int bound = server.getAddress().getPort();
      IO.println(name + " listening on http://localhost:" + bound);
      new CountDownLatch(1).await();
      return null;
    } finally {
      server.stop(0);
    }
  }

  // end::serve[]

  private static String threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .sorted()
        .collect(Collectors.joining("\n", "", "\n"));
  }
}
