// SPDX-License-Identifier: Apache-2.0
package loosethreads.lifeline.agent;

import java.util.Set;
import java.util.stream.Stream;
import loosethreads.lifeline.Lifeline.Activity;

/** What state and stack of a thread together say that it does. */
final class Stacks {
  /** The native methods of the JDK that wait in the kernel: for sockets, files and processes. */
  private static final Set<String> IN_KERNEL =
      Set.of(
          "poll",
          "wait",
          "wait0",
          "accept",
          "accept0",
          "read",
          "read0",
          "readv0",
          "recv0",
          "receive0",
          "write0",
          "writev0",
          "connect0",
          "readBytes",
          "readBytes0",
          "writeBytes",
          "waitForProcessExit0");

  private static final Set<String> IO_PACKAGES = Set.of("sun.nio.ch", "java.io", "java.net");

  private Stacks() {}

  /**
   * @param stack innermost first; empty if nobody has looked
   */
  static Activity activity(Thread.State state, StackTraceElement[] stack) {
    return switch (state) {
      case BLOCKED -> Activity.BLOCKED;
      case WAITING, TIMED_WAITING -> waiting(stack);
      case NEW, RUNNABLE, TERMINATED -> isInKernel(stack) ? Activity.IO : Activity.RUNNING;
    };
  }

  /** The JVM calls a thread runnable that is in the kernel. */
  private static boolean isInKernel(StackTraceElement[] stack) {
    return stack.length > 0
        && stack[0].isNativeMethod()
        && IN_KERNEL.contains(stack[0].getMethodName())
        && (isIo(stack[0]) || stack[0].getClassName().startsWith("java.lang.Process"));
  }

  private static boolean isIo(StackTraceElement f) {
    String type = f.getClassName();
    return IO_PACKAGES.contains(type.substring(0, Math.max(0, type.lastIndexOf('.'))));
  }

  private static Activity waiting(StackTraceElement[] stack) {
    return Stream.of(stack)
        .filter(f -> !isParking(f))
        .findFirst()
        .map(
            f -> {
              if (f.getClassName().equals("java.lang.Thread")
                  && f.getMethodName().equals("sleep")) {
                return Activity.SLEEPING;
              }
              // A virtual thread: it parks, and a poller waits in the kernel for it.
              return isIo(f) ? Activity.IO : Activity.WAITING;
            })
        .orElse(Activity.WAITING);
  }

  /** The frames between a method that readers know and the JVM. */
  private static boolean isParking(StackTraceElement f) {
    String type = f.getClassName();
    return type.startsWith("jdk.internal.")
        || type.startsWith("java.lang.VirtualThread")
        || type.startsWith("java.lang.System$")
        || type.startsWith("java.util.concurrent.locks.LockSupport")
        || (type.equals("java.lang.Thread") && f.getMethodName().matches("sleep.+"));
  }
}
