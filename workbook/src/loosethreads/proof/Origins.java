// SPDX-License-Identifier: Apache-2.0
package loosethreads.proof;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who made each thread, and at which line: noted by an inheritable thread-local, for which {@code
 * childValue} runs in the thread that makes the new one. Threads that inherit none, such as the
 * dispatchers of the JDK's HTTP server, have no entry.
 */
final class Origins implements AutoCloseable {
  private record Origin(long id, String maker, Throwable at) {}

  /** Of a test with more threads than this, the origin of the later ones is not kept. */
  private static final int MOST = 10_000;

  private final Map<Long, Origin> byId = new ConcurrentHashMap<>();
  private volatile Origin latest;
  private final InheritableThreadLocal<Boolean> inherited =
      new InheritableThreadLocal<>() {
        @Override
        protected Boolean childValue(Boolean parentValue) {
          // The new thread took its id a moment ago, and this call takes the next.
          long id = nextId() - 1;
          latest = new Origin(id, Thread.currentThread().getName(), new Throwable());
          if (byId.size() < MOST) {
            byId.put(id, latest);
          }
          return parentValue;
        }
      };

  /**
   * The id that the next thread would have got. Two calls without a thread made in between return
   * consecutive numbers.
   */
  static long nextId() {
    return Thread.ofPlatform()
        .name("loose-threads-fence")
        .inheritInheritableThreadLocals(false)
        .unstarted(() -> {})
        .threadId();
  }

  /** Notes the threads that this thread makes from now on, and those that they make. */
  void recordFromHere() {
    byId.clear();
    latest = null;
    inherited.set(true);
  }

  /** The thread with its origin, if it is known. */
  LiveThread added(LiveThread thread) {
    Origin origin = byId.get(thread.id());
    return origin == null
        ? thread
        : thread.withOrigin(origin.maker(), List.of(origin.at().getStackTrace()));
  }

  /** The virtual thread that was made last, if the last one was virtual; with its origin alone. */
  List<LiveThread> latest() {
    Origin origin = latest;
    if (origin == null || !isOfVirtualThread(origin)) {
      return List.of();
    }
    List<StackTraceElement> at = List.of(origin.at().getStackTrace());
    return List.of(
        new LiveThread(
            origin.id(), "", true, true, Thread.State.RUNNABLE, "", List.of(), origin.maker(), at));
  }

  /** Its constructor is on the stack. */
  private static boolean isOfVirtualThread(Origin origin) {
    return Arrays.stream(origin.at().getStackTrace())
        .anyMatch(f -> f.getClassName().equals("java.lang.VirtualThread"));
  }

  /** {@code , started at LINE}, or nothing. */
  String line(long id) {
    Origin origin = byId.get(id);
    return origin == null
        ? ""
        : LiveThread.ofTheProgram(List.of(origin.at().getStackTrace()))
            .map(f -> ", started at " + LiveThread.at(f))
            .orElse("");
  }

  @Override
  public void close() {
    inherited.remove();
    byId.clear();
  }
}
