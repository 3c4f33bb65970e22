// SPDX-License-Identifier: Apache-2.0
package loosethreads.proof;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The test, or each test of the class, leaves no thread behind: none that was started in it,
 * platform or virtual, is still alive when it is over, and none has vanished without ending.
 *
 * <p>A thread gets a grace period to end; one that needed it is noted in a report entry ({@code
 * ended 37 ms after the test}). If this JVM hides virtual threads, the test fails and says so.
 *
 * <p>Tests that are checked must run one after the other in their JVM.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ExtendWith(LooseThreadsExtension.class)
public @interface NoLooseThreads {
  /** How long a thread may take to end after the test, in milliseconds. */
  long graceMillis() default 1000;
}
