// SPDX-License-Identifier: Apache-2.0
package loosethreads.guide;

import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import loosethreads.check.Checker;
import loosethreads.check.ProofResult;
import loosethreads.proof.Outcome;

/**
 * A run of the test that the front page shows, which leaves threads behind: blocks {@code
 * [source,java,test=NAME]}, a part of the file, and {@code [source,output,test=NAME]}, what JUnit
 * says. The test and what it tests are files of the guide.
 *
 * @param source the test, line by line
 * @param said how it failed
 */
record TestRun(List<String> source, List<String> said, Measured measured) {
  private static final Pattern SHOWN = Pattern.compile("\\[source,output,test=(\\w+)Test]");

  TestRun {
    source = List.copyOf(source);
    said = List.copyOf(said);
  }

  /**
   * Runs the test that the front page shows, if it shows one.
   *
   * @throws Rehearsal.Unexpected if it leaves no thread behind
   */
  static Optional<TestRun> of(Sources sources, Checker checker) throws Exception {
    var shown = SHOWN.matcher(Files.readString(sources.frontPage()));
    if (!shown.find()) {
      return Optional.empty();
    }
    String test = shown.group(1) + "Test";
    SequencedMap<String, String> classes = new TreeMap<>(); // what is tested comes first
    for (String name : List.of(shown.group(1), test)) {
      classes.put(name, Files.readString(sources.own(name + ".java")));
    }
    var now = new Measured(Instant.now(), System.getProperty("java.runtime.version"));
    List<ProofResult> results = checker.test(test, classes);
    if (results.size() != 1 || results.getFirst().outcome() == Outcome.PASS) {
      throw new Rehearsal.Unexpected(test + " must fail, once, but got " + results);
    }
    return Optional.of(
        new TestRun(
            classes.get(test).lines().toList(),
            results.getFirst().message().lines().toList(),
            now));
  }
}
