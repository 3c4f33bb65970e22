// SPDX-License-Identifier: Apache-2.0
package loosethreads.lifeline;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import loosethreads.lifeline.agent.Register;
import loosethreads.lifeline.agent.Register.Life;
import loosethreads.lifeline.agent.Tape;

/** Makes a {@link Recording} of what a recorder has put on a {@link Tape}. */
final class TapeReader {
  private record Entry(int what, long at, long thread, DataInputStream words) {}

  private final Map<Long, LifelineBuilder> threads = new HashMap<>();
  private final Map<Long, StackTraceElement> lines = new HashMap<>();
  private final List<Mark> marks = new ArrayList<>();
  private Instant begun = Instant.EPOCH;
  private String jvm = "";
  private long length;

  private TapeReader() {}

  /**
   * Reads a tape, which may still be written to.
   *
   * @param ended when the recorded JVM ended, if that is known
   * @throws IOException if the file is no tape
   */
  static Recording read(Path file, String title, Optional<Instant> ended) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      ByteBuffer bytes = channel.map(MapMode.READ_ONLY, 0, channel.size());
      TapeReader reader = new TapeReader();
      reader.length = bytes.getLong(Tape.LAST_SEEN);
      List<Entry> entries = entries(bytes);
      if (entries.isEmpty() || entries.getFirst().what != Tape.MADE) {
        throw new IOException(file + " is no record of threads");
      }
      // Two threads may have written in another order than they looked at the clock.
      entries.sort(Comparator.comparingLong(Entry::at));
      // After the entries were taken: so it has each thread that they are about.
      Register.lives(bytes).forEach(reader::add);
      for (Entry entry : entries) {
        reader.read(entry);
      }
      return reader.recording(title, ended, bytes.getInt(Tape.FULL) == 0);
    }
  }

  private static List<Entry> entries(ByteBuffer bytes) throws IOException {
    List<Entry> entries = new ArrayList<>();
    int at = Tape.FIRST;
    while (at + Integer.BYTES < bytes.limit() && bytes.getInt(at) > 0) {
      int size = bytes.getInt(at);
      byte[] entry = new byte[size];
      bytes.get(at + Integer.BYTES, entry);
      var words = new DataInputStream(new ByteArrayInputStream(entry));
      entries.add(new Entry(words.readByte(), words.readLong(), words.readLong(), words));
      at += Integer.BYTES + ((size + 3) & ~3);
    }
    return entries;
  }

  private void add(Life life) {
    length = Math.max(length, Math.max(life.begin(), Math.abs(life.end())));
    threads.put((long) life.id(), new LifelineBuilder(life));
    if (life.starter() == 0 && life.end() > 0) {
      marks.add(new Mark(life.end(), Mark.Kind.MAIN_RETURNED, Phrase.MAIN_RETURNED.english()));
    }
  }

  private void read(Entry entry) throws IOException {
    length = Math.max(length, entry.at);
    DataInputStream words = entry.words;
    switch (entry.what) {
      case Tape.MADE -> {
        begun = Instant.ofEpochSecond(words.readLong(), words.readInt());
        jvm = text(words);
      }
      case Tape.LINE -> lines.put(entry.thread, place(words).getFirst());
      case Tape.SHUTDOWN -> shutDown(entry.at);
      case Tape.NOTE -> marks.add(new Mark(entry.at, Mark.Kind.NOTE, text(words)));
      default -> {
        LifelineBuilder thread = threads.get(entry.thread);
        if (thread != null && !thread.isOver(entry.at)) {
          read(entry, thread);
        }
      }
    }
  }

  private void shutDown(long at) {
    // What main does after that is not to return.
    marks.removeIf(m -> m.kind() == Mark.Kind.MAIN_RETURNED && m.at() > at);
    marks.add(new Mark(at, Mark.Kind.SHUTDOWN, Phrase.SHUTS_DOWN.english()));
  }

  private static void read(Entry entry, LifelineBuilder thread) throws IOException {
    switch (entry.what) {
      case Tape.NAMED -> thread.named(entry.at, text(entry.words));
      case Tape.DOING -> thread.does(entry.at, Lifeline.Activity.valueOf(text(entry.words)));
      case Tape.AT -> thread.isAt(place(entry.words));
      default -> throw new IOException("no entry of a tape: " + entry.what);
    }
  }

  private Recording recording(String title, Optional<Instant> ended, boolean complete) {
    ended.ifPresent(
        end -> {
          length = Math.max(length, Duration.between(begun, end).toNanos());
          marks.add(new Mark(length, Mark.Kind.EXIT, Phrase.JVM_ENDED.english()));
        });
    marks.sort(Comparator.comparingLong(Mark::at));
    List<Lifeline> lifelines =
        threads.values().stream()
            .map(t -> t.build(length, lines))
            .sorted(Comparator.comparingLong(Lifeline::begin))
            .toList();
    return new Recording(title, begun, jvm, length, lifelines, marks, complete);
  }

  private static String text(DataInputStream in) throws IOException {
    return new String(exactly(in, in.readUnsignedShort()), UTF_8);
  }

  private static byte[] exactly(InputStream in, int count) throws IOException {
    byte[] bytes = in.readNBytes(count);
    if (bytes.length < count) {
      throw new IOException("an entry of the tape is too short");
    }
    return bytes;
  }

  private static List<StackTraceElement> place(DataInputStream in) throws IOException {
    int count = in.readUnsignedShort();
    List<StackTraceElement> frames = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      frames.add(new StackTraceElement(text(in), text(in), text(in), in.readInt()));
    }
    return frames;
  }
}
