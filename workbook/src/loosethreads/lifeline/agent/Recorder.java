// SPDX-License-Identifier: Apache-2.0
package loosethreads.lifeline.agent;

import java.lang.instrument.Instrumentation;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import loosethreads.lifeline.Lifeline;
import loosethreads.proof.LiveThread;
import loosethreads.proof.ThreadContainers;
import loosethreads.proof.VirtualThreads;
import loosethreads.proof.agent.SystemThreads;

/**
 * Records the threads of a JVM on a {@link Tape}: each start and end as it happens, for {@code
 * Thread} itself tells of both; what they do in between as the {@link Sampler} sees it. Loaded with
 * {@code -javaagent}, before the program's main. Its argument: the file for the tape.
 *
 * <p>It refers to no thread: one that the program has abandoned vanishes as it would without a
 * recorder. Its state is static because {@code Thread} calls it, which has no instance to ask.
 */
public final class Recorder {
  /** A system property: the file for a flight recording, if there is to be one. */
  public static final String FLIGHT = "loosethreads.flight";

  private static volatile Tape tape;
  private static volatile StartLines startLines;
  private static volatile Sampler sampler;
  private static volatile FlightRecorder flightRecorder;

  private Recorder() {}

  /** The classes besides this one that must be in the agent's jar. */
  public static List<Class<?>> needed() {
    return List.of(
        Tape.class,
        FlightRecorder.class,
        Sampler.class,
        Register.class,
        Stacks.class,
        StartLines.class,
        SystemThreads.class,
        TellingThreads.class,
        Watched.class,
        Lifeline.class,
        LiveThread.class,
        ThreadContainers.class,
        VirtualThreads.class);
  }

  /** Called by the JVM on the thread {@code main}. */
  public static void premain(String file, Instrumentation instrumentation) throws Exception {
    String flight = System.getProperty(FLIGHT);
    if (flight != null) {
      flightRecorder = FlightRecorder.start(Path.of(flight));
    }
    tape = Tape.in(Path.of(file));
    startLines = new StartLines(tape);
    long now = tape.now();
    // There is no line of the program yet; but to look for one takes longest the first time.
    started(Thread.currentThread(), now, 0, startLines.current(0, false, now));
    TellingThreads.in(instrumentation);
    instrumentation.redefineModule(
        Object.class.getModule(),
        Set.of(),
        Map.of(ThreadContainers.PACKAGE, Set.of(ThreadContainers.class.getModule())),
        Map.of(),
        Set.of(),
        Map.of());
    sampler = new Sampler(tape);
    sampler.start();
  }

  /** Called first thing in {@code Thread.start}. */
  public static void starting(Thread thread) {
    try {
      // One that was started before can't be: the program will be told.
      if (!tape.register.has(thread.threadId()) && isOfInterest(thread)) {
        long starter = Thread.currentThread().threadId();
        long now = tape.now();
        int line = startLines.current(starter, thread.isVirtual(), now);
        started(thread, now, starter, line);
      }
    } catch (Throwable outOfMemory) {
      tape.isFull(); // the program goes on
    }
  }

  private static boolean isOfInterest(Thread thread) {
    String name = thread.getName();
    // Of many virtual threads few have names.
    return (thread.isVirtual() && name.isEmpty())
        || (LiveThread.isOfInterest(thread)
            && !name.startsWith("loose-threads-")
            && !name.equals("JFR Shutdown Hook"));
  }

  private static void started(Thread thread, long now, long starter, int line) {
    if (!tape.register.hasPlace(thread)) {
      tape.isFull();
      return;
    }
    String name = thread.getName();
    if (!name.isEmpty()) {
      tape.tellName(thread, name, now);
    }
    tape.register.started(thread, name, now, starter, line);
  }

  /** Called at the end of a thread's life. */
  public static void ending(Thread thread) {
    try {
      long id = thread.threadId();
      if (tape.register.has(id)) {
        long now = tape.now();
        tape.tellName(thread, now);
        tape.register.ended(id, now);
      }
    } catch (Throwable outOfMemory) {
      tape.isFull(); // the program goes on
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
