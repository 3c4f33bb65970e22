// SPDX-License-Identifier: Apache-2.0
package loosethreads.lifeline;

/**
 * Something that happened at one moment of a recording.
 *
 * @param at nanoseconds since the recording began; at most its length
 * @param text for people, in a few words: {@code GET /ping: pong}
 */
public record Mark(long at, Kind kind, String text) {
  /** What happened. */
  public enum Kind {
    /** The scenario said or saw something. */
    NOTE,
    /** The program was told to end. */
    SIGNAL,
    /** {@code main} returned. */
    MAIN_RETURNED,
    /** The JVM began to shut down. */
    SHUTDOWN,
    /** The JVM ended. */
    EXIT,
    /** What the run found: work that was lost, a thread that stayed. */
    FOUND
  }
}
