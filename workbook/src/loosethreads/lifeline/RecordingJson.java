// SPDX-License-Identifier: Apache-2.0
package loosethreads.lifeline;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A recording as JSON, for programs: one object with the names that {@link Recording}, {@link
 * Lifeline} and {@link Mark} have, which mean the same.
 *
 * <ul>
 *   <li>{@code title}, {@code begun} (ISO 8601), {@code jvm}, {@code length}, {@code complete}
 *   <li>{@code lifelines}: {@code id}, {@code names} ({@code at}, {@code name}), {@code kind},
 *       {@code creator}, {@code startedAt} (a frame, or null), {@code guessed}, {@code begin},
 *       {@code end}, {@code fate}, {@code activities} ({@code activity}, {@code from}, {@code to}),
 *       {@code stack} (frames)
 *   <li>{@code marks}: {@code at}, {@code kind}, {@code text}
 *   <li>a frame: {@code class}, {@code method}, {@code file} (null if unknown), {@code line}
 *       (negative if unknown)
 * </ul>
 *
 * <p>Times are integers: nanoseconds since the recording began.
 */
public final class RecordingJson {
  private RecordingJson() {}

  /** One line, in ASCII. */
  public static String of(Recording recording) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("title", recording.title());
    object.put("begun", recording.begun().toString());
    object.put("jvm", recording.jvm());
    object.put("length", recording.length());
    object.put("complete", recording.complete());
    object.put("lifelines", recording.lifelines().stream().map(RecordingJson::lifeline));
    object.put("marks", recording.marks().stream().map(RecordingJson::mark));
    return JsonText.of(object);
  }

  private static Map<String, Object> lifeline(Lifeline thread) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("id", thread.id());
    object.put("names", thread.names().stream().map(RecordingJson::naming));
    object.put("kind", thread.kind().name());
    object.put("creator", thread.creator());
    object.put("startedAt", thread.startedAt().map(RecordingJson::frame).orElse(null));
    object.put("guessed", thread.guessed());
    object.put("begin", thread.begin());
    object.put("end", thread.end());
    object.put("fate", thread.fate().name());
    object.put("activities", thread.activities().stream().map(RecordingJson::span));
    object.put("stack", thread.stack().stream().map(RecordingJson::frame));
    return object;
  }

  private static Map<String, Object> naming(Lifeline.Naming naming) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("at", naming.at());
    object.put("name", naming.name());
    return object;
  }

  private static Map<String, Object> span(Lifeline.Span span) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("activity", span.activity().name());
    object.put("from", span.from());
    object.put("to", span.to());
    return object;
  }

  private static Map<String, Object> frame(StackTraceElement frame) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("class", frame.getClassName());
    object.put("method", frame.getMethodName());
    object.put("file", frame.getFileName());
    object.put("line", frame.getLineNumber());
    return object;
  }

  private static Map<String, Object> mark(Mark mark) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("at", mark.at());
    object.put("kind", mark.kind().name());
    object.put("text", mark.text());
    return object;
  }
}
