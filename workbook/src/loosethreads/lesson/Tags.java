// SPDX-License-Identifier: Apache-2.0
package loosethreads.lesson;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The comments in a program that tell the guide what to show; to a learner they are noise. */
public final class Tags {
  private Tags() {}

  /** The part of a program that a tag names, without the indent of its first line. */
  public static Optional<String> region(String program, String tag) {
    String name = Pattern.quote(tag);
    Matcher region =
        Pattern.compile("(?s)// tag::" + name + "\\[]\\R(.*?) *// end::" + name + "\\[]")
            .matcher(program);
    return region.find()
        ? Optional.of(removed(region.group(1)).stripTrailing().stripIndent())
        : Optional.empty();
  }

  /** The program without them. */
  public static String removed(String program) {
    return program.replaceAll("(?m)^ *// (tag|end)::[\\w-]+\\[\\]\\R", "");
  }
}
