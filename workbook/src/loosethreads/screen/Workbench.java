// SPDX-License-Identifier: Apache-2.0
package loosethreads.screen;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import loosethreads.check.Explorer;
import loosethreads.check.ProgramFile;
import loosethreads.lesson.Lesson;
import loosethreads.lesson.Lessons;
import loosethreads.session.Reason;
import loosethreads.session.Session;
import loosethreads.watch.Judge;
import loosethreads.watch.News;
import loosethreads.watch.Practice;
import loosethreads.watch.Scene;
import loosethreads.watch.Scene.Doing;
import loosethreads.watch.Worker;
import org.jline.terminal.Size;

/**
 * The session on the screen. The thread that runs it owns all of its state; other threads only put
 * events into its queue.
 */
public final class Workbench implements AutoCloseable {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final Judge judge;
  private final PrintStream out;
  private final Painter painter;
  private final Sheets sheets;
  private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
  private final Worker worker = new Worker(this::tell);
  private final FullScreen screen;
  private Keyboard keyboard;
  private Practice practice;
  private Scene scene;
  private long since = System.nanoTime();
  private int hint;
  private final Showing showing;
  private boolean over;

  /**
   * Takes the terminal.
   *
   * @param out that leads to it
   * @param shown how messages name a file
   * @throws IOException if the terminal can't be controlled
   */
  public Workbench(
      Lessons lessons,
      Session session,
      Lesson first,
      Judge judge,
      PrintStream out,
      Look look,
      Function<Path, String> shown)
      throws IOException {
    this.judge = judge;
    this.out = out;
    painter = new Painter(look);
    sheets = new Sheets(lessons, shown);
    showing = new Showing(session.trouble());
    screen = new FullScreen(out);
    practice = practice(first, session);
    scene = practice.scene();
    keyboard = new Keyboard(screen, events::add);
  }

  private Practice practice(Lesson lesson, Session session) {
    String name = sheets.shown().apply(session.workspace().program(lesson));
    return new Practice(lesson, session, name, judge, worker, this::tell);
  }

  private void tell(News news) {
    events.add(new Event.Told(news));
  }

  /** Until the user leaves. */
  public void run() throws IOException, InterruptedException {
    practice.tick(System.nanoTime());
    draw();
    while (!over) {
      Event event = events.poll(patience(), TimeUnit.NANOSECONDS);
      for (; event != null && !over; event = events.poll()) {
        take(event);
      }
      practice.tick(System.nanoTime());
      draw();
    }
  }

  /** Until something has to be done, or shown, although nothing happens. */
  private long patience() {
    long usual = (scene.doing() == Doing.NOTHING ? MINUTE : SECOND).toNanos();
    return practice.due().isPresent()
        ? Math.clamp(practice.due().getAsLong() - System.nanoTime(), 0, usual)
        : usual;
  }

  private void draw() {
    Scene now = practice.scene();
    if (now.doing() != scene.doing()) {
      since = System.nanoTime();
    }
    scene = now;
    Optional<Lesson> next = scene.passes() ? practice.session().next() : Optional.empty();
    View view =
        new View(
            scene,
            sheets.lessons().all().size(),
            next,
            Duration.ofNanos(System.nanoTime() - since),
            showing.page(),
            showing.top(),
            showing.said());
    Size size = screen.size();
    Frame frame = painter.paint(view, size.getColumns(), size.getRows());
    showing.drawn(frame);
    screen.show(frame.lines());
  }

  private void take(Event event) throws IOException, InterruptedException {
    switch (event) {
      case Event.Told(News news) -> {
        if (practice.take(news, System.nanoTime())) {
          showing.turnToStanding(); // whoever saves wants to know
        }
      }
      case Event.Pressed(Key key) -> press(key);
      case Event.Resized() -> screen.forget();
      case Event.Gone() -> over = true;
    }
  }

  /** What can't be done is said, and the session goes on. */
  private void press(Key key) throws InterruptedException {
    try {
      if (!showing.take(key)) {
        act(key);
      }
    } catch (IOException e) {
      showing.say("That can't be done: " + Reason.of(e) + ".");
    } catch (IllegalStateException e) {
      showing.say(e.getMessage());
    }
  }

  private void act(Key key) throws IOException, InterruptedException {
    switch (key.name()) {
      case "t" -> {
        showing.turnToStanding();
        draw();
        showing.toPicture();
      }
      case "c", Key.ENTER -> again(practice::check);
      case "r" -> again(practice::run);
      case "h" -> hint();
      case "e" -> explore();
      case "g" -> guide();
      case "d" -> unlessItSpoils(this::diff);
      case "s" -> unlessItSpoils(() -> showing.turnTo(sheets.solution(lesson())));
      case "x" -> reset();
      case "n" -> open(practice.session().nextAfter(lesson()));
      case "l" -> showing.turnTo(sheets.list(practice.session()));
      case "?" -> showing.turnTo(sheets.keys());
      case "q" -> leaf(true);
      case Key.ESCAPE -> leaf(false);
      case String other when other.matches("\\d") ->
          sheets.lessons().find(Integer.parseInt(other)).ifPresent(this::open);
      default -> {}
    }
  }

  private Lesson lesson() {
    return scene.lesson();
  }

  /** Back to where one came from; from the first page, out if that is meant. */
  private void leaf(boolean out) {
    over = out && showing.page() instanceof Page.Standing;
    showing.turnToStanding();
  }

  private void again(Runnable start) {
    showing.turnToStanding();
    start.run();
  }

  private void hint() {
    int levels = lesson().hints().size();
    hint = hint % levels + 1;
    showing.turnTo(sheets.hint(lesson(), hint));
  }

  private void guide() throws InterruptedException {
    if (Browser.open(practice.session().workspace(), lesson())) {
      showing.say("The guide is in your browser.");
    } else {
      showing.turnTo(sheets.guide(lesson(), scene.hasPassed()));
    }
  }

  private void unlessItSpoils(Showing.Action action) throws IOException, InterruptedException {
    if (scene.hasPassed()) {
      action.run();
    } else {
      showing.ask("You have not passed, and this shows the solution. Show it? [y/N]", action);
    }
  }

  private void diff() {
    practice
        .program()
        .ifPresentOrElse(
            program -> showing.turnTo(sheets.diff(lesson(), program)), this::sayUnusable);
  }

  private void sayUnusable() {
    scene.unusable().ifPresent(showing::say);
  }

  private void reset() throws IOException {
    Session session = practice.session();
    session.workspace().mustBeOfCopies();
    if (session.isBrokenProgram(lesson())) {
      showing.say(scene.shown() + " is the broken program.");
    } else {
      showing.ask(
          "Put the broken program into %s, and keep yours? [y/N]".formatted(scene.shown()),
          () ->
              showing.say(
                  session
                      .reset(lesson())
                      .map(backup -> "Yours is kept: " + sheets.shown().apply(backup))
                      .orElse("The broken program is there again.")));
    }
  }

  private void explore() throws IOException, InterruptedException {
    Optional<ProgramFile> program = practice.program();
    if (program.isEmpty()) {
      sayUnusable();
      return;
    }
    showing.say("JShell starts; /exit comes back.");
    draw();
    try (Explorer explorer = new Explorer(sheets.lessons(), lesson(), program.get())) {
      if (explorer.problem().isPresent()) {
        showing.say("It does not compile, so there is nothing to explore.");
        return;
      }
      lendTo(explorer);
      showing.say("Back from JShell.");
    }
  }

  private void lendTo(Explorer explorer) throws IOException, InterruptedException {
    keyboard.close();
    events.removeIf(Event.Pressed.class::isInstance); // that was for JShell
    try {
      screen.lend(
          () -> {
            out.printf("Exploring %s; /exit comes back.%n%n", scene.shown());
            out.flush();
            explorer.run();
          });
    } finally {
      keyboard = new Keyboard(screen, events::add);
    }
  }

  private void open(Lesson lesson) {
    Session session = practice.session();
    practice.close();
    practice = practice(lesson, session);
    hint = 0;
    showing.turnToStanding();
  }

  /** The terminal first: what is under way may take a moment to end. */
  @Override
  public void close() {
    try (worker;
        var _ = practice;
        screen) {
      keyboard.close();
    }
  }
}
