// SPDX-License-Identifier: Apache-2.0
package loosethreads.proof;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;

/**
 * A request that takes its time: once its reply has begun, it is known to be in flight. A program
 * need not have such a path; then the reply does not begin, and nothing can be proven with it.
 */
public final class SlowReply implements AutoCloseable {
  private final String path;
  private final HttpURLConnection connection;
  private final boolean hasBegun;

  private SlowReply(String path, HttpURLConnection connection) {
    this.path = path;
    this.connection = connection;
    hasBegun = begins(connection);
  }

  /**
   * Sends {@code GET path}, and waits until the first byte of the reply's body is here, or it is
   * clear that none comes.
   *
   * @param within the limit for the connection and for each read, the later ones too
   */
  public static SlowReply request(URI base, String path, Duration within) throws IOException {
    var connection = (HttpURLConnection) base.resolve(path).toURL().openConnection();
    connection.setConnectTimeout((int) within.toMillis());
    connection.setReadTimeout((int) within.toMillis());
    connection.setRequestProperty("Connection", "close");
    return new SlowReply(path, connection);
  }

  private static boolean begins(HttpURLConnection connection) {
    try {
      return connection.getResponseCode() == 200 && connection.getInputStream().read() != -1;
    } catch (IOException refusedOrTooLate) {
      return false;
    }
  }

  /** Whether the status was 200 and the body had begun. */
  public boolean hasBegun() {
    return hasBegun;
  }

  /**
   * Waits for the rest of a reply that has begun.
   *
   * @param meanwhile what happened while the reply was under way
   * @throws ProofFailure LOST if the rest does not come
   */
  public void mustEnd(String meanwhile) {
    if (!hasBegun) {
      return;
    }
    try (InputStream rest = connection.getInputStream()) {
      rest.readAllBytes();
    } catch (IOException e) {
      throw ProofFailure.lost(
              "GET %s was being answered when %s; its client never got the end of the answer: %s"
                  .formatted(path, meanwhile, e.getMessage()))
          .because(e);
    }
  }

  @Override
  public void close() {
    connection.disconnect();
  }
}
