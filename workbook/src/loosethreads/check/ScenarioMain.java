// SPDX-License-Identifier: Apache-2.0
package loosethreads.check;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import loosethreads.proof.Outcome;
import loosethreads.proof.Scenario;
import loosethreads.proof.Stage;

/** Plays a lesson's scenario, in a JVM of its own. Arguments: the class, the log. */
final class ScenarioMain {
  private ScenarioMain() {}

  public static void main(String... args) throws IOException {
    long begin = System.nanoTime();
    try (var log = new ResultLog.Writer(Path.of(args[1]))) {
      log.started(args[0]);
      Finding finding = play(args[0]);
      long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
      log.over(new ProofResult(args[0], finding.outcome(), finding.message(), millis));
      log.complete();
      Runtime.getRuntime().halt(0);
    }
  }

  private static Finding play(String scenario) {
    try {
      var constructor = Class.forName(scenario).getDeclaredConstructor();
      constructor.setAccessible(true);
      ((Scenario) constructor.newInstance()).play(new Stage());
      return new Finding(Outcome.PASS, "");
    } catch (Throwable t) { // whatever it is, it goes into the log
      return Finding.of(t);
    }
  }
}
