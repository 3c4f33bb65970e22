// SPDX-License-Identifier: Apache-2.0
package loosethreads.session;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import com.github.difflib.patch.Patch;
import java.util.List;
import loosethreads.check.ProgramFile;
import loosethreads.lesson.Tags;

/** What one program has that another has not. */
public final class ProgramDiff {
  /** Lines around a change, as other tools show them. */
  private static final int CONTEXT = 3;

  private ProgramDiff() {}

  /** The lines of a unified diff; none if the programs are the same, tags for the guide apart. */
  public static List<String> unified(ProgramFile from, ProgramFile to) {
    List<String> lines = lines(from);
    Patch<String> patch = DiffUtils.diff(lines, lines(to));
    return UnifiedDiffUtils.generateUnifiedDiff(from.shown(), to.shown(), lines, patch, CONTEXT);
  }

  private static List<String> lines(ProgramFile program) {
    return Tags.removed(program.text()).lines().toList();
  }
}
