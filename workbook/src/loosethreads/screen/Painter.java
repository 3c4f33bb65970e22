// SPDX-License-Identifier: Apache-2.0
package loosethreads.screen;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import loosethreads.check.CheckResult;
import loosethreads.check.RunResult;
import loosethreads.lesson.Lesson;
import loosethreads.lifeline.Columns;
import loosethreads.lifeline.Recording;
import loosethreads.lifeline.TerminalPicture;
import loosethreads.watch.Scene;
import loosethreads.watch.Scene.Doing;

/** Draws a view in the rows and columns that there are. */
record Painter(Look look) {
  /** What a picture of the threads needs, in columns. */
  private static final int PICTURE_WIDTH = 80;

  /** With fewer rows than this the page gets them all but two. */
  private static final int COMFORT = 12;

  /** With fewer columns nothing can be read. */
  private static final int LEAST = 5;

  private static final String BEFORE = "Before your last save:";

  Frame paint(View view, int width, int height) {
    if (width < LEAST) {
      return new Frame(Collections.nCopies(height, ""), 0, 0, 0, 0);
    }
    boolean isTiny = height < COMFORT;
    List<String> head = isTiny ? List.of(state(view, width)) : head(view, width);
    List<String> page = new ArrayList<>(page(view, width));
    int picture = page.size();
    if (view.page() instanceof Page.Standing) {
      page.addAll(lifelines(view.scene(), width));
    }
    List<String> foot = foot(view, width);
    foot = isTiny ? foot.subList(0, 1) : foot;
    int room = Math.max(0, height - head.size() - foot.size() - (isTiny ? 0 : 1));
    int lastTop = Math.max(0, page.size() - room);
    int top = Math.clamp(view.top(), 0, lastTop);
    List<String> lines = new ArrayList<>(head);
    lines.addAll(page.subList(top, Math.min(page.size(), top + room)));
    lines.addAll(Collections.nCopies(room - Math.min(room, page.size() - top), ""));
    if (!isTiny) {
      lines.add(position(top, lastTop, width));
    }
    lines.addAll(foot);
    return new Frame(
        lines.subList(0, Math.min(height, lines.size())),
        top,
        lastTop,
        room,
        Math.min(picture, page.size()));
  }

  private List<String> head(View view, int width) {
    Lesson lesson = view.scene().lesson();
    List<String> lines = new ArrayList<>();
    String name = "Lesson %d of %d: %s".formatted(lesson.number(), view.lessons(), lesson.title());
    lines.add(look.paint(Style.BOLD, look.cut(name, width)));
    switch (view.page()) {
      case Page.Standing() ->
          lines.addAll(look.lines(List.of(Row.of(Style.FAINT, lesson.rule())), width));
      case Page.Sheet sheet -> lines.add(look.cut(sheet.title(), width));
    }
    lines.add(state(view, width));
    lines.add(rule("", width));
    return lines;
  }

  private String state(View view, int width) {
    Scene scene = view.scene();
    Row state = state(scene, view.busy().toSeconds());
    int room = Math.max(width / 2, width - Columns.width(state.text())); // for a name of any length
    String name = look.cut(scene.shown(), room - 2) + ": ";
    int left = width - Columns.width(name);
    return name + look.paint(state.style(), look.cut(state.text(), left));
  }

  private Row state(Scene scene, long seconds) {
    String dots = look.or("…", "...");
    String found =
        scene.unusable().isPresent()
            ? "there is no program"
            : scene
                .checked()
                .filter(c -> scene.isOfThis())
                .map(Report::verdict)
                .orElse("not checked");
    Style style = scene.passes() ? Style.GOOD : Style.BAD;
    return switch (scene.doing()) {
      case SETTLING -> Row.plain("saved " + dots);
      case CHECKING -> Row.plain("the proofs judge it %s %d s".formatted(dots, seconds));
      case PLAYING -> Row.of(style, "%s; scenario %s %d s".formatted(found, dots, seconds));
      case NOTHING -> Row.of(style, found);
    };
  }

  private List<String> page(View view, int width) {
    return switch (view.page()) {
      case Page.Standing() -> look.lines(standing(view), width);
      case Page.Sheet sheet -> look.lines(sheet.rows(), width);
    };
  }

  private static List<Row> standing(View view) {
    Scene scene = view.scene();
    List<Row> rows = new ArrayList<>();
    scene.trouble().stream().flatMap(said -> Row.lines(Style.BAD, said)).forEach(rows::add);
    if (!rows.isEmpty()) {
      rows.add(Row.BLANK);
    }
    if (scene.unusable().isPresent()) {
      rows.add(Row.of(Style.BAD, scene.unusable().get()));
      rows.add(Row.plain("As soon as there is a program again, it is checked."));
      rows.add(Row.plain("x gets the broken one back, or says how."));
    } else if (scene.checked().isPresent()) {
      rows.addAll(found(view, scene.checked().get()));
    } else if (scene.doing() != Doing.NOTHING) {
      rows.add(Row.plain("Change it with your editor: at each save the proofs judge it again."));
    }
    return rows;
  }

  private static List<Row> found(View view, CheckResult result) {
    List<Row> rows = new ArrayList<>();
    if (!view.scene().isOfThis()) {
      rows.add(Row.of(Style.FAINT, BEFORE + " " + Report.verdict(result)));
      rows.add(Row.BLANK);
    }
    if (!view.scene().passes()) {
      List<Row> evidence = Report.evidence(result);
      rows.addAll(evidence);
      if (!evidence.isEmpty()) {
        rows.add(Row.BLANK);
      }
      rows.addAll(Report.proofs(result));
      return rows;
    }
    rows.add(Row.of(Style.BOLD, "You have proved:"));
    rows.addAll(Report.proofs(result));
    rows.add(Row.BLANK);
    rows.add(
        Row.plain(
            view.next()
                    .map(n -> "n: lesson %d, %s. ".formatted(n.number(), n.title()))
                    .orElse("All lessons pass. ")
                + "d: your program and ours."));
    List<Row> rejected = Report.rejected(view.scene().lesson());
    if (!rejected.isEmpty()) {
      rows.add(Row.BLANK);
      rows.addAll(rejected);
    }
    return rows;
  }

  /** What the threads did when the scenario was played last. */
  private List<String> lifelines(Scene scene, int width) {
    List<String> lines = new ArrayList<>();
    scene
        .played()
        .flatMap(RunResult::recording)
        .ifPresent(
            recording -> {
              lines.add("");
              if (!scene.isPlayedByThis()) {
                lines.addAll(look.lines(List.of(Row.of(Style.FAINT, BEFORE)), width));
              }
              lines.addAll(picture(recording, width));
            });
    return lines;
  }

  private List<String> picture(Recording recording, int width) {
    if (width < PICTURE_WIDTH) {
      String said = "The lifelines need %d columns; there are %d.".formatted(PICTURE_WIDTH, width);
      return look.lines(List.of(Row.plain(said)), width);
    }
    var picture = new TerminalPicture(width, look.unicode(), look.colour());
    return picture.drawBars(recording).lines().toList();
  }

  private String position(int top, int lastTop, int width) {
    String said = "";
    if (lastTop > 0) {
      said = top < lastTop ? "%d more below".formatted(lastTop - top) : "the end";
      said = look.or("↑↓ PgUp PgDn, ", "PgUp PgDn, ") + said;
    }
    return rule(said, width);
  }

  private String rule(String said, int width) {
    String words = look.cut(said.isEmpty() ? "" : " " + said + " ", width);
    int before = Math.max(0, width - words.length() - 2);
    String line = look.or("─", "-");
    String after = line.repeat(Math.min(2, width - words.length()));
    return look.paint(Style.FAINT, line.repeat(before) + words + after);
  }

  private List<String> foot(View view, int width) {
    if (view.said().isPresent()) {
      return look.lines(Row.lines(Style.BOLD, view.said().get()).toList(), width);
    }
    return switch (view.page()) {
      case Page.Standing() -> List.of(keys(Keys.most(view.scene()), width));
      case Page.Sheet _ -> List.of(look.cut("Esc or q: back", width));
    };
  }

  /** As many as have room. */
  private String keys(List<Keys.Entry> keys, int width) {
    StringBuilder line = new StringBuilder();
    int used = 0;
    for (Keys.Entry key : keys) {
      int more = key.key().length() + 1 + key.word().length() + (used == 0 ? 0 : 2);
      if (used + more > width) {
        break;
      }
      line.append(used == 0 ? "" : "  ")
          .append(look.paint(Style.BOLD, key.key()))
          .append(" ")
          .append(key.word());
      used += more;
    }
    return line.toString();
  }
}
