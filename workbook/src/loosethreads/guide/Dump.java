// SPDX-License-Identifier: Apache-2.0
package loosethreads.guide;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import loosethreads.check.ProgramFile;
import loosethreads.check.Scratch;
import loosethreads.lesson.Lesson;
import loosethreads.proof.Within;

/**
 * A thread dump of the broken program that a chapter shows: a block {@code
 * [source,dump,after="…"]}, taken while the scenario plays, when it has printed a line that begins
 * like that; or {@code [source,dump,arguments="…"]}, of the program alone with these arguments.
 */
record Dump(Optional<String> after, List<String> arguments) {
  private static final Pattern BLOCK =
      Pattern.compile("\\[source,dump,(?:after=\"(?<after>[^\"]*)\"|arguments=\"([^\"]*)\")\\]");

  private static final Duration START_LIMIT = Duration.ofSeconds(30);
  private static final Pattern LISTENING = Pattern.compile("(?m)^\\w+ listening on .*$");
  private static final int SERVICES = 2;

  /** The one that the chapter asks for. */
  static Optional<Dump> in(String chapter) {
    return BLOCK
        .matcher(chapter)
        .results()
        .findFirst()
        .map(
            block ->
                new Dump(
                    Optional.ofNullable(block.group(1)),
                    block.group(2) == null ? List.of() : List.of(block.group(2).split(" ", -1))));
  }

  /** Runs the program alone, and takes the dump when it has said that its services listen. */
  List<String> take(Lesson lesson, ProgramFile program) throws Exception {
    try (var scratch = new Scratch();
        var folder = scratch.folder(lesson.folder())) {
      Path file = folder.path().resolve(lesson.fileName());
      Files.writeString(file, program.text());
      Path printed = folder.path().resolve("printed");
      List<String> line = new ArrayList<>();
      line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      line.add(file.toString());
      line.addAll(arguments);
      Process process =
          new ProcessBuilder(line)
              .redirectErrorStream(true)
              .redirectOutput(printed.toFile())
              .start();
      try {
        if (!Within.await(START_LIMIT, () -> listens(printed))) {
          throw new IOException(program.shown() + " does not listen");
        }
        return Jcmd.threads(process.pid());
      } finally {
        process.destroyForcibly().onExit().join();
      }
    }
  }

  private static boolean listens(Path printed) throws IOException {
    return LISTENING.matcher(Files.readString(printed)).results().count() == SERVICES;
  }
}
