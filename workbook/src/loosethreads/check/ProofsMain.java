// SPDX-License-Identifier: Apache-2.0
package loosethreads.check;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import loosethreads.proof.Outcome;
import org.junit.jupiter.engine.JupiterTestEngine;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Runs a lesson's proofs, in a JVM of their own: a {@link ProofsJob} that it reads from stdin.
 * Until that is there it makes itself warm.
 */
final class ProofsMain {
  private ProofsMain() {}

  public static void main(String... args) throws IOException {
    launcher()
        .execute(
            LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(Warming.class))
                .build());
    ProofsJob job = ProofsJob.read(System.in);
    Set<String> done = Set.copyOf(job.done());
    try (var log = new ResultLog.Writer(job.log())) {
      var recorder = new Recorder(log, job.extent() == Checker.Extent.FIRST_FAILURE);
      ExitWatch.onExit(who -> recorder.cutShort(new Finding(Outcome.FAIL, who)));
      var request =
          LauncherDiscoveryRequestBuilder.request()
              .selectors(selectClass(job.proofs()))
              .filters(
                  (PostDiscoveryFilter)
                      proof ->
                          FilterResult.includedIf(
                              !proof.isTest() || !done.contains(proof.getDisplayName())));
      if (job.limit().isPositive()) {
        request
            .configurationParameter(
                "junit.jupiter.execution.timeout.test.method.default",
                job.limit().toMillis() + " ms")
            .configurationParameter(
                "junit.jupiter.execution.timeout.thread.mode.default", "SEPARATE_THREAD");
      }
      try {
        launcher().execute(request.build(), recorder);
        log.complete();
      } catch (OutOfMemoryError e) { // the one that JUnit lets through, whoever threw it
        recorder.cutShort(Finding.of(e));
      }
      // Not exit: the program's leaked threads and hooks have no say in how this JVM ends.
      Runtime.getRuntime().halt(0);
    }
  }

  /** With nothing but Jupiter: what else is on the class path costs time and may print. */
  private static Launcher launcher() {
    return LauncherFactory.create(
        LauncherConfig.builder()
            .enableTestEngineAutoRegistration(false)
            .enableLauncherSessionListenerAutoRegistration(false)
            .enableLauncherDiscoveryListenerAutoRegistration(false)
            .enablePostDiscoveryFilterAutoRegistration(false)
            .enableTestExecutionListenerAutoRegistration(false)
            .addTestEngines(new JupiterTestEngine())
            .build());
  }

  private static final class Recorder implements TestExecutionListener {
    private final ResultLog.Writer log;
    private final boolean untilFirstFailure;
    private volatile String running;
    private volatile long startedAt;

    Recorder(ResultLog.Writer log, boolean untilFirstFailure) {
      this.log = log;
      this.untilFirstFailure = untilFirstFailure;
    }

    @Override
    public void executionStarted(TestIdentifier test) {
      if (test.isTest()) {
        startedAt = System.nanoTime();
        running = test.getDisplayName();
        write(() -> log.started(running));
      }
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
      if (test.isTest() || result.getStatus() != TestExecutionResult.Status.SUCCESSFUL) {
        Finding finding =
            result.getThrowable().map(Finding::of).orElse(new Finding(Outcome.PASS, ""));
        over(test.getDisplayName(), finding);
        if (untilFirstFailure && finding.outcome() != Outcome.PASS) {
          write(log::complete);
          Runtime.getRuntime().halt(0);
        }
      }
    }

    /** The proof that is under way, if one is, ends here: nobody else will say so. */
    void cutShort(Finding finding) {
      String name = running;
      if (name != null) {
        over(name, finding);
      }
    }

    private void over(String name, Finding finding) {
      long millis = (System.nanoTime() - startedAt) / 1_000_000;
      running = null;
      write(() -> log.over(new ProofResult(name, finding.outcome(), finding.message(), millis)));
    }

    @FunctionalInterface
    private interface Writing {
      void run() throws IOException;
    }

    private static void write(Writing entry) {
      try {
        entry.run();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
