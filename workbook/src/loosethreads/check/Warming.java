// SPDX-License-Identifier: Apache-2.0
package loosethreads.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import loosethreads.proof.Call;
import loosethreads.proof.LessonProofs;
import loosethreads.proof.Within;
import org.junit.jupiter.api.Test;

/** A proof of nothing: a JVM that has run it runs the next one sooner. */
@LessonProofs
final class Warming {
  @Test
  void call() throws Exception {
    try (var call = Call.of("warming", () -> 42)) {
      assertEquals(42, call.await(Within.seconds(1)).get(), "answer");
    }
  }
}
