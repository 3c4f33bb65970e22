// SPDX-License-Identifier: Apache-2.0
package loosethreads.guide;

import java.util.List;
import java.util.regex.Pattern;

/** The sentences of a text. English has one a line in its sources; Chinese has what ends one. */
final class Sentences {
  private static final Pattern END = Pattern.compile("\\n|(?<=[。？！])(?![」”）])");

  private Sentences() {}

  static List<String> of(String source) {
    return END.splitAsStream(source).map(String::strip).filter(s -> !s.isEmpty()).toList();
  }
}
