// SPDX-License-Identifier: Apache-2.0
package loosethreads.proof;

import java.io.IOException;
import java.nio.file.Path;

/** Lets tests outside this package make the agent's jar. */
public final class AgentJars {
  private AgentJars() {}

  public static Path in(Path folder) throws IOException {
    return AgentJar.in(folder);
  }
}
