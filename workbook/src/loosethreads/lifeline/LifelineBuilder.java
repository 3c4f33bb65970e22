// SPDX-License-Identifier: Apache-2.0
package loosethreads.lifeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import loosethreads.lifeline.Lifeline.Activity;
import loosethreads.lifeline.Lifeline.Fate;
import loosethreads.lifeline.Lifeline.Kind;
import loosethreads.lifeline.Lifeline.Naming;
import loosethreads.lifeline.Lifeline.Span;
import loosethreads.lifeline.agent.Register.Life;
import loosethreads.lifeline.agent.StartLines;

/** A lifeline that is being read, in the order of time. */
final class LifelineBuilder {
  private final Life life;
  private final List<Naming> names = new ArrayList<>();
  private final List<Span> spans = new ArrayList<>();
  private List<StackTraceElement> stack = List.of();
  private Activity activity = Activity.RUNNING;
  private long since;

  LifelineBuilder(Life life) {
    this.life = life;
    since = life.begin();
    names.add(new Naming(life.begin(), ""));
  }

  /** Whether it was over before then; who looked at it may say so later than it was. */
  boolean isOver(long at) {
    return life.end() != 0 && at > Math.abs(life.end());
  }

  void named(long at, String name) {
    if (at == life.begin()) {
      names.clear();
    }
    names.add(new Naming(at, name));
  }

  void does(long at, Activity now) {
    spanUntil(at);
    activity = now;
  }

  void isAt(List<StackTraceElement> frames) {
    stack = frames;
  }

  private void spanUntil(long at) {
    if (at > since) {
      spans.add(new Span(activity, since, at));
      since = at;
    }
  }

  /**
   * @param length of the recording
   * @param lines of the program, by number
   */
  Lifeline build(long length, Map<Long, StackTraceElement> lines) {
    Fate fate = life.end() > 0 ? Fate.ENDED : life.end() < 0 ? Fate.VANISHED : Fate.ALIVE;
    spanUntil(fate == Fate.ALIVE ? length : Math.abs(life.end()));
    return new Lifeline(
        life.id(),
        names,
        life.virtual() ? Kind.VIRTUAL : life.daemon() ? Kind.DAEMON : Kind.PLATFORM,
        life.starter(),
        Optional.ofNullable(lines.get((long) StartLines.number(life.line()))),
        StartLines.isGuessed(life.line()),
        life.begin(),
        since,
        fate,
        spans,
        fate == Fate.ENDED ? List.of() : stack);
  }
}
