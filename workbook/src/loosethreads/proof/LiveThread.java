// SPDX-License-Identifier: Apache-2.0
package loosethreads.proof;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A thread as it was seen at one moment, in this JVM or in a child.
 *
 * @param group the name of its thread group; empty for virtual threads
 * @param stack where it was, innermost frame first; may be empty
 * @param startedBy the name of the thread that started it; empty if unknown
 * @param startedAt the stack of the thread that started it, innermost first; empty if unknown
 */
public record LiveThread(
    long id,
    String name,
    boolean virtual,
    boolean daemon,
    Thread.State state,
    String group,
    List<StackTraceElement> stack,
    String startedBy,
    List<StackTraceElement> startedAt) {

  /** The groups of the JVM's own threads. By group, not by name: names are anybody's. */
  private static final Set<String> INFRASTRUCTURE =
      Set.of("system", "InnocuousThreadGroup", "CarrierThreads");

  /** Threads of the JDK and of JUnit that are in the group of whoever was first to need them. */
  private static final Pattern INFRASTRUCTURE_NAMES =
      Pattern.compile(
          "ForkJoinPool\\.commonPool-delayScheduler|JFR Periodic Tasks"
              + "|junit-jupiter-timeout-watcher|junit-\\d+-worker-\\d+");

  /** The workers of JUnit's own fork-join pool have the names that anybody's have. */
  private static final String JUNIT = "org.junit.platform.";

  /** The group of the common pool's workers, which stay for the life of the JVM. */
  private static final String COMMON_POOL = "InnocuousForkJoinWorkerThreadGroup";

  public LiveThread {
    stack = List.copyOf(stack);
    startedAt = List.copyOf(startedAt);
  }

  /** The thread as it is now. */
  public static LiveThread of(Thread thread, String startedBy, List<StackTraceElement> startedAt) {
    return new LiveThread(
        thread.threadId(),
        shortened(thread.getName()),
        thread.isVirtual(),
        thread.isDaemon(),
        thread.getState(),
        groupOf(thread),
        List.of(thread.getStackTrace()),
        startedBy,
        startedAt);
  }

  /** The same thread, with who started it and where. */
  LiveThread withOrigin(String by, List<StackTraceElement> at) {
    return new LiveThread(id, name, virtual, daemon, state, group, stack, by, at);
  }

  /** Whether the thread belongs to the program, or may do its work; not the JVM's own. */
  public static boolean isOfInterest(Thread thread) {
    return !INFRASTRUCTURE.contains(groupOf(thread))
        && !INFRASTRUCTURE_NAMES.matcher(thread.getName()).matches()
        && !thread.getClass().getName().startsWith(JUNIT);
  }

  /**
   * False for what nobody has to end: a worker of the common pool that waits for work, the JDK's
   * own pollers, virtual threads that wait for the sockets of all others, and the thread that JUnit
   * gave to a test with a time limit, once it has left the test.
   */
  public boolean isUnfinished() {
    boolean poller = virtual && isIn("Poller", "subPollerLoop");
    boolean idle = group.equals(COMMON_POOL) && isIdleWorker();
    boolean leftTheTest = name.startsWith("junit-timeout-thread-") && line().isEmpty();
    return !poller && !idle && !leftTheTest;
  }

  /** A name may be as long as memory allows; nobody reads so much of it. */
  private static String shortened(String name) {
    return name.length() > 200 ? name.substring(0, 200) + "…" : name;
  }

  private static String groupOf(Thread thread) {
    ThreadGroup group = thread.isVirtual() ? null : thread.getThreadGroup();
    return group == null ? "" : group.getName();
  }

  /** Writes what {@link #readFrom} reads. */
  public void writeTo(DataOutput out) throws IOException {
    out.writeLong(id);
    out.writeUTF(name);
    out.writeBoolean(virtual);
    out.writeBoolean(daemon);
    out.writeUTF(state.name());
    out.writeUTF(group);
    writeFrames(out, stack);
    out.writeUTF(startedBy);
    writeFrames(out, startedAt);
  }

  public static LiveThread readFrom(DataInput in) throws IOException {
    return new LiveThread(
        in.readLong(),
        in.readUTF(),
        in.readBoolean(),
        in.readBoolean(),
        Thread.State.valueOf(in.readUTF()),
        in.readUTF(),
        readFrames(in),
        in.readUTF(),
        readFrames(in));
  }

  private static void writeFrames(DataOutput out, List<StackTraceElement> frames)
      throws IOException {
    out.writeInt(frames.size());
    for (StackTraceElement f : frames) {
      out.writeUTF(f.getClassName());
      out.writeUTF(f.getMethodName());
      out.writeUTF(f.getFileName() == null ? "" : f.getFileName());
      out.writeInt(f.getLineNumber());
    }
  }

  private static List<StackTraceElement> readFrames(DataInput in) throws IOException {
    int count = in.readInt();
    List<StackTraceElement> frames = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      frames.add(new StackTraceElement(in.readUTF(), in.readUTF(), in.readUTF(), in.readInt()));
    }
    return frames;
  }

  /** The innermost frame that is not the JDK's: the line of the program where the thread is. */
  public Optional<StackTraceElement> line() {
    return ofTheProgram(stack);
  }

  /** The line of the program that started the thread, if it is known. */
  public Optional<StackTraceElement> startLine() {
    return ofTheProgram(startedAt);
  }

  /** The innermost frame that is neither the JDK's nor this library's. */
  public static Optional<StackTraceElement> ofTheProgram(List<StackTraceElement> stack) {
    return stack.stream().filter(LiveThread::isOfTheProgram).findFirst();
  }

  /** Whether some frame of the stack is the given method of the given class (its simple name). */
  public boolean isIn(String simpleClassName, String method) {
    return stack.stream()
        .anyMatch(f -> simpleName(f).equals(simpleClassName) && f.getMethodName().equals(method));
  }

  /** Whether it is a pool's thread that waits for its next task: kept by its pool, at no work. */
  public boolean isIdleWorker() {
    return isIn("ThreadPoolExecutor", "getTask")
        || isIn("ForkJoinPool", "awaitWork")
        || isIn("ForkJoinPool", "deactivate");
  }

  /** The evidence in two lines: name, state, where it waits, and the line that started it. */
  public String describe() {
    return describe(1);
  }

  /** One description for each group of threads that are alike, with their number. */
  public static List<String> grouped(List<LiveThread> threads) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    Map<String, LiveThread> first = new LinkedHashMap<>();
    for (LiveThread t : threads) {
      String key = t.kind() + " " + t.state + " " + t.stack + " " + t.startLine();
      counts.merge(key, 1, Integer::sum);
      first.putIfAbsent(key, t);
    }
    List<String> lines = new ArrayList<>();
    counts.forEach((key, count) -> lines.add(first.get(key).describe(count)));
    return lines;
  }

  private String describe(int alike) {
    String who = name.isEmpty() ? "(no name, #" + id + ")" : name;
    return "  %s%s  %s, %s%n    %s%n    started %s"
        .formatted(
            who,
            alike == 1 ? "" : " and " + (alike - 1) + " more alike",
            kind(),
            state,
            where(),
            startLine()
                .map(f -> "at " + at(f) + (startedBy.isEmpty() ? "" : " by " + startedBy))
                .orElse(startedBy.isEmpty() ? "by an unknown thread" : "by " + startedBy));
  }

  private String kind() {
    return virtual ? "virtual" : daemon ? "daemon" : "platform";
  }

  private String where() {
    if (stack.isEmpty()) {
      return "in no Java frame";
    }
    StackTraceElement top =
        stack.stream().filter(f -> !isParking(f)).findFirst().orElse(stack.getFirst());
    String in = "in " + simpleName(top) + "." + top.getMethodName();
    return line().map(f -> f.equals(top) ? "at " + at(f) : in + ", at " + at(f)).orElse(in);
  }

  /** A frame as evidence shows it: {@code Lesson3.main (Lesson3.java:23)}. */
  public static String at(StackTraceElement f) {
    return f.getClassName()
        + "."
        + f.getMethodName()
        + " ("
        + f.getFileName()
        + ":"
        + f.getLineNumber()
        + ")";
  }

  private static String simpleName(StackTraceElement f) {
    String name = f.getClassName();
    name = name.substring(name.lastIndexOf('.') + 1);
    return name;
  }

  /** Frames below the method that a reader knows: how the JDK parks, not what it waits for. */
  private static boolean isParking(StackTraceElement f) {
    String c = f.getClassName();
    return c.startsWith("jdk.internal.")
        || c.startsWith("sun.nio.")
        || c.equals("java.lang.VirtualThread")
        || c.equals("java.lang.Object")
        || c.startsWith("java.lang.System$")
        || (c.equals("java.util.concurrent.ForkJoinPool") && f.getMethodName().endsWith("Block"))
        || c.startsWith("java.util.concurrent.locks.")
        || c.equals("java.util.concurrent.LinkedTransferQueue$DualNode")
        || (c.startsWith("java.util.concurrent.") && f.getMethodName().startsWith("xfer"))
        || (c.equals("java.lang.Thread")
            && f.getMethodName().matches("sleep0|sleepNanos0|sleepNanos|yield0"));
  }

  /** Whether a frame is neither the JDK's nor this library's. */
  public static boolean isOfTheProgram(StackTraceElement f) {
    return isOfTheProgram(f.getClassName());
  }

  /** The same, of a frame in the class with this name. */
  public static boolean isOfTheProgram(String c) {
    return !c.startsWith("java.")
        && !c.startsWith("javax.")
        && !c.startsWith("jdk.")
        && !c.startsWith("sun.")
        && !c.startsWith("com.sun.")
        && !c.startsWith("loosethreads.proof.");
  }
}
