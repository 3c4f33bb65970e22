// SPDX-License-Identifier: Apache-2.0
package loosethreads.watch;

import java.nio.file.Path;
import loosethreads.check.ProgramFile;

/** What is in the place of the learner's program when somebody looks. */
public sealed interface Sighting {
  /** A program. */
  record Program(ProgramFile file) implements Sighting {}

  /**
   * Nothing that could be judged.
   *
   * @param why a sentence
   */
  record Unusable(String why) implements Sighting {}

  /**
   * Looks now.
   *
   * @param shown how messages name the file
   */
  static Sighting of(Path file, String shown) {
    try {
      return new Program(ProgramFile.read(file, shown));
    } catch (ProgramFile.Unusable unusable) {
      return new Unusable(unusable.getMessage());
    }
  }
}
