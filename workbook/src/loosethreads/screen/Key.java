// SPDX-License-Identifier: Apache-2.0
package loosethreads.screen;

/**
 * A key that was pressed.
 *
 * @param name the character; or one of the constants' names
 */
record Key(String name) {
  static final String UP = "up";
  static final String DOWN = "down";
  static final String PAGE_UP = "page up";
  static final String PAGE_DOWN = "page down";
  static final String HOME = "home";
  static final String END = "end";
  static final String ENTER = "enter";
  static final String ESCAPE = "escape";
}
