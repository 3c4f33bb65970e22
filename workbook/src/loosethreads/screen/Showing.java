// SPDX-License-Identifier: Apache-2.0
package loosethreads.screen;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Which page is open, how far it is scrolled, and what is said or asked below it. */
final class Showing {
  /** What a key does. */
  interface Action {
    void run() throws IOException, InterruptedException;
  }

  private record Question(String text, Action ifYes) {}

  private Page page = new Page.Standing();
  private int top;
  private Optional<Question> question = Optional.empty();
  private Optional<String> notice;
  private Frame frame = new Frame(List.of(), 0, 0, 0, 0);

  /**
   * Begins with the first page.
   *
   * @param notice what is said first, if anything
   */
  Showing(Optional<String> notice) {
    this.notice = notice;
  }

  Page page() {
    return page;
  }

  int top() {
    return top;
  }

  /** What is said in the place of the keys. */
  Optional<String> said() {
    return question.map(Question::text).or(() -> notice);
  }

  /** Opens the page at its begin. */
  void turnTo(Page to) {
    page = to;
    top = 0;
  }

  /** Opens the page on how the program stands. */
  void turnToStanding() {
    turnTo(new Page.Standing());
  }

  /** Says something until the next key. */
  void say(String text) {
    notice = Optional.of(text);
  }

  void ask(String text, Action ifYes) {
    question = Optional.of(new Question(text, ifYes));
  }

  /** What is on the screen now. */
  void drawn(Frame frame) {
    this.frame = frame;
    top = frame.top();
  }

  /** Scrolls to the lifelines. */
  void toPicture() {
    top = frame.picture();
  }

  /** Takes an answer, or a key that scrolls; returns whether it was one. */
  boolean take(Key key) throws IOException, InterruptedException {
    notice = Optional.empty();
    if (question.isPresent()) {
      Action ifYes = question.get().ifYes();
      question = Optional.empty();
      if (key.name().equalsIgnoreCase("y")) {
        ifYes.run();
      }
      return true;
    }
    int before = top;
    switch (key.name()) {
      case Key.UP -> top--;
      case Key.DOWN -> top++;
      case Key.PAGE_UP -> top -= frame.room() - 1;
      case Key.PAGE_DOWN, " " -> top += frame.room() - 1;
      case Key.HOME -> top = 0;
      case Key.END -> top = frame.lastTop();
      default -> {
        return false;
      }
    }
    top = Math.clamp(top, 0, Math.max(before, frame.lastTop()));
    return true;
  }
}
