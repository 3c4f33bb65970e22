// SPDX-License-Identifier: Apache-2.0
package loosethreads.gate;

import loosethreads.check.Checker.Extent;
import loosethreads.lesson.Lesson;

/**
 * That a program gets a verdict: the broken one, a solution, or a rejected fix.
 *
 * @param program its path in the checkout
 * @param text its source
 * @param verdict the verdict that it must get, by name
 * @param extent a program that must pass has to pass every proof
 */
public record Claim(Lesson lesson, String program, String text, String verdict, Extent extent) {
  @Override
  public String toString() {
    return program + " is " + verdict;
  }
}
