// SPDX-License-Identifier: Apache-2.0
package loosethreads.lesson;

/** The comments in a program that tell the guide what to show; to a learner they are noise. */
public final class Tags {
  private Tags() {}

  /** The program without them. */
  public static String removed(String program) {
    return program.replaceAll("(?m)^ *// (tag|end)::[\\w-]+\\[\\]\\R", "");
  }
}
