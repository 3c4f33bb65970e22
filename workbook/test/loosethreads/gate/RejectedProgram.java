// SPDX-License-Identifier: Apache-2.0
package loosethreads.gate;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import com.github.difflib.patch.PatchFailedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import loosethreads.lesson.RejectedDiff;

/**
 * The program that a rejected fix makes.
 *
 * @param outcome the verdict that it must get
 */
record RejectedProgram(String outcome, String text) {
  /**
   * @throws IllegalArgumentException with what is wrong with the fix's file
   */
  static RejectedProgram read(Path checkout, Path file) throws IOException {
    RejectedDiff fix = RejectedDiff.of(Files.readAllLines(file));
    Path program = checkout.resolve(fix.base());
    if (!Files.exists(program)) {
      throw new IllegalArgumentException("there is no " + fix.base());
    }
    var patch = UnifiedDiffUtils.parseUnifiedDiff(fix.diff());
    if (patch.getDeltas().isEmpty()) {
      throw new IllegalArgumentException("its diff changes nothing");
    }
    try {
      List<String> changed = DiffUtils.patch(Files.readAllLines(program), patch);
      return new RejectedProgram(fix.outcome(), String.join("\n", changed) + "\n");
    } catch (PatchFailedException e) {
      throw new IllegalArgumentException("its diff does not fit " + fix.base(), e);
    }
  }
}
