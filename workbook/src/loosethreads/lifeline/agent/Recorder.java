// SPDX-License-Identifier: Apache-2.0
package loosethreads.lifeline.agent;

import java.lang.instrument.Instrumentation;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import loosethreads.lifeline.Lifeline;
import loosethreads.proof.LiveThread;
import loosethreads.proof.agent.SystemThreads;

/**
 * Records the threads of a JVM on a {@link Tape}: each start and end as it happens, for {@code
 * Thread} itself tells of both; what they do in between as the {@link Sampler} sees it. Loaded with
 * {@code -javaagent}, before the program's main. Its argument: the file for the tape.
 *
 * <p>It refers to threads weakly: one that the program has abandoned may vanish as it would without
 * a recorder. Its state is static because {@code Thread} calls it, which has no instance to ask.
 */
public final class Recorder {
  /** A system property: the file for a flight recording, if there is to be one. */
  public static final String FLIGHT = "loosethreads.flight";

  private static final ConcurrentMap<Long, Watched> WATCHED = new ConcurrentHashMap<>();
  private static volatile Tape tape;
  private static volatile Sampler sampler;
  private static volatile FlightRecorder flightRecorder;

  private Recorder() {}

  /** The classes besides this one that must be in the agent's jar. */
  public static List<Class<?>> needed() {
    return List.of(
        Tape.class,
        FlightRecorder.class,
        Sampler.class,
        Stacks.class,
        SystemThreads.class,
        TellingThreads.class,
        Watched.class,
        Lifeline.class,
        LiveThread.class);
  }

  /** Called by the JVM on the thread {@code main}. */
  public static void premain(String file, Instrumentation instrumentation) throws Exception {
    String flight = System.getProperty(FLIGHT);
    if (flight != null) {
      flightRecorder = FlightRecorder.start(Path.of(flight));
    }
    tape = Tape.in(Path.of(file));
    started(Thread.currentThread(), 0, List.of());
    TellingThreads.in(instrumentation);
    sampler = new Sampler(tape, WATCHED);
    sampler.start();
  }

  /** Called first thing in {@code Thread.start}. */
  public static void starting(Thread thread) {
    try {
      // A virtual thread comes twice: one start calls the other.
      if (!WATCHED.containsKey(thread.threadId())
          && LiveThread.isOfInterest(thread)
          && !isOurs(thread.getName())) {
        List<StackTraceElement> line =
            StackWalker.getInstance()
                .walk(
                    frames ->
                        frames
                            .map(StackWalker.StackFrame::toStackTraceElement)
                            .filter(f -> LiveThread.isOfTheProgram(f) && !isOurs(f))
                            .limit(1)
                            .toList());
        started(thread, Thread.currentThread().threadId(), line);
      }
    } catch (Throwable outOfMemory) {
      // one that is not recorded is missing in the picture, and the program goes on
    }
  }

  private static boolean isOurs(String name) {
    return name.startsWith("loose-threads-") || name.equals("JFR Shutdown Hook");
  }

  private static boolean isOurs(StackTraceElement f) {
    return f.getClassName().startsWith("loosethreads.lifeline.agent.");
  }

  private static void started(Thread thread, long by, List<StackTraceElement> line) {
    Watched watched = new Watched(thread);
    WATCHED.put(thread.threadId(), watched);
    tape.add(
        Tape.STARTED,
        thread.threadId(),
        out -> {
          out.writeBoolean(thread.isDaemon());
          out.writeBoolean(thread.isVirtual());
          out.writeLong(by);
          Tape.text(out, watched.name());
          Tape.place(out, line);
        });
  }

  /** Called last thing in a thread's life. */
  public static void ending(Thread thread) {
    Watched watched = WATCHED.remove(thread.threadId());
    if (watched != null) {
      watched.tellName(tape, thread);
      tape.add(Tape.ENDED, thread.threadId(), Tape.Words.NONE);
    }
  }

  /** Looks a last time, in a JVM that is about to be halted and runs no shutdown hooks. */
  public static void finish() {
    if (sampler != null) {
      sampler.lookThoroughly();
    }
    if (flightRecorder != null) {
      flightRecorder.dump();
    }
  }

  /** Puts a mark on the tape of this JVM, if it is being recorded. */
  public static void note(String text) {
    Tape here = tape;
    if (here != null) {
      here.add(Tape.NOTE, 0, out -> Tape.text(out, text));
    }
  }
}
