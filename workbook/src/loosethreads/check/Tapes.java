// SPDX-License-Identifier: Apache-2.0
package loosethreads.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import loosethreads.lifeline.Mark;
import loosethreads.lifeline.RecorderJar;
import loosethreads.lifeline.Recording;

/**
 * What a run records: the JVM that plays the scenario, and that of the program, if the scenario
 * starts one. Else it calls the program, and the first is the program's JVM too.
 */
record Tapes(RecorderJar recorder, Path stage, Path program) {
  static Tapes in(Path folder) throws IOException {
    return new Tapes(
        RecorderJar.in(folder), folder.resolve("stage.tape"), folder.resolve("program.tape"));
  }

  String stageOption() {
    return recorder.option(stage);
  }

  String programOption() {
    return recorder.option(program);
  }

  /**
   * What the program's threads did, with what the scenario saw.
   *
   * @param found the end of the story, in a few words
   * @return empty if the JVM did not come to record
   */
  Optional<Recording> recording(String title, String found) {
    try {
      Recording seen = RecorderJar.read(stage, title, Optional.empty());
      return Optional.of(
          Files.exists(program)
              ? told(RecorderJar.read(program, title, Optional.empty()), seen, found)
              : told(seen, seen, found));
    } catch (IOException noTape) {
      return Optional.empty();
    }
  }

  private static Recording told(Recording program, Recording stage, String found) {
    long later = Duration.between(program.begun(), stage.begun()).toNanos();
    List<Mark> marks = new ArrayList<>(program.marks());
    marks.removeIf(m -> m.kind() == Mark.Kind.NOTE);
    stage.marks().stream()
        .filter(m -> m.kind() == Mark.Kind.NOTE)
        .map(m -> new Mark(Math.max(0, m.at() + later), m.kind(), m.text()))
        .forEach(marks::add);
    long last = marks.stream().mapToLong(Mark::at).reduce(program.length(), Math::max);
    if (program.marks().stream().anyMatch(m -> m.kind() == Mark.Kind.SHUTDOWN)) {
      marks.add(new Mark(program.length(), Mark.Kind.EXIT, "the JVM ended"));
    }
    marks.sort(Comparator.comparingLong(Mark::at));
    marks.add(new Mark(last, Mark.Kind.FOUND, found));
    return program.with(marks);
  }
}
