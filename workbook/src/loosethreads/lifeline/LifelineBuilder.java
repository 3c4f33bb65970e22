// SPDX-License-Identifier: Apache-2.0
package loosethreads.lifeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import loosethreads.lifeline.Lifeline.Activity;
import loosethreads.lifeline.Lifeline.Fate;
import loosethreads.lifeline.Lifeline.Kind;
import loosethreads.lifeline.Lifeline.Naming;
import loosethreads.lifeline.Lifeline.Span;

/** A lifeline that is being read, in the order of time. */
final class LifelineBuilder {
  private final long id;
  private final Kind kind;
  private final long creator;
  private final long begin;
  private final Optional<StackTraceElement> startedAt;
  private final List<Naming> names = new ArrayList<>();
  private final List<Span> spans = new ArrayList<>();
  private List<StackTraceElement> stack = List.of();
  private Activity activity = Activity.RUNNING;
  private long since;
  private Fate fate = Fate.ALIVE;

  LifelineBuilder(
      long id,
      Kind kind,
      long creator,
      long begin,
      String name,
      Optional<StackTraceElement> startedAt) {
    this.id = id;
    this.kind = kind;
    this.creator = creator;
    this.begin = begin;
    this.startedAt = startedAt;
    since = begin;
    names.add(new Naming(begin, name));
  }

  boolean isOver() {
    return fate != Fate.ALIVE;
  }

  boolean isMain() {
    return creator == 0;
  }

  void named(long at, String name) {
    names.add(new Naming(at, name));
  }

  void does(long at, Activity now) {
    spanUntil(at);
    activity = now;
  }

  void isAt(List<StackTraceElement> frames) {
    stack = frames;
  }

  void over(long at, Fate how) {
    spanUntil(at);
    fate = how;
    if (how == Fate.ENDED) {
      stack = List.of();
    }
  }

  private void spanUntil(long at) {
    if (at > since) {
      spans.add(new Span(activity, since, at));
      since = at;
    }
  }

  /**
   * @param length of the recording
   */
  Lifeline build(long length) {
    if (!isOver()) {
      spanUntil(length);
    }
    return new Lifeline(id, names, kind, creator, startedAt, begin, since, fate, spans, stack);
  }
}
