// SPDX-License-Identifier: Apache-2.0
package loosethreads.proof;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import loosethreads.proof.agent.Agent;
import loosethreads.proof.agent.Ledger;
import loosethreads.proof.agent.Observer;
import loosethreads.proof.agent.Rehearsal;
import loosethreads.proof.agent.SystemThreads;

/** The jar that {@code -javaagent} needs, made from classes of the class path. */
public final class AgentJar {
  static final String NAME = "loose-threads-agent.jar";

  private AgentJar() {}

  /**
   * The options that make a JVM load an agent.
   *
   * @param argument the agent's; may be empty
   */
  public static List<String> options(Path jar, String argument) {
    return List.of(
        // The JDK's Thread calls the agent, so it must be where the JDK's classes are looked for.
        // Named in the jar's manifest, that would make the JVM do without its archives of classes.
        "-Xbootclasspath/a:" + jar,
        "-javaagent:" + jar + (argument.isEmpty() ? "" : "=" + argument));
  }

  /** The agent of this library, in the folder. */
  static Path in(Path folder) throws IOException {
    return write(
        folder.resolve(NAME),
        Agent.class,
        List.of(
            Ledger.class, Observer.class, Rehearsal.class, SystemThreads.class, LiveThread.class));
  }

  /**
   * Writes the jar.
   *
   * @param agent the class with {@code premain}
   * @param others what it needs besides; a class comes with those that are nested in it
   * @return the jar
   */
  public static Path write(Path jar, Class<?> agent, List<Class<?>> others) throws IOException {
    Manifest manifest = new Manifest();
    Attributes main = manifest.getMainAttributes();
    main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    main.putValue("Premain-Class", agent.getName());
    main.putValue("Can-Retransform-Classes", "true");
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file, manifest)) {
      out.setLevel(0);
      add(out, agent);
      for (Class<?> other : others) {
        add(out, other);
      }
    }
    return jar;
  }

  private static void add(JarOutputStream out, Class<?> type) throws IOException {
    for (Class<?> member : type.getNestMembers()) {
      add(out, member.getName().replace('.', '/') + ".class");
    }
  }

  private static void add(JarOutputStream out, String entry) throws IOException {
    try (InputStream bytes = ClassLoader.getSystemResourceAsStream(entry)) {
      if (bytes == null) {
        throw new IOException(entry + " is not on the class path");
      }
      out.putNextEntry(new ZipEntry(entry));
      bytes.transferTo(out);
      out.closeEntry();
    }
  }
}
