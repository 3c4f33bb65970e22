// SPDX-License-Identifier: Apache-2.0
package loosethreads.command;

/** What the tool's exit status says. */
public final class ExitStatus {
  public static final int FINE = 0;

  /** The program did not pass, or what was asked for was not done, for want of a yes. */
  public static final int NOT_PASSED = 1;

  /** Wrong usage, or an environment in which nothing can be judged. */
  public static final int UNUSABLE = 2;

  private ExitStatus() {}
}
