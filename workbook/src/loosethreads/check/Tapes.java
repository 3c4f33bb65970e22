// SPDX-License-Identifier: Apache-2.0
package loosethreads.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import loosethreads.lifeline.Mark;
import loosethreads.lifeline.Phrase;
import loosethreads.lifeline.RecorderJar;
import loosethreads.lifeline.Recording;

/**
 * What a run records: the JVM that plays the scenario, and that of the program, if the scenario
 * starts one. Else it calls the program, and the first is the program's JVM too.
 */
record Tapes(RecorderJar recorder, Path folder, Optional<Path> flight) {
  private static final String STAGE = "stage";
  private static final String PROGRAM = "program";

  /**
   * @param flight the file for a flight recording of the program's JVM, if there is to be one
   */
  static Tapes in(Path folder, Optional<Path> flight) throws IOException {
    return new Tapes(RecorderJar.in(folder), folder, flight);
  }

  List<String> stageOptions() {
    return options(STAGE);
  }

  List<String> programOptions() {
    return options(PROGRAM);
  }

  private List<String> options(String name) {
    return recorder.options(tape(name), flight.map(file -> flight(name)));
  }

  private Path tape(String name) {
    return folder.resolve(name + ".tape");
  }

  private Path flight(String name) {
    return folder.resolve(name + ".jfr");
  }

  private boolean hasProgram() {
    return Files.exists(tape(PROGRAM));
  }

  /** Puts the flight recording where it was asked for. */
  void saveFlight() throws IOException {
    if (flight.isPresent()) {
      Path recorded = flight(hasProgram() ? PROGRAM : STAGE);
      Files.copy(recorded, flight.get(), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /**
   * What the program's threads did, with what the scenario saw.
   *
   * @param found the end of the story, in a few words
   * @return empty if the JVM did not come to record
   */
  Optional<Recording> recording(String title, String found) {
    try {
      Recording seen = RecorderJar.read(tape(STAGE), title, Optional.empty());
      return Optional.of(hasProgram() ? ofTheProgram(title, seen) : ofTheStage(seen))
          .map(r -> r.plus(r.begun(), List.of(new Mark(r.length(), Mark.Kind.FOUND, found))));
    } catch (IOException noTape) {
      return Optional.empty();
    }
  }

  /** The program's methods were called there; but its main thread is the scenario's. */
  private static Recording ofTheStage(Recording seen) {
    return seen.with(seen.lifelines().stream().filter(l -> l.creator() != 0).toList());
  }

  private Recording ofTheProgram(String title, Recording seen) throws IOException {
    Recording own = RecorderJar.read(tape(PROGRAM), title, Optional.empty());
    List<Mark> end =
        own.shutDown()
            ? List.of(new Mark(own.length(), Mark.Kind.EXIT, Phrase.JVM_ENDED.english()))
            : List.of();
    List<Mark> notes = seen.marks().stream().filter(m -> m.kind() == Mark.Kind.NOTE).toList();
    return own.plus(own.begun(), end).plus(seen.begun(), notes);
  }
}
