// SPDX-License-Identifier: Apache-2.0
package loosethreads.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import loosethreads.lesson.Workspace;
import loosethreads.session.Doctor;
import loosethreads.session.Doctor.Finding;
import loosethreads.session.Doctor.Grade;
import picocli.CommandLine.Command;

/** {@code doctor}: whether this machine has what the workbook needs. */
@Command(
    name = "doctor",
    description = {
      "Look whether this machine has what the workbook needs; a line for each thing.",
      "The exit status is 0 unless one of them is a problem."
    },
    mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {
  private final Desk desk;

  DoctorCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public Integer call() throws InterruptedException {
    Path folder = Workspace.around(desk.here()).map(Workspace::root).orElse(desk.here());
    Screen screen = desk.screen();
    List<Finding> found = new ArrayList<>();
    new Doctor(folder, desk.call(), screen.person().isPresent(), screen.colour())
        .examine(
            finding -> {
              tell(finding);
              found.add(finding);
            });
    boolean isWell = found.stream().noneMatch(f -> f.grade() == Grade.PROBLEM);
    return isWell ? ExitStatus.FINE : ExitStatus.UNUSABLE;
  }

  private void tell(Finding finding) {
    desk.out()
        .printf(
            "%-8s %s: %s.%n",
            finding.grade().name().toLowerCase(Locale.ROOT), finding.subject(), finding.said());
    desk.out().flush();
  }
}
