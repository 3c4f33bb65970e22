// SPDX-License-Identifier: Apache-2.0
package loosethreads.proof;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** The few requests that proofs make. Leaves no thread behind, unlike an unclosed HttpClient. */
public final class Http {
  private Http() {}

  /**
   * A whole reply.
   *
   * @param status the HTTP status
   * @param body the whole body, whatever the status
   */
  public record Reply(int status, String body) {}

  /** One GET on a connection of its own, within 10 s, the time that a proof has at most. */
  public static Reply get(URI base, String path) throws IOException {
    return get(base, path, Duration.ofSeconds(10));
  }

  /**
   * One GET on a connection of its own.
   *
   * @param path from the root, with its query; for example {@code /search?q=java}
   * @param within the limit for the connection and for each read
   * @throws IOException if there is no whole reply in time
   */
  public static Reply get(URI base, String path, Duration within) throws IOException {
    var connection = (HttpURLConnection) base.resolve(path).toURL().openConnection();
    connection.setConnectTimeout((int) within.toMillis());
    connection.setReadTimeout((int) within.toMillis());
    // A kept connection would be closed by the server's stop, and would look like a lost request.
    connection.setRequestProperty("Connection", "close");
    connection.setUseCaches(false);
    int status = connection.getResponseCode();
    try (InputStream in =
        status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
      String body = in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return new Reply(status, body);
    } finally {
      connection.disconnect();
    }
  }

  /** Takes a free port on loopback and holds it until it is closed. */
  public static ServerSocket takePort() throws IOException {
    return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  }
}
