// SPDX-License-Identifier: Apache-2.0
package loosethreads.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import loosethreads.lifeline.RecorderJar;
import loosethreads.proof.ChildJvm;
import loosethreads.proof.QuickStart;
import loosethreads.proof.QuickStart.Purpose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The tests are run after a training, with the tool in a jar as its users have it. */
class TrainingTest {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  /** What a program prints with this name as its class: nothing but its address. */
  private static final String PRINTED = "app listening on http://127.0.0.1:\\d+/\n";

  private final QuickStart place = Training.place().orElseThrow();

  @TempDir private Path folder;

  @ParameterizedTest(name = "{0}")
  @EnumSource
  void a_recorded_jvm_starts_with_what_was_learned(Purpose purpose) throws Exception {
    // With this option a JVM that can't use its cache does not start.
    List<String> options = new ArrayList<>(List.of("-XX:AOTMode=on"));
    options.addAll(RecorderJar.in(folder).options(folder.resolve("tape"), Optional.empty()));
    run(options, place.use(purpose));
  }

  @Test
  void a_damaged_cache_is_passed_over_in_silence() throws Exception {
    QuickStart damaged = QuickStart.in(folder.resolve("place"));
    Files.writeString(damaged.cache(Purpose.PROGRAM), "damaged");
    run(List.of(), damaged.use(Purpose.PROGRAM));
  }

  @Test
  void a_training_leaves_its_caches_and_nothing_else() throws IOException {
    try (Stream<Path> files = Files.list(place.folder())) {
      assertEquals(
          "loose-threads-agent.jar ours.aot program.aot",
          files.map(f -> f.getFileName().toString()).sorted().collect(Collectors.joining(" ")));
    }
  }

  private void run(List<String> options, QuickStart.Use use) throws Exception {
    var command =
        new ChildJvm.Command(
            folder,
            "128m",
            options,
            Training.classPath(),
            RehearsedProgram.class.getName(),
            List.of(),
            OutputStream.nullOutputStream(),
            OutputStream.nullOutputStream(),
            Optional.of(use));
    try (ChildJvm child = ChildJvm.start(command)) {
      assertTrue(child.awaitEnd(LIMIT), "it does not end");
      assertEquals("", child.stderr());
      assertTrue(child.stdout().matches(PRINTED), child.stdout());
    }
  }
}
