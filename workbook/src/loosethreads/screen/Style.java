// SPDX-License-Identifier: Apache-2.0
package loosethreads.screen;

/**
 * How a text looks. Colours only repeat what it says; red, green and cyan can be read on a dark
 * background and on a light one.
 */
public enum Style {
  PLAIN(""),
  BOLD("1"),
  /** What the reader may pass over. */
  FAINT("2"),
  BAD("1;31"),
  GOOD("1;32"),
  REMOVED("31"),
  ADDED("32"),
  PLACE("36");

  private final String code;

  Style(String code) {
    this.code = code;
  }

  /** The text with what has a terminal show it so, and what ends that. */
  public String paint(String text) {
    return code.isEmpty() || text.isEmpty()
        ? text
        : "\u001b[" + code + "m" + text + "\u001b[0m"; // not 21 and the like: some have others
  }
}
