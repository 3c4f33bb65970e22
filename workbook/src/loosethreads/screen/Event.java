// SPDX-License-Identifier: Apache-2.0
package loosethreads.screen;

import loosethreads.watch.News;

/** What the owner of the screen waits for. */
sealed interface Event {
  /** Of the program and its checks. */
  record Told(News news) implements Event {}

  record Pressed(Key key) implements Event {}

  /** The terminal has another size. */
  record Resized() implements Event {}

  /** The terminal is gone, and nobody can press a key any more. */
  record Gone() implements Event {}
}
