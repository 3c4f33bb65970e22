// SPDX-License-Identifier: Apache-2.0
package loosethreads.guide;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jdk.jshell.tool.JavaShellToolBuilder;
import loosethreads.check.Explorer;
import loosethreads.check.ProgramFile;
import loosethreads.lesson.Lesson;
import loosethreads.lesson.Lessons;
import loosethreads.proof.Within;

/**
 * What a chapter shows of a session in JShell, as the command {@code explore} opens it: blocks
 * {@code [source,jshell]}, or {@code [source,jshell,program=solution]}. In what JShell answers,
 * {@code …} stands for any part of a line, and a line {@code …} for any number of lines.
 */
public record Transcript(boolean ofSolution, List<Exchange> exchanges) {
  /** What is typed, without prompts, and what JShell answers, without empty lines at its end. */
  public record Exchange(String typed, String answer) {
    @Override
    public String toString() {
      return PROMPT + typed.replace("\n", "\n" + CONTINUED) + "\n" + answer;
    }

    private boolean allows(Exchange actual) {
      String regex =
          answer
              .lines()
              .map(line -> line.equals(VARIES) ? "(.*\n)*" : pattern(line) + "\n")
              .collect(Collectors.joining());
      return typed.equals(actual.typed) && (actual.answer + "\n").matches("(?m)" + regex + "\n*");
    }

    private static String pattern(String line) {
      return Arrays.stream(line.split(VARIES, -1))
          .map(Pattern::quote)
          .collect(Collectors.joining(".*"));
    }
  }

  private static final String PROMPT = "jshell> ";
  private static final String CONTINUED = "   ...> ";
  private static final String VARIES = "…";

  private static final Pattern BLOCK =
      Pattern.compile("(?ms)^\\[source,jshell(,program=solution)?\\]\n----\n(.*?)\n----$");

  /** For JShell's start, however busy the machine. */
  private static final Duration START_LIMIT = Duration.ofSeconds(60);

  /** For the tool to see that its JVM for snippets is gone. */
  private static final Duration END_LIMIT = Duration.ofSeconds(10);

  public Transcript {
    exchanges = List.copyOf(exchanges);
  }

  /** All of a chapter, in their order. */
  public static List<Transcript> in(String chapter) {
    return BLOCK
        .matcher(chapter)
        .results()
        .map(block -> new Transcript(block.group(1) != null, exchanges(block.group(2))))
        .toList();
  }

  /** What was before the first prompt belongs to nobody. */
  private static List<Exchange> exchanges(String session) {
    List<Exchange> exchanges = new ArrayList<>();
    for (String part : session.split("(?m)^" + PROMPT, -1)) {
      List<String> lines = part.lines().toList();
      int answer = 1;
      while (answer < lines.size() && lines.get(answer).startsWith(CONTINUED)) {
        answer++;
      }
      String typed =
          lines.stream()
              .limit(answer)
              .map(line -> line.replace(CONTINUED, ""))
              .collect(Collectors.joining("\n"));
      String rest = lines.stream().skip(answer).collect(Collectors.joining("\n"));
      exchanges.add(new Exchange(typed.stripTrailing(), rest.stripTrailing()));
    }
    return exchanges.subList(1, exchanges.size());
  }

  /**
   * Types it, and compares.
   *
   * @param limit for all that is typed; who does not answer in time is ended
   * @return the first exchange that is not as the chapter has it, with both answers
   */
  public Optional<String> refute(Lessons lessons, Lesson lesson, Duration limit) throws Exception {
    List<Exchange> actual = exchanges(replay(lessons, lesson, limit));
    for (int i = 0; i < exchanges.size(); i++) {
      Exchange shown = exchanges.get(i);
      if (i >= actual.size() || !shown.allows(actual.get(i))) {
        return Optional.of(
            "The chapter of %s shows%n%s%n%nJShell shows%n%s"
                .formatted(
                    lesson.folder(), shown, i < actual.size() ? actual.get(i) : "nothing more"));
      }
    }
    return Optional.empty();
  }

  private String replay(Lessons lessons, Lesson lesson, Duration limit) throws Exception {
    String text = ofSolution ? lessons.solution(lesson) : lessons.broken(lesson);
    String typed = exchanges.stream().map(e -> e.typed + "\n").collect(Collectors.joining());
    var out = new ByteArrayOutputStream();
    Thread tool;
    try (var explorer = new Explorer(lessons, lesson, new ProgramFile(lesson.fileName(), text))) {
      tool =
          Thread.ofPlatform()
              .name("loose-threads-transcript")
              .daemon()
              .start(() -> type(typed, explorer.arguments(), out));
      Within.await(START_LIMIT, () -> !tool.isAlive() || out.toString(UTF_8).contains(PROMPT));
      var _ = tool.join(limit);
    }
    tool.join(END_LIMIT); // a snippet that does not end has been ended with its JVM
    return out.toString(UTF_8);
  }

  private static void type(String typed, List<String> arguments, ByteArrayOutputStream to) {
    var in = new ByteArrayInputStream(typed.getBytes(UTF_8));
    var out = new PrintStream(to, true, UTF_8);
    try {
      JavaShellToolBuilder.builder()
          .in(in, null)
          .out(out)
          .err(out)
          .persistence(new HashMap<>())
          .start(arguments.toArray(String[]::new));
    } catch (Exception e) {
      out.println(e);
    }
  }
}
