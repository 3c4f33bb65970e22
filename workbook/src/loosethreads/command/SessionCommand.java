// SPDX-License-Identifier: Apache-2.0
package loosethreads.command;

import java.util.Optional;
import java.util.concurrent.Callable;
import loosethreads.lesson.Lesson;
import loosethreads.session.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code session}: what there is without a command. */
@Command(
    name = "session",
    description = {
      "Work on your programs with the whole terminal; the same as no command at all.",
      "At each save of your program the proofs judge it again."
    },
    mixinStandardHelpOptions = true)
final class SessionCommand implements Callable<Integer> {
  private final Desk desk;
  @Spec private CommandSpec spec;

  SessionCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public Integer call() throws Exception {
    if (desk.screen().full()) {
      return Sessions.open(desk, Optional.empty());
    }
    Optional<Session> session = desk.session();
    if (session.isEmpty()) {
      spec.parent().commandLine().usage(desk.out());
      return ExitStatus.FINE;
    }
    Optional<Lesson> next = session.get().next();
    if (next.isEmpty()) {
      Steps.allPassed(desk);
      return ExitStatus.FINE;
    }
    return Checks.checkOwn(desk, next.get());
  }
}
