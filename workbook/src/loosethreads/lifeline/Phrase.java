// SPDX-License-Identifier: Apache-2.0
package loosethreads.lifeline;

/** What pictures say: templates, for whoever shows pictures in another language to translate. */
public enum Phrase {
  RUNNING("running"),
  IO("in I/O"),
  BLOCKED("blocked"),
  WAITING("waiting"),
  SLEEPING("sleeping"),
  ENDED("ended"),
  ALIVE("alive"),
  VANISHED("vanished"),
  PLATFORM("platform"),
  DAEMON("daemon"),
  VIRTUAL("virtual"),
  TITLE("The threads of %s"),
  SUMMARY("%1$s in %2$s: %3$s."),
  ONE_THREAD("1 thread"),
  THREADS("%s threads"),
  SOME_ENDED("%s ended"),
  SOME_ALIVE("%s alive at the end"),
  SOME_VANISHED("%s vanished"),
  AND("%1$s, %2$s"),
  NO_THREAD("No thread of the program was seen in %s."),
  GAP("More happened than there was room for: the end is missing."),
  SENTENCE("%1$s, %2$s: %3$s; started %4$s"),
  FULL_STOP("%s."),
  ENDED_AT("ended at %s"),
  ALIVE_AND("alive, %s"),
  VANISHED_AT("vanished at %1$s, not ended; last seen %2$s"),
  IN("in %s"),
  AT("at %s"),
  IN_AND_AT("in %1$s, at %2$s"),
  DOING_THERE("%1$s %2$s"),
  STARTED_AT("at %s"),
  STARTED_BY("by %s"),
  BY_SEVERAL("by several threads"),
  BY_THE_JVM("by the JVM"),
  BY_AN_UNKNOWN("by an unknown thread"),
  A_GUESS("%1$s (a guess for %2$s of them)"),
  AS("%1$s as %2$s"),
  AND_MORE("… and %s more"),
  AND_MORE_THREADS("… and %1$s more, %2$s"),
  HIGHER("A bar of several threads is the higher, the more of them are alive."),
  NOT_ENDED("Not ended"),
  MAIN_RETURNED("main returned"),
  SHUTS_DOWN("the JVM shuts down"),
  JVM_ENDED("the JVM ended");

  private final String english;

  Phrase(String english) {
    this.english = english;
  }

  public String english() {
    return english;
  }
}
