// SPDX-License-Identifier: Apache-2.0
package loosethreads.lifeline;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import loosethreads.lifeline.agent.Recorder;
import loosethreads.proof.AgentJar;

/**
 * What makes a JVM record its threads: options on its command line.
 *
 * @param jar the agent
 */
public record RecorderJar(Path jar) {
  /** Writes the agent into a folder, where it must stay while JVMs are recorded. */
  public static RecorderJar in(Path folder) throws IOException {
    return new RecorderJar(
        AgentJar.write(
            folder.resolve("loose-threads-recorder.jar"), Recorder.class, Recorder.needed()));
  }

  /**
   * The options for a JVM.
   *
   * @param tape the file that the JVM is to record to; must not exist
   * @param flight the file for a flight recording, if there is to be one
   */
  public List<String> options(Path tape, Optional<Path> flight) {
    List<String> options = new ArrayList<>(AgentJar.options(jar, tape.toString()));
    if (flight.isPresent()) {
      options.add("-D" + Recorder.FLIGHT + "=" + flight.get().toAbsolutePath());
      // Else what JFR keeps in the meantime outlives a JVM that is killed.
      options.add("-XX:FlightRecorderOptions=repository=" + tape.resolveSibling("flight"));
    }
    return options;
  }

  /**
   * What was recorded so far; the JVM may still run, or have been killed.
   *
   * @param title what ran, for people
   * @param ended when the JVM ended, if that is known
   * @throws IOException if there is no such tape: the JVM has not begun to record
   */
  public static Recording read(Path tape, String title, Optional<Instant> ended)
      throws IOException {
    return TapeReader.read(tape, title, ended);
  }
}
