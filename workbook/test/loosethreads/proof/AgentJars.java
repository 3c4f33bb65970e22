// SPDX-License-Identifier: Apache-2.0
package loosethreads.proof;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Lets tests outside this package start JVMs with the agent. */
public final class AgentJars {
  private AgentJars() {}

  /** The options for it, with the jar in the folder. */
  public static List<String> options(Path folder) throws IOException {
    return AgentJar.options(AgentJar.in(folder), "");
  }
}
