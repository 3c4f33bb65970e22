// SPDX-License-Identifier: Apache-2.0
package loosethreads.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpHandlers;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HalfRequestTest {
  private final CountDownLatch answered = new CountDownLatch(1);
  private HttpServer server;
  private URI uri;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/ping",
        exchange -> {
          answered.countDown();
          HttpHandlers.of(200, Headers.of(), "pong").handle(exchange);
        });
    server.start();
    uri = URI.create("http://localhost:" + server.getAddress().getPort());
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void it_is_answered_when_its_end_is_sent_and_not_before() throws Exception {
    try (var request = HalfRequest.begin(uri, "/ping")) {
      assertEquals(1, answered.getCount());
      String reply = request.end();
      assertEquals(0, answered.getCount());
      assertTrue(reply.startsWith("HTTP/1.1 200 OK"), reply);
      assertTrue(reply.endsWith("pong"), reply);
    }
  }

  @Test
  void it_has_no_reply_from_a_server_that_has_stopped() throws Exception {
    try (var request = HalfRequest.begin(uri, "/ping")) {
      server.stop(0);
      assertFalse(request.end().contains("pong"));
    }
    assertThrows(IOException.class, () -> HalfRequest.begin(uri, "/ping"));
  }
}
