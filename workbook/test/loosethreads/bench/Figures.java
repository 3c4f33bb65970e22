// SPDX-License-Identifier: Apache-2.0
package loosethreads.bench;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What was measured again and again, in milliseconds.
 *
 * @param values sorted
 */
record Figures(List<Double> values) {
  Figures {
    if (values.isEmpty()) {
      throw new IllegalArgumentException("nothing was measured");
    }
    values = values.stream().sorted().toList();
  }

  /** The smallest value that at least so many in a hundred do not exceed. */
  double percentile(int percent) {
    int rank = Math.ceilDiv(percent * values.size(), 100);
    return values.get(Math.max(1, rank) - 1);
  }

  double p50() {
    return percentile(50);
  }

  double p95() {
    return percentile(95);
  }

  Map<String, Object> json() {
    return Map.of("count", values.size(), "p50 ms", rounded(p50()), "p95 ms", rounded(p95()));
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "p50 %,6.0f ms, p95 %,6.0f ms", p50(), p95());
  }

  static double rounded(double value) {
    return Math.round(value * 10) / 10.0;
  }
}
