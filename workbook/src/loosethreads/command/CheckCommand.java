// SPDX-License-Identifier: Apache-2.0
package loosethreads.command;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import loosethreads.check.CheckResult;
import loosethreads.check.ProgramFile;
import loosethreads.lesson.Lesson;
import loosethreads.session.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code check}: the lesson's proofs against a program. */
@Command(
    name = "check",
    description = {
      "Let a lesson's proofs judge a program.",
      "The program is FILE; else your own, in a workspace or checkout; else the broken one."
    },
    mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
  private final Desk desk;
  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "N", description = "The lesson's number.")
  private int number;

  @Parameters(index = "1", arity = "0..1", paramLabel = "FILE", description = "Any program.")
  private Path file;

  @Option(names = "--json", description = "Print the result as one JSON object.")
  private boolean json;

  @Option(
      names = "--junit-xml",
      paramLabel = "FILE",
      description = "Write the result in JUnit's XML format too.")
  private Path junitXml;

  CheckCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public Integer call() throws Exception {
    Lesson lesson = desk.lesson(number, spec);
    ProgramFile program = desk.program(lesson, file);
    if (junitXml != null) {
      JUnitXml.mustBeWritable(desk.here().resolve(junitXml), junitXml);
    }
    CheckResult result = Checks.judge(desk, lesson, program);
    if (json) {
      desk.out().println(Json.of(result));
    } else {
      Checks.print(desk, lesson, result);
    }
    if (junitXml != null) {
      JUnitXml.write(result, lesson, desk.here().resolve(junitXml));
    }
    Optional<Session> passed = Checks.remember(desk, lesson, file, program, result);
    if (passed.isPresent() && !json) {
      Steps.afterPass(desk, lesson, passed.get());
    }
    return Checks.status(result);
  }
}
