// SPDX-License-Identifier: Apache-2.0
package loosethreads.command;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.Callable;
import loosethreads.lesson.Workspace;
import loosethreads.session.Copies;
import loosethreads.session.Copies.Updated;
import picocli.CommandLine.Command;

/** {@code update}: a workspace that was made by another version of the workbook. */
@Command(
    name = "update",
    description = {
      "Say what this workbook has changed since you got your copies, and bring you the new ones.",
      "What you have edited stays: the new program is put beside it. Nothing is merged."
    },
    mixinStandardHelpOptions = true)
final class UpdateCommand implements Callable<Integer> {
  private final Desk desk;

  UpdateCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public Integer call() throws IOException {
    Workspace workspace = desk.workspaceOfCopies();
    Copies.Update update = new Copies(workspace, desk.lessons()).update();
    update
        .setAside()
        .ifPresent(
            file ->
                desk.err()
                    .printf(
                        "What says which programs you edited was damaged. It is %s now.%n",
                        desk.shorter(file)));
    List<Updated> news = update.lessons().stream().filter(l -> !l.isNothingNew()).toList();
    news.forEach(lesson -> tell(lesson, desk.shorter(workspace.program(lesson.lesson()))));
    if (news.isEmpty()) {
      desk.out().println("Nothing new: your copies are from lessons as they are in this workbook.");
    }
    if (update.lessons().stream().anyMatch(Updated::proofsChanged)) {
      desk.advise("New proofs:", "check N");
    }
    return ExitStatus.FINE;
  }

  private void tell(Updated updated, String program) {
    PrintStream out = desk.out();
    out.printf("Lesson %d  %s%n", updated.lesson().number(), updated.lesson().title());
    String beside = updated.beside().map(desk::shorter).orElse("");
    switch (updated.program()) {
      case NOTHING -> {}
      case ADDED -> out.printf("  %s is new.%n", program);
      case REPLACED ->
          out.printf("  %s is new: you had not edited it. The old one is %s.%n", program, beside);
      case KEPT ->
          out.printf("  %s is yours, as it was. The new broken program is %s.%n", program, beside);
      case UNKNOWN ->
          out.printf(
              "  %s may be yours, and is as it was. This workbook's broken program is %s.%n",
              program, beside);
    }
    if (updated.proofsChanged()) {
      out.println("  Its proofs have changed. Check your program again.");
    }
    if (updated.chapterChanged()) {
      out.println("  Its chapter has changed.");
    }
  }
}
