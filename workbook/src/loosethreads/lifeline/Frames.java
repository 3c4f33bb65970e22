// SPDX-License-Identifier: Apache-2.0
package loosethreads.lifeline;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a stack, innermost frame first, tells of where a thread is. */
final class Frames {
  private static final Pattern OF_THE_JDK = Pattern.compile("(java|javax|jdk|sun|com\\.sun)\\..*");

  /** How the JDK parks a thread; what it waits for is further out. */
  private static final Pattern PARKING =
      Pattern.compile(
          "(jdk\\.internal|sun\\.nio|java\\.util\\.concurrent\\.locks)\\..*"
              + "|java\\.lang\\.(VirtualThread|Object|System\\$).*"
              + "|java\\.util\\.concurrent\\.(LinkedTransferQueue\\$DualNode\\..*|.+\\.xfer.*)"
              + "|java\\.util\\.concurrent\\.ForkJoinPool\\.(un)?managedBlock"
              + "|java\\.lang\\.Thread\\.(sleep0|sleepNanos0?)");

  private Frames() {}

  /** The innermost line of the program: the first frame that is not the JDK's. */
  static Optional<StackTraceElement> line(List<StackTraceElement> stack) {
    return stack.stream().filter(Frames::isOfTheProgram).findFirst();
  }

  /** What the program called there; without a program, what the JDK is at. */
  static Optional<StackTraceElement> called(List<StackTraceElement> stack) {
    Optional<StackTraceElement> line = line(stack);
    if (line.isPresent()) {
      int inner = stack.indexOf(line.get()) - 1;
      return inner < 0 ? Optional.empty() : Optional.of(stack.get(inner));
    }
    return stack.stream()
        .filter(f -> !PARKING.matcher(f.getClassName() + "." + f.getMethodName()).matches())
        .findFirst();
  }

  /** {@code Lesson5.java:23}; the method's name if its file is unknown. */
  static String fileAndLine(StackTraceElement f) {
    return f.getFileName() == null
        ? method(f)
        : f.getFileName() + (f.getLineNumber() > 0 ? ":" + f.getLineNumber() : "");
  }

  static String method(StackTraceElement f) {
    String name = f.getClassName();
    return name.substring(name.lastIndexOf('.') + 1).replace('$', '.') + "." + f.getMethodName();
  }

  private static boolean isOfTheProgram(StackTraceElement f) {
    return !OF_THE_JDK.matcher(f.getClassName()).matches();
  }
}
