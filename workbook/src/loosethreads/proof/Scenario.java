// SPDX-License-Identifier: Apache-2.0
package loosethreads.proof;

/**
 * Drives a program as its users would, so that the pitfall shows. It throws what a proof would
 * throw ({@link ProofFailure}) if the pitfall is there, and returns if it is not. It runs in a
 * disposable JVM with the program on the class path, and has about 6 seconds.
 */
@FunctionalInterface
public interface Scenario {
  void play(Stage stage) throws Exception;
}
