// SPDX-License-Identifier: Apache-2.0
package loosethreads.check;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import loosethreads.proof.ChildJvm;
import loosethreads.proof.QuickStart;
import loosethreads.proof.QuickStart.Purpose;

/**
 * Makes the {@link QuickStart} of the JVMs that this tool starts. It is kept beside the tool's jar,
 * in a folder {@code quickstart-…} for this JDK and these jars, and goes with the jar.
 */
public final class Training {
  /** It takes two to three seconds where nothing else runs. */
  private static final Duration LIMIT = Duration.ofMinutes(1);

  private static final String HEAP = "256m";

  private Training() {}

  /**
   * The quick start of this tool; empty if the tool is in no jar, or beside it nobody may write.
   */
  static Optional<QuickStart> place() {
    Path home = home();
    if (!Files.isRegularFile(home)) {
      return Optional.empty();
    }
    try {
      return Optional.of(QuickStart.in(home.resolveSibling("quickstart-" + key())));
    } catch (IOException notWritable) {
      return Optional.empty();
    }
  }

  private static Path home() {
    try {
      return Path.of(Training.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** All that a cache depends on: where one of these differs, the JVM would refuse it. */
  private static String key() throws IOException {
    StringBuilder all = new StringBuilder();
    all.append(Runtime.version()).append(System.getProperty("java.home"));
    for (Path jar : jars()) {
      all.append(jar).append(Files.size(jar)).append(Files.getLastModifiedTime(jar));
    }
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(all.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  /** The begin of our class path, up to its first folder: a JVM can't learn what is in folders. */
  private static List<Path> jars() {
    return classPath().stream().takeWhile(Files::isRegularFile).toList();
  }

  /** The class path of this JVM. */
  static List<Path> classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(p -> Path.of(p).toAbsolutePath())
        .toList();
  }

  /** The class path of this JVM, and after it what was compiled. */
  static List<Path> classPathWith(Path classes) {
    return Stream.concat(classPath().stream(), Stream.of(classes)).toList();
  }

  /** Trains what is not trained yet. If that fails, all starts as it did before. */
  public static void run() throws IOException, InterruptedException {
    Optional<QuickStart> place = place();
    if (place.isPresent()) {
      try (Scratch scratch = new Scratch()) {
        run(place.get(), scratch);
      }
    }
  }

  static void run(QuickStart place, Scratch scratch) throws IOException, InterruptedException {
    for (Purpose purpose : Purpose.values()) {
      if (!Files.exists(place.cache(purpose))) {
        try (Scratch.Folder folder = scratch.folder("training")) {
          train(place, purpose, folder.path());
        }
      }
    }
  }

  private static void train(QuickStart place, Purpose purpose, Path folder)
      throws IOException, InterruptedException {
    Path made = folder.resolve("cache");
    var job =
        new ProofsJob(
            Rehearsed.class.getName(),
            folder.resolve("log"),
            Checker.Extent.ALL,
            Limits.USUAL.proof(),
            List.of());
    boolean ours = purpose == Purpose.OURS;
    var command =
        new ChildJvm.Command(
            Files.createDirectory(folder.resolve("run")),
            HEAP,
            List.of(),
            ours ? jars() : List.of(home()),
            (ours ? ProofsMain.class : RehearsedProgram.class).getName(),
            List.of(),
            OutputStream.nullOutputStream(),
            OutputStream.nullOutputStream(),
            Optional.of(place.train(purpose, made)));
    try (ChildJvm child = ChildJvm.startWaiting(command)) {
      child.tell(job.written());
      if (child.awaitEnd(LIMIT) && Files.exists(made)) {
        install(made, place.cache(purpose));
      }
    }
  }

  /** As a whole or not at all; the folder for temporary files may be on another disk. */
  private static void install(Path made, Path cache) throws IOException {
    Path beside = Files.createTempFile(cache.getParent(), "", ".part");
    try {
      Files.copy(made, beside, StandardCopyOption.REPLACE_EXISTING);
      Files.move(beside, cache, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(beside);
    }
  }
}
