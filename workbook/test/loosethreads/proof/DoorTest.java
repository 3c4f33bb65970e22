// SPDX-License-Identifier: Apache-2.0
package loosethreads.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import org.junit.jupiter.api.Test;

/** Who is let in. */
class DoorTest {
  @Test
  void a_process_that_called_and_ended_between_two_looks_is_let_in() throws IOException {
    try (Door door = new Door();
        Socket caller = door.admit(new Ended(door, true), Within.seconds(30))) {
      assertEquals(-1, caller.getInputStream().read());
    }
  }

  @Test
  void a_process_that_ended_without_a_call_is_not_waited_for() throws IOException {
    try (Door door = new Door()) {
      var process = new Ended(door, false);
      var thrown = assertThrows(IOException.class, () -> door.admit(process, Within.seconds(30)));
      assertEquals("it ended with status 3", thrown.getMessage());
    }
  }

  /** One that has ended when it is looked at; perhaps it has called just before. */
  private static final class Ended extends Process {
    private final Door door;
    private boolean calling;

    Ended(Door door, boolean calling) {
      this.door = door;
      this.calling = calling;
    }

    @Override
    public boolean isAlive() {
      if (calling) {
        calling = false;
        int port = Integer.parseInt(door.agentArgument().split(",", 2)[0]);
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
          new DataOutputStream(socket.getOutputStream()).writeUTF(door.token());
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
      return false;
    }

    @Override
    public int exitValue() {
      return 3;
    }

    @Override
    public int waitFor() {
      return 3;
    }

    @Override
    public void destroy() {}

    @Override
    public InputStream getInputStream() {
      return InputStream.nullInputStream();
    }

    @Override
    public InputStream getErrorStream() {
      return InputStream.nullInputStream();
    }

    @Override
    public OutputStream getOutputStream() {
      return OutputStream.nullOutputStream();
    }
  }
}
