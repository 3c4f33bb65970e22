///usr/bin/env jbang "$0" "$@" ; exit $?
// SPDX-License-Identifier: Apache-2.0
//JAVA 25+
//SOURCES Guide.java
//DEPS org.asciidoctor:asciidoctorj-revealjs:5.1.0
//DEPS org.asciidoctor:asciidoctorj-pdf:2.3.23

import java.nio.file.Path;
import java.util.Optional;
import loosethreads.guide.ClassroomTasks;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * The command line for the classroom. All that it is made of is the guide's, but for two libraries,
 * which who builds the guide need not wait for.
 */
@Command(
    name = "classroom",
    description = "Write what a class sees, from the same sources as the guide.",
    mixinStandardHelpOptions = true)
class Classroom {
  public static void main(String... arguments) {
    System.exit(new CommandLine(new Classroom()).execute(arguments));
  }

  @Command(description = "Write the slides: a reveal.js deck for each lesson.")
  int slides(
      @Option(
              names = "--reveal",
              required = true,
              paramLabel = "FOLDER",
              description = "The npm package of reveal.js.")
          Path reveal,
      @Parameters(paramLabel = "FOLDER", description = "Where to write them.") Path folder)
      throws Exception {
    return ClassroomTasks.slides(reveal, folder, System.out);
  }

  @Command(description = "Write the handouts: a PDF for each lesson.")
  int handout(
      @Option(names = "--with-solutions", description = "For the teacher: files of other names.")
          boolean withSolutions,
      @Option(names = "--font", paramLabel = "FILE", description = "A font for Chinese.")
          Optional<Path> font,
      @Parameters(paramLabel = "FOLDER", description = "Where to write them.") Path folder)
      throws Exception {
    return ClassroomTasks.handout(font, withSolutions, folder, System.out);
  }
}
