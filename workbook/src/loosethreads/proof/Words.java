// SPDX-License-Identifier: Apache-2.0
package loosethreads.proof;

import java.time.Duration;

/** Numbers as messages say them. */
final class Words {
  private Words() {}

  /** For example {@code 340 ms} or {@code 3.5 s}. */
  static String of(Duration d) {
    long ms = d.toMillis();
    if (ms < 1000) {
      return ms + " ms";
    }
    return ms % 1000 == 0 ? ms / 1000 + " s" : "%.1f s".formatted(ms / 1000.0);
  }

  /** For example {@code 1 thread} or {@code 50 threads}. */
  static String threads(int count) {
    return count == 1 ? "1 thread" : count + " threads";
  }
}
