// SPDX-License-Identifier: Apache-2.0
package loosethreads.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Until jbang and a lesson print their first line, beside jbang and a program of one line. */
final class FirstLineBench {
  private static final String HELLO =
      """
      //JAVA 25+
      class Hello {
        public static void main(String... arguments) {
          System.out.println("hello");
        }
      }
      """;

  private FirstLineBench() {}

  static Map<String, Object> run(Path checkout, Path folder, int times) throws Exception {
    Path hello = Files.writeString(folder.resolve("Hello.java"), HELLO);
    String lesson = "lesson3@" + checkout.resolve("jbang-catalog.json");
    List<Double> ours = new ArrayList<>();
    List<Double> theirs = new ArrayList<>();
    for (int i = -1; i < times; i++) { // the first compiles
      double first = firstLine(checkout, folder, hello.toString());
      double second = firstLine(checkout, folder, lesson);
      if (i >= 0) {
        theirs.add(first);
        ours.add(second);
      }
    }
    Figures lessonFigures = new Figures(ours);
    Figures helloFigures = new Figures(theirs);
    double more = lessonFigures.p50() - helloFigures.p50();
    System.out.printf("  jbang lesson3@catalog  %s%n", lessonFigures);
    System.out.printf("  jbang Hello.java       %s%n", helloFigures);
    System.out.printf("  more at p50            %,.0f ms%n", more);
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("jbang lesson3@catalog", lessonFigures.json());
    json.put("jbang Hello.java", helloFigures.json());
    json.put("more at p50 ms", Figures.rounded(more));
    return json;
  }

  private static double firstLine(Path checkout, Path folder, String what)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(checkout.resolve("build.sh").toString(), "jbang", "run", what)
            .directory(folder.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    long begin = System.nanoTime();
    Process process = builder.start();
    try {
      if (process.getInputStream().read() == -1) {
        throw new IllegalStateException(what + " printed nothing");
      }
      return (System.nanoTime() - begin) / 1e6;
    } finally {
      process.toHandle().destroy();
      process.waitFor();
    }
  }
}
