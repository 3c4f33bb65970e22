// SPDX-License-Identifier: Apache-2.0
package loosethreads;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;

import java.io.PrintWriter;
import loosethreads.check.Training;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.discovery.ClassNameFilter;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/**
 * Runs the tests, all or those of the classes that match a regular expression, and prints their
 * number last. Argument: the expression.
 */
final class TestMain {
  private TestMain() {}

  public static void main(String... arguments) throws Exception {
    String classes = arguments.length > 0 ? arguments[0] : ".*Test";
    Training.run(); // there are hundreds of child JVMs to come
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(selectPackage("loosethreads"))
            .filters(ClassNameFilter.includeClassNamePatterns(classes))
            .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
            .configurationParameter("junit.jupiter.execution.parallel.mode.default", "concurrent")
            .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
            .configurationParameter(
                "junit.jupiter.execution.parallel.config.fixed.parallelism", "5")
            .configurationParameter(
                "junit.jupiter.testclass.order.default",
                ClassOrderer.OrderAnnotation.class.getName())
            .configurationParameter("junit.jupiter.execution.timeout.default", "120 s")
            .configurationParameter(
                "junit.jupiter.execution.parallel.config.executor-service", "WORKER_THREAD_POOL")
            .build();
    var summary = new SummaryGeneratingListener();
    LauncherFactory.create().execute(request, summary, new Telling());
    TestExecutionSummary all = summary.getSummary();
    PrintWriter out = new PrintWriter(System.out, true, System.out.charset());
    all.printFailuresTo(out, 30);
    // A container that fails (a class that can't be set up) hides its tests: it counts as one.
    long failed = all.getTotalFailureCount();
    long skipped = all.getTestsSkippedCount() + all.getTestsAbortedCount();
    if (skipped > 0) {
      out.printf("%d skipped%n", skipped);
    }
    out.printf("%d passed, %d failed%n", all.getTestsSucceededCount(), failed);
    System.exit(failed == 0 && all.getTestsSucceededCount() > 0 ? 0 : 1);
  }

  /** A line for each test that does not pass, when it ends: nobody waits for the summary. */
  private static final class Telling implements TestExecutionListener {
    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
      System.out.printf("SKIPPED: %s: %s%n", test.getDisplayName(), reason);
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
      if (result.getStatus() != Status.SUCCESSFUL) {
        System.out.printf("%s: %s%n", result.getStatus(), test.getDisplayName());
      }
    }
  }
}
