// SPDX-License-Identifier: Apache-2.0
package loosethreads.proof;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import loosethreads.proof.agent.Rehearsal;

/**
 * Files with which child JVMs start in a fraction of the time, in a folder that stays: the agent's
 * jar, and AOT caches of the JVM, which hold for that jar at that place. A cache that is missing,
 * damaged or another JVM's costs time, and nothing else.
 */
public record QuickStart(Path folder) {
  /** Tells a JVM of ours, as a system property, where the folder is. */
  private static final String PROPERTY = "loosethreads.quickstart";

  /** What a JVM is started for; each has a cache of its own. */
  public enum Purpose {
    /** Something of ours, with our class path and perhaps more behind it. */
    OURS,
    /** A program, with a class path of its own. */
    PROGRAM
  }

  /**
   * The one in the folder, where it puts what can be had at once.
   *
   * @throws IOException if the folder can't be written to
   */
  public static QuickStart in(Path folder) throws IOException {
    QuickStart made = new QuickStart(folder);
    if (!Files.exists(made.agent())) {
      Files.createDirectories(folder);
      Path own = Files.createTempDirectory(folder, "agent-");
      try {
        Path jar = AgentJar.in(own);
        // The same for all who may be writing it just now: the caches hold for this time.
        Files.setLastModifiedTime(jar, FileTime.fromMillis(0));
        Files.move(jar, made.agent(), StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Folders.delete(own);
      }
    }
    return made;
  }

  /** The one that this JVM was told of when it was started. */
  static Optional<QuickStart> handedOn() {
    return Optional.ofNullable(System.getProperty(PROPERTY)).map(f -> new QuickStart(Path.of(f)));
  }

  /** The option that tells another JVM of it, which will start programs. */
  public String handOn() {
    return "-D" + PROPERTY + "=" + folder;
  }

  private Path agent() {
    return folder.resolve(AgentJar.NAME);
  }

  /** Where the cache for such JVMs is, if it was trained. */
  public Path cache(Purpose purpose) {
    return folder.resolve(purpose.name().toLowerCase(Locale.ROOT) + ".aot");
  }

  /** For a JVM that uses what there is. */
  public Use use(Purpose purpose) {
    return new Use(this, purpose, Optional.empty());
  }

  /** For a JVM that runs a rehearsal, and leaves a cache in this file. */
  public Use train(Purpose purpose, Path into) {
    return new Use(this, purpose, Optional.of(into));
  }

  /**
   * How one JVM is started with it.
   *
   * @param training where the JVM is to put a new cache, if it is started for that
   */
  public record Use(QuickStart files, Purpose purpose, Optional<Path> training) {
    /** The options of the JVM; no other agent's may precede them. */
    List<String> options(String agentArgument) {
      List<String> options = new ArrayList<>();
      if (training.isPresent()) {
        // Not with the agent itself: JDK 25 crashes.
        options.add("-Xbootclasspath/a:" + files.agent());
        options.add("-XX:AOTCacheOutput=" + training.get());
        return options;
      }
      options.addAll(AgentJar.options(files.agent(), agentArgument));
      Path cache = files.cache(purpose);
      if (Files.exists(cache)) {
        options.add("-XX:AOTCache=" + cache);
        options.add("-Xlog:aot=off"); // a program's output is looked at: no complaints there
      }
      return options;
    }

    /** The class path with its option, and what must come before the main class. */
    List<String> classPath(List<Path> classPath, String agentArgument) {
      if (training.isEmpty()) {
        return List.of("-cp", joined(classPath));
      }
      // It learns no classes from folders, and a program's class path is another each time.
      boolean ours = purpose == Purpose.OURS;
      return List.of(
          "-cp",
          ours ? joined(classPath) : "",
          Rehearsal.class.getName(),
          agentArgument,
          ours ? "" : joined(classPath));
    }
  }

  static String joined(List<Path> classPath) {
    return classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }
}
