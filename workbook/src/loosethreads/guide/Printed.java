// SPDX-License-Identifier: Apache-2.0
package loosethreads.guide;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import loosethreads.lesson.Lesson;

/**
 * What is printed while a scenario plays, in whole lines. It can take a thread dump of the program
 * when a line comes, for then the program is where a chapter wants to show it.
 */
final class Printed {
  private static final int LIMIT_SECONDS = 30;

  private final List<String> lines = new ArrayList<>();
  private final Optional<String> trigger;
  private final FutureTask<List<String>> dump;
  private boolean triggered;

  /**
   * @param trigger what the line begins with that a dump is to follow, if one is wanted
   */
  Printed(Lesson lesson, Optional<String> trigger) {
    this.trigger = trigger;
    dump = new FutureTask<>(() -> Jcmd.threads(pid(lesson)));
  }

  /** The JVM below this one that runs the program's class, and not its scenario. */
  private static long pid(Lesson lesson) throws IOException {
    return ProcessHandle.current()
        .descendants()
        .filter(child -> arguments(child).contains(lesson.className()))
        .findFirst()
        .map(ProcessHandle::pid)
        .orElseThrow(() -> new IOException("no JVM runs " + lesson.className()));
  }

  private static List<String> arguments(ProcessHandle process) {
    return process.info().arguments().map(Arrays::asList).orElse(List.of());
  }

  /** A stream for one writer: two may write at once, and a line stays a line. */
  OutputStream stream() {
    return new Stream();
  }

  private final class Stream extends OutputStream {
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    @Override
    public void write(int b) {
      if (b == '\n') {
        add(line.toString(UTF_8));
        line.reset();
      } else {
        line.write(b);
      }
    }
  }

  private synchronized void add(String line) {
    lines.add(line);
    if (!triggered && trigger.filter(line::startsWith).isPresent()) {
      triggered = true;
      Thread.ofPlatform().name("loose-threads-dump").daemon().start(dump);
    }
  }

  synchronized List<String> lines() {
    return List.copyOf(lines);
  }

  /**
   * The dump.
   *
   * @throws Rehearsal.Unexpected if it was not time for it, or there was no JVM any more
   */
  List<String> dump() throws Rehearsal.Unexpected, InterruptedException {
    try {
      return dump.get(LIMIT_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new Rehearsal.Unexpected("no thread dump: " + e.getCause().getMessage());
    } catch (TimeoutException e) {
      throw new Rehearsal.Unexpected(
          "no thread dump: no line was like '%s'".formatted(trigger.orElse("")));
    }
  }
}
