// SPDX-License-Identifier: Apache-2.0
package loosethreads.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import loosethreads.proof.Call;
import loosethreads.proof.Http;
import loosethreads.proof.Program;
import loosethreads.proof.ProofFailure;
import loosethreads.proof.Within;
import org.junit.jupiter.api.Test;

/**
 * Uses of the proofs' tools, for a JVM that learns what it will need. Without a leak check: it has
 * no agent.
 */
final class Rehearsed {
  @Test
  void program() throws Exception {
    try (var program = Program.start(RehearsedProgram.class.getName(), "serve")) {
      assertEquals(200, Http.get(program.address("app"), "/ping").status());
    }
  }

  @Test
  void the_same_in_this_jvm() throws Exception {
    try (var call = Call.start("rehearsal", RehearsedProgram::main)) {
      call.await(Within.seconds(5));
    }
  }

  @Test
  void failure() {
    throw ProofFailure.hung("a rehearsal", List.of());
  }
}
