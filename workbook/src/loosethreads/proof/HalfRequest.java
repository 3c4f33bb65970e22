// SPDX-License-Identifier: Apache-2.0
package loosethreads.proof;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;

/** A request whose client takes its time: all of it is sent but the line that ends it. */
public final class HalfRequest implements AutoCloseable {
  private static final int LIMIT_MILLIS = (int) Within.seconds(1).toMillis();

  private final Socket socket;

  private HalfRequest(Socket socket) {
    this.socket = socket;
  }

  /**
   * Sends {@code GET path}, but for its end.
   *
   * @throws IOException if the service takes no connection
   */
  public static HalfRequest begin(URI service, String path) throws IOException {
    var socket = new Socket();
    try {
      socket.connect(new InetSocketAddress(service.getHost(), service.getPort()), LIMIT_MILLIS);
      socket.setSoTimeout(LIMIT_MILLIS);
      String most = "GET %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n".formatted(path);
      socket.getOutputStream().write(most.getBytes(US_ASCII));
      return new HalfRequest(socket);
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  /** Sends the end; returns the reply with its status and headers, empty if there is none. */
  public String end() {
    try {
      socket.getOutputStream().write("\r\n".getBytes(US_ASCII));
    } catch (IOException e) {
      // The server may have answered already.
    }
    try {
      return new String(socket.getInputStream().readAllBytes(), US_ASCII);
    } catch (IOException e) {
      return "";
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
