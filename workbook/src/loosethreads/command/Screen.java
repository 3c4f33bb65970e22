// SPDX-License-Identifier: Apache-2.0
package loosethreads.command;

import java.io.Console;
import java.util.Optional;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Help.Ansi;

/**
 * What is in front of the user.
 *
 * @param colour whether it shows colours, and the user wants them
 * @param person answers a question with a line, or null at the end of the input; empty if nobody is
 *     there to ask
 */
record Screen(boolean colour, Optional<UnaryOperator<String>> person) {
  /** A file, or another program. */
  static final Screen NOBODY = new Screen(false, Optional.empty());

  /** This process's terminal, if it has one. */
  static Screen ofThisProcess() {
    // Optional: the console of JDK 25 may be null again.
    Optional<Console> console = Optional.ofNullable(System.console()).filter(Console::isTerminal);
    return new Screen(
        Ansi.AUTO.enabled(),
        console.map(terminal -> question -> terminal.readLine("%s", question)));
  }
}
