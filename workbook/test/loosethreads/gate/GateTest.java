// SPDX-License-Identifier: Apache-2.0
package loosethreads.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.stream.Stream;
import loosethreads.Checkout;
import loosethreads.check.Checker;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The gate, held against this checkout. */
@TestInstance(Lifecycle.PER_CLASS)
@Order(1) // it takes long, and so begins early
@Execution(ExecutionMode.CONCURRENT) // which a class with one instance has to ask for
class GateTest {
  private final Gate gate = new Gate(Checkout.root());
  private Checker checker;

  @BeforeAll
  void open() throws IOException {
    checker = new Checker(gate.lessons());
  }

  @AfterAll
  void close() {
    checker.close();
  }

  @Test
  void every_lesson_is_complete_and_nothing_is_stray() throws IOException {
    assertEquals("", String.join("\n", gate.problems()));
  }

  Stream<Claim> claims() throws IOException {
    return gate.claims().stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("claims")
  void each_program_gets_the_verdict_that_it_must_get(Claim claim) throws Exception {
    assertEquals("", Gate.refute(claim, checker).orElse(""));
  }
}
