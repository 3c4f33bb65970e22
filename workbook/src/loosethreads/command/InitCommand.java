// SPDX-License-Identifier: Apache-2.0
package loosethreads.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import loosethreads.lesson.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code init}: a workspace with copies of the lessons. */
@Command(
    name = "init",
    description = "Make a workspace with your own copies of the lessons. Overwrites nothing.",
    mixinStandardHelpOptions = true)
public final class InitCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "DIR",
      defaultValue = "loose-threads",
      description = "The folder; made if it is not there. Default: ${DEFAULT-VALUE}.")
  private Path folder;

  @Override
  public Integer call() throws Exception {
    Desk desk = new Desk(spec);
    PrintWriter out = spec.commandLine().getOut();
    List<Path> written = Workspace.create(folder, desk.lessons());
    written.forEach(file -> out.println("wrote " + file));
    if (written.isEmpty()) {
      out.println("Nothing to write: " + folder + " has all files already, and they stay.");
    }
    out.printf("%nNext: cd %s, and 'run 1'.%n", folder);
    return ExitStatus.FINE;
  }
}
