// SPDX-License-Identifier: Apache-2.0
package loosethreads.proof;

import java.time.Duration;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.platform.commons.support.AnnotationSupport;

/** Does what {@link NoLooseThreads} says. */
final class LooseThreadsExtension implements BeforeEachCallback, AfterEachCallback {
  private static final Namespace OURS = Namespace.create(LooseThreadsExtension.class);

  /** Less is within the time that a thread needs to end after its last line. */
  private static final Duration NOTED = Duration.ofMillis(5);

  @Override
  public void beforeEach(ExtensionContext context) {
    // One sight for the whole run: JUnit closes it at the end.
    Sight sight =
        context
            .getRoot()
            .getStore(OURS)
            .computeIfAbsent(Sight.class, key -> Sight.open(), Sight.class);
    context.getStore(OURS).put(ThreadWatch.class, ThreadWatch.by(sight));
  }

  @Override
  public void afterEach(ExtensionContext context) throws InterruptedException {
    try (ThreadWatch watch = context.getStore(OURS).remove(ThreadWatch.class, ThreadWatch.class)) {
      if (watch == null) {
        return; // beforeEach has failed, and said why
      }
      Duration lastSeen = watch.assertNoneLeft(grace(context));
      if (lastSeen.compareTo(NOTED) > 0) {
        context.publishReportEntry(
            "loose threads", "ended " + Words.of(lastSeen) + " after the test");
      }
    }
  }

  private static Duration grace(ExtensionContext context) {
    return AnnotationSupport.findAnnotation(context.getElement(), NoLooseThreads.class)
        .or(
            () ->
                AnnotationSupport.findAnnotation(
                    context.getRequiredTestClass(),
                    NoLooseThreads.class,
                    context.getEnclosingTestClasses()))
        .map(a -> Duration.ofMillis(a.graceMillis()))
        .orElseThrow();
  }
}
