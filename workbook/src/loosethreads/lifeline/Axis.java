// SPDX-License-Identifier: Apache-2.0
package loosethreads.lifeline;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/** The time axis of a picture, and what is placed along it. */
final class Axis {
  private static final long SECOND = 1_000_000_000;

  /**
   * A place on the axis with a round number.
   *
   * @param at nanoseconds since the recording began
   * @param label the number, in the axis's unit
   */
  record Tick(long at, String label) {}

  private Axis() {}

  /** {@code s}, or {@code ms} for what is shorter than 2 s. */
  static String unit(long length) {
    return length < 2 * SECOND ? "ms" : "s";
  }

  /** From 0 on, at most as many and one: the steps are 1, 2 or 5, and zeros. */
  static List<Tick> ticks(long length, int most) {
    long step = 1;
    for (int i = 0; length / step > most; i++) {
      step = i % 3 == 1 ? step / 2 * 5 : step * 2;
    }
    int power = length < 2 * SECOND ? 6 : 9;
    long size = step;
    return LongStream.rangeClosed(0, length / size)
        .mapToObj(i -> new Tick(i * size, Words.number(i * size, power, power)))
        .toList();
  }

  /** Moves things of a size, in the order of their places, so that they don't overlap. */
  static List<Double> apart(List<Double> places, double size, double last) {
    List<Double> apart = new ArrayList<>(places);
    for (int i = 1; i < apart.size(); i++) {
      apart.set(i, Math.max(apart.get(i), apart.get(i - 1) + size));
    }
    double limit = last;
    for (int i = apart.size() - 1; i >= 0; i--) {
      apart.set(i, Math.min(apart.get(i), limit));
      limit = apart.get(i) - size;
    }
    return apart;
  }
}
