// SPDX-License-Identifier: Apache-2.0
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import loosethreads.proof.Http;
import loosethreads.proof.LiveThread;
import loosethreads.proof.Program;
import loosethreads.proof.ProofFailure;
import loosethreads.proof.Scenario;
import loosethreads.proof.Stage;
import loosethreads.proof.Within;

/** Searches, and looks at what stays of the searches that were answered. */
public class Lesson5Scenario implements Scenario {
  @Override
  public void play(Stage stage) throws Exception {
    try (var program = stage.start("Lesson5", "0", "0")) {
      URI app = program.address("app");
      URI debug = program.address("debug");
      Set<Long> before = program.threads().stream().map(LiveThread::id).collect(Collectors.toSet());
      search(stage, app, 2);
      left(program, before);
      stage.say("GET /debug/threads, a second later:");
      show(Http.get(debug, "/debug/threads").body());
      search(stage, app, 48);
      List<LiveThread> left = left(program, before);
      if (!left.isEmpty()) {
        throw ProofFailure.leaked(
            "50 requests were answered a second ago; of these, %d threads are still there"
                .formatted(left.size()),
            left);
      }
      stage.say("no thread of the 50 requests is left; SIGTERM");
      program.terminate();
      stage.say("exit status " + program.awaitExit(Within.seconds(3)).status());
    }
  }

  private static void search(Stage stage, URI app, int times) throws Exception {
    for (int i = 1; i <= times; i++) {
      String answer = Http.get(app, "/search?q=java").body();
      if (i == 1) {
        stage.say("GET /search?q=java, %d times: %s".formatted(times, answer));
      }
    }
  }

  private static List<LiveThread> left(Program program, Set<Long> before) throws Exception {
    Within.await(Duration.ofSeconds(1), () -> working(program, before).isEmpty());
    return working(program, before);
  }

  private static List<LiveThread> working(Program program, Set<Long> before) {
    return program.threads().stream()
        .filter(t -> !before.contains(t.id()) && t.line().isPresent() && !t.isIdleWorker())
        .toList();
  }

  /** The groups that are in the program's own methods, without the one that makes the page. */
  private static void show(String page) {
    List<String> groups =
        Stream.of(page.split("\\R{2,}"))
            .filter(group -> group.contains("Lesson5.") && !group.contains("dumpThreads"))
            .toList();
    if (groups.isEmpty()) {
      System.out.println("(no thread is in a method of Lesson5)");
    }
    groups.stream().flatMap(String::lines).limit(24).forEach(System.out::println);
  }
}
