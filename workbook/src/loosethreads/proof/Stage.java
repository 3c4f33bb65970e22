// SPDX-License-Identifier: Apache-2.0
package loosethreads.proof;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/** What a {@link Scenario} plays on: it tells the learner what it does, and starts the program. */
public final class Stage {
  private final List<String> options;
  private final Consumer<String> listener;

  /**
   * @param options for the JVM of a program that is started
   * @param listener is told what the learner is told, when it happens
   */
  public Stage(List<String> options, Consumer<String> listener) {
    this.options = List.copyOf(options);
    this.listener = listener;
  }

  /** Tells the learner, in one line, what the scenario does or sees. */
  public void say(String line) {
    listener.accept(line);
    System.out.println("-- " + line);
    System.out.flush();
  }

  /** Starts the program in a child JVM; what it prints goes to the learner's terminal too. */
  public Program start(String mainClass, String... args) throws IOException {
    return Program.start(Program.Echo.YES, options, mainClass, args);
  }
}
