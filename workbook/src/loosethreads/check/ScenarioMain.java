// SPDX-License-Identifier: Apache-2.0
package loosethreads.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import loosethreads.lifeline.agent.Recorder;
import loosethreads.proof.Outcome;
import loosethreads.proof.Scenario;
import loosethreads.proof.Stage;

/**
 * Plays a lesson's scenario, in a JVM of its own, which is being recorded. Arguments: the class,
 * the log, and options for the JVM of a program that the scenario starts.
 */
final class ScenarioMain {
  private ScenarioMain() {}

  public static void main(String... args) throws IOException {
    long begin = System.nanoTime();
    try (var log = new ResultLog.Writer(Path.of(args[1]))) {
      log.started(args[0]);
      ExitWatch.onExit(who -> write(log, args[0], new Finding(Outcome.FAIL, who), begin));
      write(log, args[0], play(args), begin);
      Recorder.finish();
      Runtime.getRuntime().halt(0);
    }
  }

  private static void write(ResultLog.Writer log, String name, Finding finding, long begin) {
    long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
    try {
      log.over(new ProofResult(name, finding.outcome(), finding.message(), millis));
      log.complete();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Finding play(String... args) {
    try {
      var constructor = Class.forName(args[0]).getDeclaredConstructor();
      constructor.setAccessible(true);
      ((Scenario) constructor.newInstance())
          .play(new Stage(List.of(args).subList(2, args.length), Recorder::note));
      return new Finding(Outcome.PASS, "");
    } catch (Throwable t) { // whatever it is, it goes into the log
      return Finding.of(t);
    }
  }
}
