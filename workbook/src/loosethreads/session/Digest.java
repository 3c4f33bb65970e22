// SPDX-License-Identifier: Apache-2.0
package loosethreads.session;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Collectors;

/** By what a text is known again. */
final class Digest {
  /** Of 64 hex digits: enough for the handful of texts that one learner ever has. */
  private static final int LENGTH = 16;

  private Digest() {}

  /** The begin of the text's SHA-256, in hex. Line ends don't count: editors change them. */
  static String of(String text) {
    String lines = text.lines().collect(Collectors.joining("\n"));
    try {
      byte[] all =
          MessageDigest.getInstance("SHA-256").digest(lines.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(all).substring(0, LENGTH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
