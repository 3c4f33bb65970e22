// SPDX-License-Identifier: Apache-2.0
package loosethreads.leaks;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Runs {@link Kinds} in a JVM of its own and prints a line for each test: its name, a tab, and its
 * failure in one line, or nothing. Argument: the class in {@link Kinds}.
 */
final class KindsMain {
  /** What follows the name of a test that had a note. */
  static final String NOTED = " noted";

  private KindsMain() {}

  public static void main(String... arguments) throws ClassNotFoundException {
    Class<?> kinds = Class.forName(Kinds.class.getName() + "$" + arguments[0]);
    LauncherFactory.create()
        .execute(
            LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(kinds))
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
                .enableImplicitConfigurationParameters(true)
                .build(),
            new Printing());
    System.exit(0);
  }

  private static final class Printing implements TestExecutionListener {
    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
      String failure = result.getThrowable().map(Throwable::getMessage).orElse("");
      if (test.isTest() || !failure.isEmpty()) {
        String line = failure.replaceAll("\\s*\\R\\s*", " | ");
        System.out.println(test.getDisplayName() + "\t" + line);
      }
    }

    @Override
    public void reportingEntryPublished(TestIdentifier test, ReportEntry entry) {
      System.out.println(test.getDisplayName() + NOTED + "\t" + entry.getKeyValuePairs());
    }
  }
}
