// SPDX-License-Identifier: Apache-2.0
package loosethreads.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import loosethreads.proof.Within;

/**
 * The processes with a certain argument, wherever they were started: {@code sleep 86417}, say. The
 * argument marks those of one test.
 */
record Processes(String argument) implements AutoCloseable {
  void mustAllHaveEnded() throws Exception {
    Within.await(Within.seconds(1), () -> alive().isEmpty());
    assertEquals(Set.of(), alive());
  }

  Set<ProcessHandle> alive() {
    return ProcessHandle.allProcesses()
        .filter(p -> arguments(p).contains(argument))
        .collect(Collectors.toSet());
  }

  private static List<String> arguments(ProcessHandle process) {
    try {
      // Java itself leaves long command lines out.
      String line = Files.readString(Path.of("/proc/" + process.pid() + "/cmdline"));
      return List.of(line.split("\0"));
    } catch (IOException noLinuxOrEnded) {
      return process.info().arguments().map(List::of).orElse(List.of());
    }
  }

  @Override
  public void close() {
    alive().forEach(ProcessHandle::destroyForcibly);
  }
}
