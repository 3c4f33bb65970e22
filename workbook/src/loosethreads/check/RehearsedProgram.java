// SPDX-License-Identifier: Apache-2.0
package loosethreads.check;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Uses of the JDK what the lessons' programs use, for a JVM that learns what it will need. Serves
 * until it is told to end; without an argument, it asks itself once and ends.
 */
final class RehearsedProgram {
  private RehearsedProgram() {}

  public static void main(String... args)
      throws IOException, InterruptedException, ExecutionException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    try (ExecutorService handlers = Executors.newFixedThreadPool(1);
        ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor()) {
      server.setExecutor(handlers);
      server.createContext(
          "/ping",
          exchange -> {
            try (exchange) {
              exchange.sendResponseHeaders(200, 4);
              exchange.getResponseBody().write("pong".getBytes(StandardCharsets.US_ASCII));
            }
          });
      server.start();
      InetSocketAddress address = server.getAddress();
      System.out.printf("app listening on http://127.0.0.1:%d/%n", address.getPort());
      if (args.length == 0) {
        calls.submit(() -> ask(address)).get();
        server.stop(0);
      }
    }
  }

  private static void ask(InetSocketAddress address) {
    try (var client = new Socket(address.getAddress(), address.getPort())) {
      client
          .getOutputStream()
          .write("GET /ping HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      var _ = client.getInputStream().readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
