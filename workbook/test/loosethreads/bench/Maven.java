// SPDX-License-Identifier: Apache-2.0
package loosethreads.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import loosethreads.bench.SaveBench.Saved;
import loosethreads.lesson.Lesson;
import loosethreads.lesson.Lessons;

/** The same program and proofs in a project of Maven's. */
final class Maven {
  private static final Pattern TEST_TIME = Pattern.compile("<testcase [^>]*time=\"([0-9.,]+)\"");

  private final Path project;
  private final Path program;

  /** Makes the project, and lets Maven fetch what it needs. */
  Maven(Path project, Lessons lessons, Lesson lesson) throws Exception {
    this.project = project;
    program = project.resolve("src/main/java/" + lesson.fileName());
    write(program, lessons.solution(lesson));
    write(
        project.resolve("src/test/java/" + lesson.proofsName() + ".java"), lessons.proofs(lesson));
    write(project.resolve("pom.xml"), pom());
    mvn("-q", "test");
  }

  Saved save(String text) throws Exception {
    write(program, text);
    long begin = System.nanoTime();
    mvn("-o", "-q", "test");
    return new Saved((System.nanoTime() - begin) / 1e6, proofsMillis());
  }

  private void mvn(String... arguments) throws IOException, InterruptedException {
    List<String> line = new ArrayList<>(List.of("mvn", "-B"));
    line.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(line).directory(project.toFile()).redirectErrorStream(true);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    Process process = builder.start();
    try {
      String said = new String(process.getInputStream().readAllBytes(), UTF_8);
      if (process.waitFor() != 0) {
        throw new IllegalStateException(String.join(" ", line) + " failed:\n" + said);
      }
    } finally {
      process.destroy();
    }
  }

  private double proofsMillis() throws IOException {
    double seconds = 0;
    try (Stream<Path> reports = Files.list(project.resolve("target/surefire-reports"))) {
      for (Path report : reports.filter(f -> f.toString().endsWith(".xml")).toList()) {
        var times = TEST_TIME.matcher(Files.readString(report));
        while (times.find()) {
          seconds += Double.parseDouble(times.group(1));
        }
      }
    }
    return seconds * 1000;
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static String pom() {
    String jar =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(p -> p.endsWith("Workbook.jar"))
            .findFirst()
            .orElseThrow();
    return """
    <project>
      <modelVersion>4.0.0</modelVersion>
      <groupId>bench</groupId><artifactId>bench</artifactId><version>1</version>
      <properties>
        <maven.compiler.release>%1$s</maven.compiler.release>
        <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
      </properties>
      <dependencies>
        <dependency>
          <groupId>org.junit.jupiter</groupId><artifactId>junit-jupiter</artifactId>
          <version>%2$s</version><scope>test</scope>
        </dependency>
        <dependency>
          <groupId>bench</groupId><artifactId>proof</artifactId><version>1</version>
          <scope>system</scope><systemPath>%3$s</systemPath>
        </dependency>
      </dependencies>
      <build><plugins>
        <plugin>
          <artifactId>maven-compiler-plugin</artifactId><version>3.14.0</version>
          <configuration>
            <compilerArgs><arg>--enable-preview</arg></compilerArgs>
          </configuration>
        </plugin>
        <plugin>
          <artifactId>maven-surefire-plugin</artifactId><version>3.5.3</version>
          <configuration>
            <argLine>--enable-preview</argLine>
            <includes><include>*Proofs.java</include></includes>
          </configuration>
        </plugin>
      </plugins></build>
    </project>
    """
        .formatted(
            Runtime.version().feature(),
            org.junit.jupiter.api.Test.class.getPackage().getImplementationVersion(),
            jar);
  }
}
