// SPDX-License-Identifier: Apache-2.0
package loosethreads.session;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import loosethreads.check.Verdict;

/**
 * What is remembered of a lesson's last check.
 *
 * @param program the digest of the program that was checked
 * @param proofs the digest of the proofs that judged it
 * @param passedOnce whether that or an earlier check passed
 */
record Checked(Verdict verdict, String program, String proofs, boolean passedOnce) {
  private static final String ABOUT =
      """
      # Loose Threads: what your programs got when they were last checked.
      # The tool writes this file; 'list' and 'next' read it. You may delete it: then nothing
      # counts as checked, and nothing else happens.
      #
      # A line for each lesson: its folder; the verdict; the program that was checked; the proofs
      # that judged it; whether it has ever passed. Program and proofs are the first 16 hex digits
      # of the SHA-256 of their lines, joined by line feeds.
      """;

  private static final Pattern ROW =
      Pattern.compile("([A-Z_]+) ([0-9a-f]{16}) ([0-9a-f]{16}) (yes|no)");

  static Notes<Checked> notes(Path folder) {
    return new Notes<>(folder.resolve("progress.txt"), ABOUT, Checked::parse, Checked::row);
  }

  /** What is remembered after a later check. */
  Checked then(Checked later) {
    return new Checked(later.verdict, later.program, later.proofs, passedOnce || later.passedOnce);
  }

  private static Checked parse(String row) {
    Matcher words = ROW.matcher(row);
    if (!words.matches()) {
      throw new IllegalArgumentException(row);
    }
    return new Checked(
        Verdict.valueOf(words.group(1)),
        words.group(2),
        words.group(3),
        words.group(4).equals("yes"));
  }

  private String row() {
    return "%s %s %s %s".formatted(verdict, program, proofs, passedOnce ? "yes" : "no");
  }
}
