// SPDX-License-Identifier: Apache-2.0
package loosethreads.lifeline;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import loosethreads.lifeline.Lifeline.Span;

/**
 * A recording in the Trace Event Format, which Perfetto's viewer opens: for each thread its name
 * and a complete event for each of its spans, and for each mark an instant event. Times are in
 * microseconds, as the format has them, with decimals.
 */
public final class TraceEvents {
  /** A recording is of one process, and does not know its number. */
  private static final int PROCESS = 1;

  private TraceEvents() {}

  /** One JSON object on one line, in ASCII. */
  public static String of(Recording recording) {
    Map<String, Object> trace = new LinkedHashMap<>();
    trace.put("displayTimeUnit", "ms");
    trace.put("otherData", about(recording));
    trace.put(
        "traceEvents",
        Stream.of(
                Stream.of(name("process_name", 0, recording.title())),
                recording.lifelines().stream().map(t -> name("thread_name", t.id(), t.name())),
                recording.lifelines().stream()
                    .flatMap(t -> t.activities().stream().map(span -> complete(t, span))),
                recording.lifelines().stream().map(TraceEvents::fate),
                recording.marks().stream().map(TraceEvents::mark))
            .flatMap(events -> events));
    return JsonText.of(trace);
  }

  private static Map<String, Object> about(Recording recording) {
    Map<String, Object> about = new LinkedHashMap<>();
    about.put("begun", recording.begun().toString());
    about.put("jvm", recording.jvm());
    return about;
  }

  private static Map<String, Object> event(String phase, String name, long thread) {
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("ph", phase);
    event.put("name", name);
    event.put("pid", PROCESS);
    event.put("tid", thread);
    return event;
  }

  private static Map<String, Object> name(String what, long thread, String name) {
    Map<String, Object> event = event("M", what, thread);
    event.put("args", Map.of("name", name));
    return event;
  }

  private static Map<String, Object> complete(Lifeline thread, Span span) {
    Map<String, Object> event = event("X", Words.ENGLISH.of(span.activity()), thread.id());
    event.put("cat", "thread");
    event.put("ts", micros(span.from()));
    event.put("dur", micros(span.to() - span.from()));
    return event;
  }

  /** Of its thread. */
  private static Map<String, Object> fate(Lifeline thread) {
    return instant(Words.ENGLISH.of(thread.fate()), thread.id(), "fate", thread.end(), "t");
  }

  /** Of the whole process; {@code g} would be all processes. */
  private static Map<String, Object> mark(Mark mark) {
    return instant(mark.text(), 0, "mark", mark.at(), "p");
  }

  private static Map<String, Object> instant(
      String name, long thread, String category, long at, String scope) {
    Map<String, Object> event = event("i", name, thread);
    event.put("cat", category);
    event.put("ts", micros(at));
    event.put("s", scope);
    return event;
  }

  private static BigDecimal micros(long nanos) {
    return BigDecimal.valueOf(nanos, 3);
  }
}
