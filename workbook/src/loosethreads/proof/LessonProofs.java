// SPDX-License-Identifier: Apache-2.0
package loosethreads.proof;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.TestMethodOrder;

/** The proofs of a lesson: run in the order of the source, named by their methods, leak-checked. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@NoLooseThreads
@TestMethodOrder(SourceOrder.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
public @interface LessonProofs {}
