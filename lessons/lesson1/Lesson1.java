// SPDX-License-Identifier: Apache-2.0
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpHandlers;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Collectors;

class Lesson1 {
  private static final ExecutorService SERVICES =
      Executors.newCachedThreadPool();

  // tag::main[]
  public static void main(String... args) throws InterruptedException {
    int appPort = args.length > 0 ? Integer.parseInt(args[0]) : 8080;
    int debugPort = args.length > 1 ? Integer.parseInt(args[1]) : 8081;
    startApp(appPort);
    startDebug(debugPort);
    // TODO One of them may end, or never begin. Who is told?
    new CountDownLatch(1).await();
  }

  // end::main[]

  // tag::start[]
  static void startApp(int port) {
    SERVICES.submit(() -> serve("app", port, "/ping", () -> "pong"));
  }

  static void startDebug(int port) {
    SERVICES.submit(
        () -> serve("debug", port, "/debug/threads", Lesson1::threads));
  }

  // end::start[]

  // tag::serve[]
  private static HttpServer serve(
      String name, int port, String path, Supplier<String> page)
      throws IOException {
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    var server = HttpServer.create(address, 0);
    server.createContext(
        path, e -> HttpHandlers.of(200, Headers.of(), page.get()).handle(e));
    server.start();
    int bound = server.getAddress().getPort();
    IO.println(name + " listening on http://localhost:" + bound);
    return server;
  }

  // end::serve[]

  private static String threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .sorted()
        .collect(Collectors.joining("\n", "", "\n"));
  }
}
