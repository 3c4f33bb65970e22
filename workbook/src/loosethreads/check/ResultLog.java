// SPDX-License-Identifier: Apache-2.0
package loosethreads.check;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import loosethreads.proof.Outcome;

/**
 * What a child JVM has found, in a file: written while it goes, so that it is there however the
 * child ends.
 *
 * @param results the proofs that are over
 * @param running the proof that was under way when the child ended
 * @param complete whether the child came to its own end
 */
record ResultLog(List<ProofResult> results, Optional<String> running, boolean complete) {
  private static final int STARTED = 1;
  private static final int OVER = 2;
  private static final int COMPLETE = 3;

  /** Longer messages are cut: they are for people. In characters. */
  private static final int MESSAGE_LIMIT = 20_000;

  /** The child's side. Each entry is on its way to the file when the method returns. */
  static final class Writer implements AutoCloseable {
    private final DataOutputStream out;

    Writer(Path file) throws IOException {
      // Not a channel's stream: it takes direct memory, and the program may have taken it all.
      out = new DataOutputStream(new FileOutputStream(file.toFile()));
    }

    synchronized void started(String name) throws IOException {
      out.writeByte(STARTED);
      write(name);
    }

    synchronized void over(ProofResult result) throws IOException {
      out.writeByte(OVER);
      write(result.name());
      write(result.outcome().name());
      write(result.message());
      out.writeLong(result.millis());
    }

    synchronized void complete() throws IOException {
      out.writeByte(COMPLETE);
    }

    private void write(String text) throws IOException {
      String cut = text.length() > MESSAGE_LIMIT ? text.substring(0, MESSAGE_LIMIT) + "…" : text;
      byte[] bytes = cut.getBytes(StandardCharsets.UTF_8);
      out.writeInt(bytes.length);
      out.write(bytes);
    }

    @Override
    public void close() throws IOException {
      out.close();
    }
  }

  /** Reads what there is; an entry that was cut short counts as not written. */
  static ResultLog read(Path file) throws IOException {
    List<ProofResult> results = new ArrayList<>();
    String running = null;
    if (!Files.exists(file)) {
      return new ResultLog(results, Optional.empty(), false);
    }
    try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      while (true) {
        switch (in.readByte()) {
          case STARTED -> running = readText(in);
          case OVER -> {
            String name = readText(in);
            Outcome outcome = Outcome.valueOf(readText(in));
            results.add(new ProofResult(name, outcome, readText(in), in.readLong()));
            running = null;
          }
          case COMPLETE -> {
            return new ResultLog(results, Optional.empty(), true);
          }
          default -> throw new IOException(file + " is damaged");
        }
      }
    } catch (EOFException cutShort) {
      return new ResultLog(results, Optional.ofNullable(running), false);
    }
  }

  private static String readText(DataInputStream in) throws IOException {
    byte[] bytes = in.readNBytes(in.readInt());
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
