// SPDX-License-Identifier: Apache-2.0
package loosethreads.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import loosethreads.SmallLesson;
import loosethreads.check.Verdict;
import loosethreads.lesson.Lesson;
import loosethreads.lesson.Workspace;
import loosethreads.proof.Folders;
import loosethreads.session.Session;
import loosethreads.session.Standing;

/**
 * Ends sessions at random moments, again and again, while an editor saves, and looks at what they
 * leave; saves faster than anything can be judged; fills the disk. Arguments: how many sessions are
 * ended, 200 if it is missing; then the seed of an earlier run, for the same moments.
 */
final class SessionSoakMain {
  /** Each is two or three JVMs, busy most of the time. */
  private static final int AT_ONCE = 4;

  /** What an editor saves, and what the proofs say of it. */
  private record Saved(String text, Verdict verdict) {}

  private static final List<Saved> PROGRAMS =
      List.of(
          new Saved(SmallLesson.BROKEN, Verdict.LEAKED),
          new Saved(SmallLesson.FIXED, Verdict.PASS),
          new Saved(SmallLesson.HANGS, Verdict.HUNG),
          new Saved("no program", Verdict.DOES_NOT_COMPILE));

  /** From a start to the picture, where little else runs; in milliseconds. */
  private static final int MOMENTS = 8000;

  private static final int SAVES = 1000;

  private static final int SAVE_EACH_MILLIS = 10;

  private final List<String> wrong = Collections.synchronizedList(new ArrayList<>());
  private final long seed;

  private SessionSoakMain(long seed) {
    this.seed = seed;
  }

  public static void main(String... arguments) throws Exception {
    int kills = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 200;
    long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : System.nanoTime();
    System.out.printf("%d sessions are ended at random moments; seed %d%n", kills, seed);
    var soak = new SessionSoakMain(seed);
    soak.kill(kills);
    soak.manySaves();
    soak.fullDisk();
    soak.wrong.forEach(System.out::println);
    System.out.printf("%d wrong%n", soak.wrong.size());
    System.exit(soak.wrong.isEmpty() ? 0 : 1);
  }

  /**
   * A workspace of its own, and the tool.
   *
   * @param copy what the workspace has before anybody saves
   */
  private record Place(Path folder, Tools tools, Lesson lesson, Workspace workspace, Saved copy)
      implements AutoCloseable {
    static Place make() throws Exception {
      Path folder = Files.createTempDirectory("session-soak-");
      Tools tools =
          new Tools(
              Files.createDirectory(folder.resolve("here")),
              Files.createDirectory(folder.resolve("temporary")),
              Files.createDirectory(folder.resolve("lesson")));
      Lesson lesson = new SmallLesson(tools.lesson()).lesson();
      Workspace workspace = new Workspace(tools.here());
      Workspace.create(tools.here(), new SmallLesson(tools.lesson()).lessons());
      String copy = Files.readString(workspace.program(lesson));
      return new Place(folder, tools, lesson, workspace, new Saved(copy, Verdict.LEAKED));
    }

    Screenful open() throws IOException {
      return Screenful.open(tools, Files.createDirectory(folder.resolve("terminal")));
    }

    void save(String text) throws IOException {
      Files.writeString(workspace.program(lesson), text);
    }

    Session session() throws IOException {
      return Session.in(workspace, new SmallLesson(tools.lesson()).lessons());
    }

    @Override
    public void close() {
      Folders.delete(folder);
    }
  }

  private void kill(int times) throws Exception {
    List<Killing> ways = List.of(Killing.values());
    try (ExecutorService workers =
        Executors.newFixedThreadPool(
            AT_ONCE, Thread.ofPlatform().name("session-soak-", 1).factory())) {
      List<Future<?>> underWay = new ArrayList<>();
      for (int i = 1; i <= times; i++) {
        int number = i;
        underWay.add(
            workers.submit(
                () -> {
                  kill(number, ways.get(number % ways.size()));
                  return null;
                }));
      }
      for (Future<?> kill : underWay) {
        kill.get();
      }
    }
  }

  private void kill(int number, Killing killing) throws Exception {
    var random = new Random(seed + number);
    try (Place place = Place.make()) {
      // A verdict that must survive.
      place.session().record(place.lesson(), SmallLesson.FIXED, Verdict.PASS);
      try (Screenful screen = place.open()) {
        screen.tool();
        int moment = random.nextInt(MOMENTS);
        int change = random.nextInt(MOMENTS);
        if (change < moment) {
          wait(screen, change);
          // In JShell Ctrl-C ends what runs there, and not the session.
          if (killing != Killing.CTRL_C && random.nextInt(4) == 0) {
            screen.type("e");
          } else {
            place.save(PROGRAMS.get(random.nextInt(PROGRAMS.size())).text());
          }
        }
        wait(screen, change < moment ? moment - change : moment);
        List<String> problems = killing.problems(screen);
        place.tools().startAgain();
        Tools.entries(place.tools().temporary())
            .forEach(entry -> problems.add("still there: " + entry));
        problems.addAll(ofProgress(place));
        System.out.printf("%3d %-7s %4d ms %s%n", number, killing, moment, problems);
        problems.forEach(
            p -> wrong.add("%d, %s: %s%n%s".formatted(number, killing, p, screen.sent())));
      }
    }
  }

  /** Lets it go on for so long. */
  private static void wait(Screenful screen, int millis) throws InterruptedException {
    if (screen.script().waitFor(millis, TimeUnit.MILLISECONDS)) {
      throw new IllegalStateException("it ended by itself:\n" + screen.sent());
    }
  }

  /** The verdict before, or that on what was saved last. */
  private static List<String> ofProgress(Place place) throws IOException {
    List<String> problems = new ArrayList<>();
    Session session = place.session();
    session.trouble().ifPresent(problems::add);
    if (!session.hasPassed(place.lesson())) {
      problems.add("the pass is forgotten");
    }
    boolean isRight =
        Stream.concat(PROGRAMS.stream(), Stream.of(place.copy()))
            .anyMatch(
                saved -> {
                  Standing standing = session.standing(place.lesson(), saved.text());
                  return !standing.programChanged()
                      && standing.verdict().equals(Optional.of(saved.verdict()));
                });
    if (!isRight) {
      problems.add(Files.readString(place.workspace().memory().resolve("progress.txt")));
    }
    return problems;
  }

  /** Without room for the progress the verdict is there, and a word. */
  private void fullDisk() throws Exception {
    try (Place place = Place.make()) {
      Path memory = Files.createDirectories(place.workspace().memory());
      List<String> line =
          place
              .tools()
              .mounting(
                  "mount -t tmpfs -o size=4k tmpfs '%1$s' && head -c 4k /dev/zero > '%1$s/all'"
                      .formatted(memory));
      line.addAll(place.tools().line());
      Path terminal = Files.createDirectory(place.folder().resolve("terminal"));
      try (Screenful screen = Screenful.open(place.tools().here(), terminal, line)) {
        screen.await("LEAKED, 1 of 2 proofs hold");
        screen.await("Can't write down that verdict:");
        screen.await("device)."); // the end of why, wherever its lines break
        place.save(SmallLesson.FIXED);
        screen.await("PASS, all 2 proofs hold");
        screen.type("d");
        screen.await("is the solution, line by line.");
        screen.type("qq");
        if (screen.awaitEnd() != 0) {
          wrong.add("on a full disk:\n" + screen.sent());
        }
      }
      System.out.println("On a full disk the verdicts are there");
    }
  }

  /** The last of many saves is what is judged in the end. */
  private void manySaves() throws Exception {
    String last = SmallLesson.FIXED + "// the last";
    try (Place place = Place.make();
        Screenful screen = place.open()) {
      screen.await("LEAKED, 1 of 2 proofs hold");
      for (int number = 1; number < SAVES; number++) {
        place.save(SmallLesson.BROKEN + "// " + number);
        wait(screen, SAVE_EACH_MILLIS);
      }
      place.save(last);
      screen.await("PASS, all 2 proofs hold");
      if (!place.session().standing(place.lesson(), last).passes()) {
        wrong.add("the last of %d saves is not what counts".formatted(SAVES));
      }
      screen.type("q");
      screen.awaitEnd();
    }
    System.out.printf("%d saves, %d ms apart: the last has its verdict%n", SAVES, SAVE_EACH_MILLIS);
  }
}
