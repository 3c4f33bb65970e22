// SPDX-License-Identifier: Apache-2.0
package loosethreads.check;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What the JVM that runs proofs is told to do, when the proofs are there.
 *
 * @param proofs the class
 * @param log the file for the results
 * @param limit of one proof, which then has a thread of its own; zero if it has none
 * @param done the names of the proofs that ran before
 */
record ProofsJob(
    String proofs, Path log, Checker.Extent extent, Duration limit, List<String> done) {
  ProofsJob {
    done = List.copyOf(done);
  }

  byte[] written() {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      out.writeUTF(proofs);
      out.writeUTF(log.toString());
      out.writeUTF(extent.name());
      out.writeLong(limit.toMillis());
      out.writeInt(done.size());
      for (String name : done) {
        out.writeUTF(name);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static ProofsJob read(InputStream from) throws IOException {
    var in = new DataInputStream(from);
    String proofs = in.readUTF();
    Path log = Path.of(in.readUTF());
    Checker.Extent extent = Checker.Extent.valueOf(in.readUTF());
    Duration limit = Duration.ofMillis(in.readLong());
    List<String> done = new ArrayList<>();
    for (int i = in.readInt(); i > 0; i--) {
      done.add(in.readUTF());
    }
    return new ProofsJob(proofs, log, extent, limit, done);
  }
}
