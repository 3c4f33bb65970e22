// SPDX-License-Identifier: Apache-2.0
package loosethreads.proof;

/**
 * Measures what a lesson's chapter says in numbers and its scenario does not show. Each method runs
 * in a disposable JVM with that program on the class path, and throws if the program does not do
 * what the chapter says of it. Both together have about 10 seconds.
 */
public interface Figures {
  /** Those of the broken program; none if this is not overridden. */
  default void ofBroken(Readings readings) throws Exception {}

  /** Those of the fixed program; none if this is not overridden. */
  default void ofFixed(Readings readings) throws Exception {}
}
