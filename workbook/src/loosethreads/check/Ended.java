// SPDX-License-Identifier: Apache-2.0
package loosethreads.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import loosethreads.proof.ChildJvm;
import loosethreads.proof.LiveThread;
import loosethreads.proof.Outcome;

/**
 * How a child that writes a log ended.
 *
 * @param finding with a result for the proof that was under way, if it did not end by itself
 * @param inVain whether another child would come no further
 */
record Ended(ResultLog finding, boolean inVain) {
  /** Waits for its end, but not longer than the limit. */
  static Ended await(ChildJvm child, Duration limit, Path log)
      throws IOException, InterruptedException {
    boolean inTime = child.awaitEnd(limit);
    List<LiveThread> survivors = inTime ? List.of() : child.threads();
    ResultLog found = ResultLog.read(log);
    if (found.complete()) {
      return new Ended(found, true);
    }
    List<ProofResult> results = new ArrayList<>(found.results());
    if (found.running().isPresent() || results.isEmpty()) {
      String name = found.running().orElse("the proofs start");
      results.add(
          Files.exists(log)
              ? why(name, child, inTime, limit, survivors)
              : new ProofResult(
                  name, Outcome.FAIL, "the program deleted the check's own files", 0));
    }
    boolean inVain = !inTime || (found.running().isEmpty() && found.results().isEmpty());
    return new Ended(new ResultLog(results, Optional.empty(), false), inVain);
  }

  private static ProofResult why(
      String name, ChildJvm child, boolean inTime, Duration limit, List<LiveThread> survivors) {
    if (!inTime) {
      String what = "not over after %d s; ended by force".formatted(limit.toSeconds());
      List<String> lines = LiveThread.grouped(survivors);
      String evidence = lines.isEmpty() ? "" : "\n" + String.join("\n", lines);
      return new ProofResult(name, Outcome.HUNG, what + evidence, limit.toMillis());
    }
    String what =
        child.printedTooMuch()
            ? "the program printed more than 10 MB and was ended"
            : "the JVM ended with status %d before this was over".formatted(child.status());
    String said = (child.stdout() + child.stderr()).strip();
    String tail = said.length() > 500 ? "…" + said.substring(said.length() - 500) : said;
    return new ProofResult(
        name, Outcome.FAIL, tail.isEmpty() ? what : what + "; it printed:\n" + tail, 0);
  }
}
