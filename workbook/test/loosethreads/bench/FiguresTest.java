// SPDX-License-Identifier: Apache-2.0
package loosethreads.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FiguresTest {
  @Test
  void a_percentile_is_the_smallest_value_that_so_many_do_not_exceed() {
    List<Double> values =
        IntStream.rangeClosed(1, 40).mapToObj(i -> (double) i).collect(Collectors.toList());
    Collections.reverse(values);
    var figures = new Figures(values);
    assertEquals(20, figures.p50());
    assertEquals(38, figures.p95());
    assertEquals(40, figures.percentile(100));
    assertEquals(7, new Figures(List.of(7.0)).p95());
  }

  @Test
  void nothing_has_no_percentile() {
    assertThrows(IllegalArgumentException.class, () -> new Figures(List.of()));
  }
}
