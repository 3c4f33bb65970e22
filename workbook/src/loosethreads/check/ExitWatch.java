// SPDX-License-Identifier: Apache-2.0
package loosethreads.check;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import loosethreads.proof.LiveThread;

/** Finds who ends the JVM: asked from a shutdown hook, for which the caller of exit waits. */
final class ExitWatch {
  private ExitWatch() {}

  /**
   * Registers what to do, with a sentence on who did it, if the JVM ends by an exit. After it the
   * JVM halts: hooks of the program may run for ever, and its other threads run on meanwhile.
   */
  static void onExit(Consumer<String> then) {
    Runnable watch =
        () -> {
          then.accept(whoExits());
          Runtime.getRuntime().halt(1);
        };
    Runtime.getRuntime().addShutdownHook(new Thread(watch, "loose-threads-exit-watch"));
  }

  private static String whoExits() {
    return Thread.getAllStackTraces().values().stream()
        .map(ExitWatch::callerOfExit)
        .flatMap(Optional::stream)
        .findFirst()
        .map(f -> "the program ended the whole JVM: exit at " + LiveThread.at(f))
        .orElse("the JVM was told to end");
  }

  private static Optional<StackTraceElement> callerOfExit(StackTraceElement[] stack) {
    boolean exits =
        Arrays.stream(stack)
            .anyMatch(
                f ->
                    f.getClassName().equals("java.lang.Runtime")
                        && f.getMethodName().equals("exit"));
    return exits ? LiveThread.ofTheProgram(List.of(stack)) : Optional.empty();
  }
}
