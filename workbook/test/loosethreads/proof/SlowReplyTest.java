// SPDX-License-Identifier: Apache-2.0
package loosethreads.proof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SlowReplyTest {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final CountDownLatch mayEnd = new CountDownLatch(1);
  private volatile String begin = "begin\n";
  private volatile String end = "end\n";
  private ExecutorService handlers;
  private HttpServer server;
  private URI uri;

  @BeforeEach
  void serve() throws IOException {
    handlers = Executors.newFixedThreadPool(2);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(handlers);
    server.createContext("/slow", this::replySlowly);
    server.start();
    uri = URI.create("http://localhost:" + server.getAddress().getPort());
  }

  private void replySlowly(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    try (OutputStream body = exchange.getResponseBody()) {
      body.write(begin.getBytes(UTF_8));
      body.flush();
      mayEnd.await();
      body.write(end.getBytes(UTF_8));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @AfterEach
  void stop() {
    mayEnd.countDown();
    server.stop(0);
    handlers.close();
  }

  private SlowReply request() throws IOException {
    return SlowReply.request(uri, Duration.ofMillis(200), LIMIT);
  }

  private static void assertLost(SlowReply reply, String came) {
    ProofFailure failure =
        assertThrows(ProofFailure.class, () -> reply.mustEnd("the server was stopped"));
    assertEquals(Outcome.LOST, failure.outcome());
    String message = "GET /slow?ms=200 was being answered when the server was stopped; its client";
    assertTrue(failure.getMessage().contains(message), failure::getMessage);
    assertTrue(failure.getMessage().contains("after 'begin' came " + came), failure::getMessage);
  }

  @Test
  void a_reply_that_has_begun_is_in_flight_until_it_ends() throws Exception {
    try (var reply = request()) {
      assertTrue(reply.hasBegun());
      mayEnd.countDown();
      reply.mustEnd("nothing happened");
    }
  }

  @Test
  void a_reply_that_is_cut_off_is_lost() throws Exception {
    try (var reply = request()) {
      assertTrue(reply.hasBegun());
      server.stop(0);
      assertLost(reply, "java.io.IOException");
    }
  }

  @Test
  void a_reply_whose_handler_gives_up_is_lost() throws Exception {
    end = "";
    try (var reply = request()) {
      mayEnd.countDown();
      assertLost(reply, "nothing");
    }
  }

  @Test
  void another_page_of_that_name_proves_nothing() throws Exception {
    begin = "pong\n";
    end = "";
    try (var reply = request()) {
      assertFalse(reply.hasBegun());
      mayEnd.countDown();
      reply.mustEnd("nothing happened");
    }
  }

  @Test
  void a_page_that_is_not_there_proves_nothing() throws Exception {
    server.removeContext("/slow");
    try (var reply = request()) {
      assertFalse(reply.hasBegun());
      reply.mustEnd("nothing happened");
    }
  }
}
