// SPDX-License-Identifier: Apache-2.0
package loosethreads;

import java.nio.file.Path;

/** The checkout that is tested. */
public final class Checkout {
  private Checkout() {}

  /** Set by the build; else the current folder, for a run from an editor. */
  public static Path root() {
    return Path.of(System.getProperty("loosethreads.checkout", "")).toAbsolutePath();
  }
}
