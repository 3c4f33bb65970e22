// SPDX-License-Identifier: Apache-2.0
package loosethreads.command;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import loosethreads.lifeline.Recording;
import loosethreads.lifeline.RecordingJson;
import loosethreads.lifeline.SvgPicture;
import loosethreads.lifeline.TraceEvents;
import picocli.CommandLine.Option;

/** The options that write what the threads did to files. */
final class Exports {
  @Option(names = "--svg", paramLabel = "FILE", description = "Write the picture as SVG.")
  private Path svg;

  @Option(names = "--json", paramLabel = "FILE", description = "Write what was recorded as JSON.")
  private Path json;

  @Option(
      names = "--trace",
      paramLabel = "FILE",
      description = "Write Trace Event Format, which Perfetto's viewer opens.")
  private Path trace;

  @Option(
      names = "--jfr",
      paramLabel = "FILE",
      description = "Write a flight recording, for Mission Control.")
  private Path jfr;

  /**
   * Looks before the program runs: nobody wants to learn after it that what it did has no place.
   *
   * @throws FileSystemException for the first file that can't be written
   */
  void mustBeWritable(Desk desk) throws FileSystemException {
    for (Path file : wanted()) {
      mustHaveFolder(desk.here().resolve(file), file);
      if (Files.isDirectory(desk.here().resolve(file))) {
        throw new FileSystemException(file.toString(), null, "it is a folder");
      }
    }
  }

  /** The files that the user named. */
  List<Path> wanted() {
    List<Path> wanted = new ArrayList<>(Arrays.asList(svg, json, trace, jfr));
    wanted.removeAll(Collections.singleton(null)); // no stream: somebody waits for the first line
    return wanted;
  }

  /**
   * @param shown how the user named the file
   */
  static void mustHaveFolder(Path file, Path shown) throws FileSystemException {
    if (!Files.isDirectory(file.toAbsolutePath().getParent())) {
      throw new FileSystemException(shown.toString(), null, "there is no such folder");
    }
  }

  /** The file for a flight recording, which the program's JVM writes. */
  Optional<Path> flight(Desk desk) {
    return Optional.ofNullable(jfr).map(desk.here()::resolve);
  }

  /** Writes the others. */
  void write(Desk desk, Recording recording) throws IOException {
    write(desk, svg, recording, SvgPicture::of);
    write(desk, json, recording, RecordingJson::of);
    write(desk, trace, recording, TraceEvents::of);
  }

  private static void write(
      Desk desk, Path file, Recording recording, Function<Recording, String> format)
      throws IOException {
    if (file != null) {
      Files.writeString(desk.here().resolve(file), format.apply(recording));
    }
  }
}
