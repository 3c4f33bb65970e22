// SPDX-License-Identifier: Apache-2.0
package loosethreads.lifeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class AxisTest {
  private static List<String> labels(long length, int most) {
    return Axis.ticks(length, most).stream().map(Axis.Tick::label).toList();
  }

  @Test
  void ticks_are_round() {
    assertEquals(List.of("0", "100", "200", "300"), labels(340_000_000L, 5));
    assertEquals("ms", Axis.unit(340_000_000L));
    assertEquals(List.of("0", "0.5", "1", "1.5", "2"), labels(2_400_000_000L, 5));
    assertEquals("s", Axis.unit(2_400_000_000L));
    assertEquals(List.of("0", "20", "40", "60"), labels(61_000_000_000L, 5));
    assertEquals(List.of("0"), labels(0, 5));
  }

  @Test
  void there_are_never_more_ticks_than_have_room() {
    for (long length = 1; length < Long.MAX_VALUE / 3; length *= 3) {
      int steps = labels(length, 9).size() - 1;
      assertTrue((3 <= steps && steps <= 9) || length < 9, steps + " in " + length);
    }
  }

  @Test
  void what_would_overlap_is_moved_apart_and_stays_in_the_picture() {
    assertEquals(List.of(1.0, 3.0, 5.0, 40.0), Axis.apart(List.of(1.0, 1.0, 2.0, 40.0), 2, 50));
    assertEquals(List.of(46.0, 48.0, 50.0), Axis.apart(List.of(49.0, 49.0, 50.0), 2, 50));
  }
}
