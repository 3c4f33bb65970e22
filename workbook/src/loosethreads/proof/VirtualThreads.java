// SPDX-License-Identifier: Apache-2.0
package loosethreads.proof;

import java.util.List;
import java.util.Set;

/** A source of all virtual threads that are alive. {@code Thread.getAllStackTraces} has none. */
public interface VirtualThreads {
  /** The quickest that this JVM allows. */
  static VirtualThreads open() {
    return ThreadContainers.isExported() ? new ThreadContainers() : new ThreadDump();
  }

  Set<Long> ids();

  List<LiveThread> describe();
}
