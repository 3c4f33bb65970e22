// SPDX-License-Identifier: Apache-2.0
package loosethreads.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;

/**
 * A request for the slow page of the lessons, {@code /slow?ms=N}, which answers with the line
 * {@code begin} and N ms later with the line {@code end}. Once its reply has begun, it is known to
 * be in flight. A program need not have such a page; then nothing can be proven with it.
 */
public final class SlowReply implements AutoCloseable {
  private static final String BEGIN = "begin";
  private static final String END = "end";

  private final String path;
  private final HttpURLConnection connection;
  private final BufferedReader lines;
  private final boolean hasBegun;

  private SlowReply(String path, HttpURLConnection connection) {
    this.path = path;
    this.connection = connection;
    lines = new BufferedReader(body(connection));
    hasBegun = BEGIN.equals(nextLine());
  }

  /**
   * Requests the page, and waits until the first line of the reply is here, or it is clear that
   * none comes.
   *
   * @param time between the two lines
   * @param within the limit for the connection and for each read, the later ones too
   */
  public static SlowReply request(URI app, Duration time, Duration within) throws IOException {
    String path = "/slow?ms=" + time.toMillis();
    var connection = (HttpURLConnection) app.resolve(path).toURL().openConnection();
    connection.setConnectTimeout((int) within.toMillis());
    connection.setReadTimeout((int) within.toMillis());
    connection.setRequestProperty("Connection", "close");
    return new SlowReply(path, connection);
  }

  /** Empty if the status is not 200. */
  private static Reader body(HttpURLConnection connection) {
    try {
      if (connection.getResponseCode() == HttpURLConnection.HTTP_OK) {
        return new InputStreamReader(connection.getInputStream(), UTF_8);
      }
    } catch (IOException e) {
      // refused, or too late: there is no reply
    }
    return Reader.nullReader();
  }

  /** What came instead, if it is not a line. */
  private String nextLine() {
    try {
      String line = lines.readLine();
      return line == null ? "nothing" : line;
    } catch (IOException e) {
      return e.toString();
    }
  }

  /** Whether the first line came, so that the reply is in flight until it has ended. */
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
    String rest = nextLine();
    if (!rest.equals(END)) {
      throw ProofFailure.lost(
          "GET %s was being answered when %s; its client never got the end of the answer:"
                  .formatted(path, meanwhile)
              + " after 'begin' came "
              + rest);
    }
  }

  @Override
  public void close() {
    connection.disconnect();
  }
}
