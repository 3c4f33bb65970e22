// SPDX-License-Identifier: Apache-2.0
package loosethreads.guide;

import java.util.List;

/** How high things are on a slide, in pixels, with the fonts of {@code slides.css}. */
final class SlideSize {
  static final int WIDTH = 1280;
  static final int HEIGHT = 720;

  /** Below the heading. */
  static final int ROOM = 590;

  private static final int LINE_OF_WORDS = 40;
  private static final int AROUND_WORDS = 20;

  /** Of letters; a Chinese character is as wide as two. */
  private static final int COLUMNS = 76;

  private static final int LINE_OF_CODE = 26;
  private static final int AROUND_CODE = 64;
  private static final int FIRST_WIDE = 0x2e80;

  private SlideSize() {}

  /** Of a paragraph with these sentences, each of which begins a line. */
  static int ofWords(List<String> sentences) {
    return AROUND_WORDS + sentences.stream().mapToInt(SlideSize::lines).sum() * LINE_OF_WORDS;
  }

  private static int lines(String sentence) {
    int columns = sentence.chars().map(c -> c >= FIRST_WIDE ? 2 : 1).sum();
    return Math.ceilDiv(columns, COLUMNS);
  }

  /** Of a listing with what is below it. */
  static int ofLines(int lines) {
    return AROUND_CODE + lines * LINE_OF_CODE;
  }

  /** How many lines of a listing have room. */
  static int lines(int height) {
    return (height - AROUND_CODE) / LINE_OF_CODE;
  }
}
