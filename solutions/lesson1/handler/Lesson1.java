// SPDX-License-Identifier: Apache-2.0
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpHandlers;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.function.Supplier;
import java.util.stream.Collectors;

class Lesson1 {
  // tag::main[]
  public static void main(String... args) {
    int appPort = args.length > 0 ? Integer.parseInt(args[0]) : 8080;
    int debugPort = args.length > 1 ? Integer.parseInt(args[1]) : 8081;
    Thread.setDefaultUncaughtExceptionHandler(Lesson1::failed);
    startApp(appPort);
    startDebug(debugPort);
  }

  /** For every thread of the JVM, also those that the server starts. */
  private static void failed(Thread thread, Throwable failure) {
    System.err.println(thread.getName() + " has failed: " + failure);
    failure.printStackTrace();
    System.exit(1);
  }

  // end::main[]

  // tag::start[]
  static void startApp(int port) {
    start("app", port, "/ping", () -> "pong");
  }

  static void startDebug(int port) {
    start("debug", port, "/debug/threads", Lesson1::threads);
  }

  private static void start(
      String name, int port, String path, Supplier<String> page) {
    Runnable service =
        () -> {
          try {
            serve(name, port, path, page);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        };
    Thread.ofPlatform().name(name).start(service);
  }

  // end::start[]

  // tag::serve[]
  private static void serve(
      String name, int port, String path, Supplier<String> page)
      throws IOException {
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    var server = HttpServer.create(address, 0);
    server.createContext(
        path, e -> HttpHandlers.of(200, Headers.of(), page.get()).handle(e));
    server.start();
    int bound = server.getAddress().getPort();
    IO.println(name + " listening on http://localhost:" + bound);
  }

  // end::serve[]

  private static String threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .sorted()
        .collect(Collectors.joining("\n", "", "\n"));
  }
}
