// SPDX-License-Identifier: Apache-2.0
package loosethreads.proof;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/**
 * The test, or each test of the class, leaves no thread behind: none that was started in it,
 * platform or virtual, is still alive when it is over, and none has vanished without ending. The
 * common pool has no tasks left either.
 *
 * <p>A thread gets a grace period to end; one that needed it is noted in a report entry ({@code
 * ended 37 ms after the test}). If this JVM hides virtual threads, the test fails and says so.
 *
 * <p>Such a test runs alone, also where tests run in parallel: threads don't say whose they are.
 *
 * <p>No JVM option is needed. With {@code --add-exports java.base/jdk.internal.vm=ALL-UNNAMED} the
 * check takes a third of the time, and much less among many virtual threads.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ExtendWith(LooseThreadsExtension.class)
@ResourceLock(Resources.GLOBAL)
public @interface NoLooseThreads {
  /** How long a thread may take to end after the test, in milliseconds. */
  long graceMillis() default 1000;
}
