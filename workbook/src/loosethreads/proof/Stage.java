// SPDX-License-Identifier: Apache-2.0
package loosethreads.proof;

import java.io.IOException;

/** What a {@link Scenario} plays on: it tells the learner what it does, and starts the program. */
public final class Stage {
  /** Tells the learner, in one line, what the scenario does or sees. */
  public void say(String line) {
    System.out.println("-- " + line);
    System.out.flush();
  }

  /** Starts the program in a child JVM; what it prints goes to the learner's terminal too. */
  public Program start(String mainClass, String... args) throws IOException {
    return Program.start(Program.Echo.YES, mainClass, args);
  }
}
