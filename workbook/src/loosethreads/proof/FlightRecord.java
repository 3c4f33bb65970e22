// SPDX-License-Identifier: Apache-2.0
package loosethreads.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/**
 * The starts and ends of virtual threads, as the JDK's Flight Recorder notes them: the only witness
 * of a thread that was garbage collected.
 */
final class FlightRecord implements AutoCloseable {
  /** A thread by its id, with the name that it had at its start. */
  record Started(long id, String name) {}

  private static final String START = "jdk.VirtualThreadStart";
  private static final String END = "jdk.VirtualThreadEnd";

  /** Older entries are dropped. In bytes; an entry takes about 30. */
  private static final long SIZE_LIMIT = 200L << 20;

  private final Recording recording;

  /**
   * Starts to record; the first in a JVM takes about 0.5 s.
   *
   * @throws IllegalStateException if this JVM can't
   */
  FlightRecord() {
    try {
      recording = new Recording();
      recording.setName("loose-threads");
      recording.setMaxSize(SIZE_LIMIT);
      List.of(START, END).forEach(event -> recording.enable(event).withoutStackTrace());
      recording.start();
    } catch (IllegalStateException | LinkageError e) {
      throw new IllegalStateException(
          "This JVM has no Flight Recorder (%s), so nobody can say whether a thread vanished."
                  .formatted(e.getMessage())
              + " Run with the module jdk.jfr.",
          e);
    }
  }

  /**
   * Virtual threads that were started since a moment, and have not ended: they are alive, or
   * vanished. The recorder's clock may be a little behind: what was made since counts too.
   *
   * @param nextId the id that the next thread would have got at that moment
   */
  List<Started> unendedSince(Instant moment, long nextId) {
    Map<Long, Started> started = new LinkedHashMap<>();
    Set<Long> ended = new HashSet<>();
    for (RecordedEvent event : events()) {
      switch (event.getEventType().getName()) {
        case START -> {
          if (idOf(event) > nextId || !event.getStartTime().isBefore(moment)) {
            started.put(idOf(event), new Started(idOf(event), name(event)));
          }
        }
        case END -> ended.add(idOf(event));
        default -> {} // what the recorder says of itself
      }
    }
    started.keySet().removeAll(ended);
    return List.copyOf(started.values());
  }

  private List<RecordedEvent> events() {
    try {
      Path file = Files.createTempFile("loose-threads-", ".jfr");
      try {
        recording.dump(file);
        return RecordingFile.readAllEvents(file);
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("can't read the Flight Recorder's record", e);
    }
  }

  private static long idOf(RecordedEvent event) {
    return event.getLong("javaThreadId");
  }

  private static String name(RecordedEvent event) {
    String name = event.getThread() == null ? null : event.getThread().getJavaName();
    return name == null || name.isEmpty() ? "a thread without a name, #" + idOf(event) : name;
  }

  @Override
  public void close() {
    recording.close();
  }
}
