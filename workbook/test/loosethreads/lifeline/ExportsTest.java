// SPDX-License-Identifier: Apache-2.0
package loosethreads.lifeline;

import static loosethreads.lifeline.Sample.mark;
import static loosethreads.lifeline.Sample.recording;
import static loosethreads.lifeline.Sample.thread;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.jr.ob.JSON;
import java.util.List;
import java.util.Map;
import loosethreads.lifeline.Lifeline.Activity;
import loosethreads.lifeline.Lifeline.Fate;
import loosethreads.lifeline.Lifeline.Kind;
import loosethreads.lifeline.Lifeline.Naming;
import org.junit.jupiter.api.Test;

/** What other programs get of a recording. */
class ExportsTest {
  private static final String STRANGE = "a\"b\\c\n\u0001é時🧵\ud800</script>";

  private static final Recording RECORDING =
      recording(
          90,
          List.of(
              thread(
                  7,
                  STRANGE,
                  Kind.VIRTUAL,
                  1,
                  10,
                  40,
                  Fate.VANISHED,
                  Activity.IO,
                  Activity.SLEEPING),
              Sample.main(60)),
          mark(50, Mark.Kind.FOUND, STRANGE));

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> list(Object value) {
    return (List<Map<String, Object>>) value;
  }

  private static List<Map<String, Object>> events(String phase) throws Exception {
    Map<String, Object> trace = JSON.std.mapFrom(TraceEvents.of(RECORDING));
    return list(trace.get("traceEvents")).stream().filter(e -> e.get("ph").equals(phase)).toList();
  }

  @Test
  void a_trace_has_an_event_for_each_span_in_microseconds() throws Exception {
    List<Map<String, Object>> spans = events("X");
    assertEquals(3, spans.size());
    Map<String, Object> second = spans.get(1);
    assertEquals("sleeping", second.get("name"));
    assertEquals(7, second.get("tid"));
    assertEquals(1, second.get("pid"));
    assertEquals(25_000, ((Number) second.get("ts")).doubleValue());
    assertEquals(15_000, ((Number) second.get("dur")).doubleValue());
  }

  @Test
  void a_trace_keeps_the_nanoseconds() {
    Recording recording =
        new Recording(
            "",
            RECORDING.begun(),
            "",
            9,
            List.of(),
            List.of(new Mark(1_234_567_008, Mark.Kind.NOTE, "")),
            true);
    assertTrue(TraceEvents.of(recording).contains("\"ts\":1234567.008"));
  }

  @Test
  void a_trace_has_names_and_marks() throws Exception {
    List<Map<String, Object>> names = events("M");
    assertEquals(Map.of("name", "Lesson5.java"), names.get(0).get("args"));
    assertEquals("thread_name", names.get(1).get("name"));
    assertEquals(7, names.get(1).get("tid"));
    assertEquals(Map.of("name", STRANGE), names.get(1).get("args"));
    Map<String, Object> mark = events("i").getLast();
    assertEquals(STRANGE, mark.get("name"));
    assertEquals(50_000, ((Number) mark.get("ts")).doubleValue());
    assertEquals("p", mark.get("s"), "of the whole process");
  }

  @Test
  void a_trace_says_how_each_thread_ended() throws Exception {
    Map<String, Object> fate = events("i").getFirst();
    assertEquals("vanished", fate.get("name"));
    assertEquals(7, fate.get("tid"));
    assertEquals(40_000, ((Number) fate.get("ts")).doubleValue());
    assertEquals("t", fate.get("s"), "of its thread");
    assertEquals(3, events("i").size(), "two threads, and a mark");
  }

  @Test
  void the_json_of_a_recording_has_all_of_it() throws Exception {
    Map<String, Object> json = JSON.std.mapFrom(RecordingJson.of(RECORDING));
    assertEquals("Lesson5.java", json.get("title"));
    assertEquals("2026-01-02T03:04:05Z", json.get("begun"));
    assertEquals("25.0.3+9-LTS", json.get("jvm"));
    assertEquals(90_000_000, json.get("length"));
    assertEquals(true, json.get("complete"));
    assertEquals(
        List.of(Map.of("at", 50_000_000, "kind", "FOUND", "text", STRANGE)), json.get("marks"));
    Map<String, Object> thread = list(json.get("lifelines")).get(0);
    assertEquals(7, thread.get("id"));
    assertEquals(List.of(Map.of("at", 10_000_000, "name", STRANGE)), thread.get("names"));
    assertEquals("VIRTUAL", thread.get("kind"));
    assertEquals(1, thread.get("creator"));
    assertEquals(
        Map.of("class", "Lesson5", "method", "ask", "file", "Lesson5.java", "line", 12),
        thread.get("startedAt"));
    assertEquals(10_000_000, thread.get("begin"));
    assertEquals(40_000_000, thread.get("end"));
    assertEquals("VANISHED", thread.get("fate"));
    assertEquals(
        List.of(
            Map.of("activity", "IO", "from", 10_000_000, "to", 25_000_000),
            Map.of("activity", "SLEEPING", "from", 25_000_000, "to", 40_000_000)),
        thread.get("activities"));
    assertEquals(Sample.IN_PUT.size(), list(thread.get("stack")).size());
    Map<String, Object> main = list(json.get("lifelines")).get(1);
    assertTrue(main.containsKey("startedAt") && main.get("startedAt") == null);
  }

  @Test
  void json_is_ascii_on_one_line() {
    assertTrue(RecordingJson.of(RECORDING).matches("[ -~]*"));
    assertTrue(TraceEvents.of(RECORDING).matches("[ -~]*"));
  }

  @Test
  void what_json_has_no_word_for_is_refused() {
    assertThrows(IllegalArgumentException.class, () -> JsonText.of(Map.of("a", new Naming(1, ""))));
  }
}
