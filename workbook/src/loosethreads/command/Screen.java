// SPDX-License-Identifier: Apache-2.0
package loosethreads.command;

import java.io.Console;
import java.util.Optional;
import java.util.function.UnaryOperator;
import loosethreads.lifeline.TerminalPicture;
import loosethreads.screen.Look;
import loosethreads.session.TerminalSize;
import picocli.CommandLine.Help.Ansi;

/**
 * What is in front of the user.
 *
 * @param unicode whether it shows block and line characters
 * @param colour whether it shows colours, and the user wants them
 * @param person answers a question with a line, or null at the end of the input; empty if nobody is
 *     there to ask
 * @param full whether the person can have a session on all of it
 */
record Screen(
    boolean unicode, boolean colour, Optional<UnaryOperator<String>> person, boolean full) {
  private static final int USUAL_WIDTH = 80;

  /** A file, or another program. */
  static final Screen NOBODY = new Screen(true, false, Optional.empty(), false);

  /** This process's terminal, if it has one. */
  static Screen ofThisProcess() {
    // Optional: the console of JDK 25 may be null again.
    Optional<Console> console = Optional.ofNullable(System.console()).filter(Console::isTerminal);
    return new Screen(
        System.out.charset().newEncoder().canEncode('█'),
        Ansi.AUTO.enabled(),
        console.map(terminal -> question -> terminal.readLine("%s", question)),
        console.isPresent() && !System.getenv().getOrDefault("TERM", "").equals("dumb"));
  }

  /** What it shows, without colours. */
  Look plain() {
    return new Look(unicode, false);
  }

  private static int columns() {
    try {
      return TerminalSize.ask()
          .map(size -> Math.max(USUAL_WIDTH, size.columns()))
          .orElse(USUAL_WIDTH);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return USUAL_WIDTH;
    }
  }

  /** How recordings are drawn here. */
  TerminalPicture picture() {
    return new TerminalPicture(person.isPresent() ? columns() : USUAL_WIDTH, unicode, colour);
  }
}
