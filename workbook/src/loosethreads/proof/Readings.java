// SPDX-License-Identifier: Apache-2.0
package loosethreads.proof;

import java.time.Duration;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** What {@link Figures} have measured: each by the name of the chapter's attribute for it. */
public final class Readings {
  private final SortedMap<String, String> all = new TreeMap<>();

  /** A time that has passed since {@link System#nanoTime} was this; for example {@code 0.31 s}. */
  public void secondsSince(long begin, String name) {
    double seconds = (System.nanoTime() - begin) / (double) Duration.ofSeconds(1).toNanos();
    all.put(name, String.format(Locale.ROOT, "%.2f s", seconds));
  }

  /** The same in whole milliseconds. */
  public void millisSince(long begin, String name) {
    all.put(name, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin) + " ms");
  }

  public void number(long number, String name) {
    all.put(name, Long.toString(number));
  }

  /** All of them. */
  public SortedMap<String, String> all() {
    return new TreeMap<>(all);
  }
}
