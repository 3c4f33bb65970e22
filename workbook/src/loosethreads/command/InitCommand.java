// SPDX-License-Identifier: Apache-2.0
package loosethreads.command;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import loosethreads.session.Copies;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code init}: a workspace with copies of the lessons. */
@Command(
    name = "init",
    description = "Make a workspace with your own copies of the lessons. Overwrites nothing.",
    mixinStandardHelpOptions = true)
final class InitCommand implements Callable<Integer> {
  /** What the folder is called, if the user says nothing else. */
  static final String FOLDER = "loose-threads";

  private final Desk desk;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "DIR",
      defaultValue = FOLDER,
      description = "The folder; made if it is not there. Default: ${DEFAULT-VALUE}.")
  private Path folder;

  InitCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public Integer call() throws Exception {
    PrintStream out = desk.out();
    Path root = desk.here().resolve(folder);
    List<Path> written = Copies.make(root, desk.lessons());
    written.forEach(file -> out.println("wrote " + folder.resolve(root.relativize(file))));
    if (written.isEmpty()) {
      out.println("Nothing to write: " + folder + " has all files already, and they stay.");
    }
    out.printf("%nNext: cd %s, and there%n", folder);
    desk.advise("Run one:", "run 1");
    return ExitStatus.FINE;
  }
}
