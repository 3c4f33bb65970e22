// SPDX-License-Identifier: Apache-2.0
package loosethreads.proof;

import java.io.Closeable;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Holds a tool of the JDK at the user's terminal, and the JVMs that it starts in its turn. All of
 * them end with us, however we end: each holds a connection to us, by an agent.
 */
public final class Leash implements AutoCloseable {
  /** The tool restores the terminal at its end, in seconds: no more. */
  private static final long END_LIMIT = 1;

  private final Path folder;
  private final Path agent;
  private final Door door;
  private final Set<Socket> held = ConcurrentHashMap.newKeySet();
  private final Thread porter;
  private Runnable killing = () -> {};

  /**
   * Opens the door for those that will be held.
   *
   * @param folder the caller's, who removes it: for the agent
   */
  public Leash(Path folder) throws IOException {
    this.folder = folder;
    agent = AgentJar.in(folder);
    door = new Door();
    porter = Thread.ofPlatform().name("loose-threads-porter").daemon().start(this::admit);
  }

  /** The options by which a JVM is held; it sees its threads then as a program under proof does. */
  public List<String> options() {
    return AgentJar.options(agent, door.agentArgument());
  }

  /**
   * Starts a tool with our terminal and our folder; {@link #close} kills it and its descendants.
   */
  public Process start(List<String> line) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(line).inheritIO();
    builder.environment().keySet().removeAll(ChildJvm.OPTION_VARIABLES);
    Descendants descendants = Descendants.marked(builder, door.token(), folder);
    Process process = builder.start();
    killing = () -> end(process, descendants);
    return process;
  }

  private void admit() {
    while (!door.isClosed()) {
      try {
        Socket caller = door.admit();
        if (caller != null) {
          held.add(caller);
        }
      } catch (IOException closedOnEitherSide) {
        // the loop looks at ours; a caller that is gone needs nothing
      }
    }
  }

  private static void end(Process process, Descendants descendants) {
    process.destroy();
    try {
      var _ = process.waitFor(END_LIMIT, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // then without patience
    }
    descendants.kill(process);
  }

  @Override
  public void close() {
    killing.run();
    letGo(door);
    try {
      porter.join(Door.ANSWER_LIMIT); // and after that it admits nobody
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    held.forEach(Leash::letGo);
  }

  private static void letGo(Closeable connection) {
    try {
      connection.close();
    } catch (IOException closed) {
      // on the other side, or before: it holds nothing
    }
  }
}
