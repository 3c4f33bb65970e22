// SPDX-License-Identifier: Apache-2.0
package loosethreads.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Stream;
import loosethreads.proof.ChildJvm;

/**
 * A JVM for proofs that is started before they are compiled, and waits for them. It is used once. A
 * thread of its own keeps it, and ends it at {@link #close}, or when this process is told to end.
 */
final class Standby implements AutoCloseable {
  /** The start of a JVM is given up at once, and a kill takes no longer. */
  private static final Duration END_LIMIT = Duration.ofSeconds(10);

  private final Thread keeper =
      Thread.ofPlatform().name("loose-threads-standby").daemon().unstarted(this::keep);
  private final Function<Path, ChildJvm.Command> command;
  private final Scratch.Folder folder;
  private final CompletableFuture<ChildJvm> jvm = new CompletableFuture<>();
  private final CountDownLatch over = new CountDownLatch(1);

  private Standby(Scratch scratch, Function<Path, ChildJvm.Command> command) throws IOException {
    this.command = command;
    folder = scratch.folder("standby", keeper);
    Files.createDirectory(classes());
    Files.createDirectory(classes().resolveSibling("run"));
  }

  /**
   * Begins to start the JVM.
   *
   * @param command for a JVM that has the given folder on its class path, and may use its sibling
   *     {@code run}
   */
  static Standby start(Scratch scratch, Function<Path, ChildJvm.Command> command)
      throws IOException {
    var standby = new Standby(scratch, command);
    standby.keeper.start();
    return standby;
  }

  private void keep() {
    try (folder;
        ChildJvm child = ChildJvm.startWaiting(command.apply(classes()))) {
      jvm.complete(child);
      over.await();
    } catch (InterruptedException toldToEnd) {
      // and the JVM has ended now
    } catch (IOException | RuntimeException e) {
      jvm.completeExceptionally(e);
    }
  }

  private Path classes() {
    return folder.path().resolve("classes");
  }

  /** Whether it may still come to run what it is told. */
  boolean isUsable() {
    return keeper.isAlive() && (!jvm.isDone() || jvm.resultNow().isAlive());
  }

  /**
   * Puts the classes in the folder on its class path.
   *
   * @return the JVM, which waits to be told what to run
   * @throws IOException if it does not start
   */
  ChildJvm with(Path made) throws IOException, InterruptedException {
    try (Stream<Path> files = Files.list(made)) {
      for (Path file : files.toList()) {
        Files.copy(file, classes().resolve(file.getFileName()));
      }
    }
    try {
      return jvm.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException io) {
        throw io;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  @Override
  public void close() {
    over.countDown();
    if (!jvm.isDone()) {
      keeper.interrupt();
    }
    try {
      keeper.join(END_LIMIT);
    } catch (InterruptedException e) {
      keeper.interrupt();
      Thread.currentThread().interrupt();
    }
  }
}
