// SPDX-License-Identifier: Apache-2.0
package loosethreads.guide;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import loosethreads.lifeline.Mark;
import loosethreads.lifeline.Recording;
import loosethreads.lifeline.SvgPart;
import loosethreads.lifeline.SvgPicture;

/**
 * The lifelines of a lesson's two programs on one time axis, and in words. It is complete as it
 * stands; the script {@code player.js} finds in it what it needs to play it.
 */
final class LifelinesFigure {
  /** Frames of a stack beyond these are the JDK's, and tell nothing more. */
  private static final int MOST_FRAMES = 12;

  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT);

  private final Dictionary words;

  LifelinesFigure(Dictionary words) {
    this.words = words;
  }

  String html(Map<Side, Run> runs) {
    long length = Run.axis(runs.values());
    return """
    <figure class="player" id="lifelines">
    <figcaption>%s</figcaption>
    %s%s</figure>
    """
        .formatted(
            words.of(Label.ONE_AXIS),
            SvgPicture.definitions(),
            runs.entrySet().stream()
                .map(run -> run(run.getKey(), run.getValue().recording(), length))
                .collect(Collectors.joining()));
  }

  private String run(Side side, Recording recording, long length) {
    SvgPart part = SvgPicture.part(recording, length, words.ofPictures());
    return """
    <section class="run" data-run="%s" aria-labelledby="run-%1$s">
    <h3 id="run-%1$s">%s</h3>
    <p class="summary">%s</p>
    <div class="scroll">%s</div>
    %s<details class="threads"><summary>%s</summary>
    %s</details>
    %s</section>
    """
        .formatted(
            side.key(),
            words.of(side.label()),
            Html.escaped(part.summary()),
            part.svg(),
            marks(part.marks()),
            words.of(Label.THREADS_IN_WORDS),
            threads(side, part.bars()),
            measured(Measured.of(recording)));
  }

  static String marks(List<Mark> marks) {
    return marks.stream()
        .map(
            mark ->
                "<li data-at=\"%d\"><span class=\"at\">%d ms</span> %s</li>\n"
                    .formatted(mark.at(), mark.at() / 1_000_000, Html.escaped(mark.text())))
        .collect(Collectors.joining("", "<ol class=\"marks\">\n", "</ol>\n"));
  }

  private String threads(Side side, List<SvgPart.Bar> bars) {
    return bars.stream()
        .map(bar -> thread(side, bar))
        .collect(Collectors.joining("", "<ul>\n", "</ul>\n"));
  }

  private String thread(Side side, SvgPart.Bar bar) {
    String started =
        bar.startedAt()
            .map(f -> " data-started=\"%s:%d\"".formatted(side.key(), f.getLineNumber()))
            .orElse("");
    return "<li%s><p>%s</p>%s</li>\n".formatted(started, Html.escaped(bar.sentence()), stack(bar));
  }

  private String stack(SvgPart.Bar bar) {
    if (bar.stack().isEmpty()) {
      return bar.ended() ? "<p class=\"no-stack\">" + words.of(Label.HAS_ENDED) + "</p>" : "";
    }
    String frames =
        bar.stack().stream()
            .limit(MOST_FRAMES)
            .map(frame -> Html.escaped("at " + frame))
            .collect(Collectors.joining("\n"));
    String more = bar.stack().size() > MOST_FRAMES ? "\n…" : "";
    return "<pre class=\"stack\">%s%s</pre>".formatted(frames, more);
  }

  /** When, and with what, as every figure says. */
  String measured(Measured measured) {
    String time =
        "<time datetime=\"%s\">%s</time>"
            .formatted(measured.when().truncatedTo(ChronoUnit.MINUTES), when(measured));
    return "<span class=\"measured\">%s</span>\n"
        .formatted(measured(time, Html.escaped(measured.jvm())));
  }

  /** The same without markup. */
  String measuredAsText(Measured measured) {
    return measured(when(measured), measured.jvm());
  }

  private String measured(String when, String jvm) {
    return "%s %s, %s %s.".formatted(words.of(Label.MEASURED), when, words.of(Label.JDK), jvm);
  }

  private static String when(Measured measured) {
    return WHEN.format(measured.when().atZone(ZoneOffset.UTC));
  }
}
