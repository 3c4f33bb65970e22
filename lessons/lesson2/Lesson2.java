// SPDX-License-Identifier: Apache-2.0
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

class Lesson2 {
  // tag::main[]
  public static void main(String... args) throws Exception {
    int appPort = args.length > 0 ? Integer.parseInt(args[0]) : 8080;
    int debugPort = args.length > 1 ? Integer.parseInt(args[1]) : 8081;
    serveApp(appPort, uri -> IO.println("app listening on " + uri));
    serveDebug(debugPort, uri -> IO.println("debug listening on " + uri));
  }

  // end::main[]

  static void serveApp(int port, Consumer<URI> listening)
      throws IOException, InterruptedException {
    serve("app", port, listening, "/ping", () -> "pong");
  }

  static void serveDebug(int port, Consumer<URI> listening)
      throws IOException, InterruptedException {
    serve("debug", port, listening, "/debug/threads", Lesson2::threads);
  }

  // tag::serve[]
  private static void serve(
      String name,
      int port,
      Consumer<URI> listening,
      String path,
      Supplier<String> page)
      throws IOException, InterruptedException {
    var loopback = InetAddress.getLoopbackAddress();
    var names = Thread.ofPlatform().name(name + "-handler-", 1).factory();
    // TODO Who should decide on which thread this runs?
    Thread.ofPlatform()
        .name(name)
        .start(
            () -> {
              try {
                var address = new InetSocketAddress(loopback, port);
                var server = HttpServer.create(address, 0);
                server.createContext(path, e -> reply(e, page.get()));
                server.setExecutor(Executors.newFixedThreadPool(4, names));
                server.start();
                int bound = server.getAddress().getPort();
                listening.accept(URI.create("http://localhost:" + bound));
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
  }

  // end::serve[]

  private static void reply(HttpExchange exchange, String text)
      throws IOException {
    try (exchange) {
      byte[] body = text.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private static String threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .sorted()
        .collect(Collectors.joining("\n", "", "\n"));
  }
}
