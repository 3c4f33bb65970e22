// SPDX-License-Identifier: Apache-2.0
package loosethreads.lifeline.agent;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What happens in this JVM, written to a file by whatever thread it happens to. The file is mapped
 * into memory: to write costs no lock and no call of the system, and what is written is there
 * however the JVM ends.
 *
 * <p>The file: {@link #FULL} and {@link #LAST_SEEN} at their places; at {@link #REGISTER} the
 * {@link Register} of all threads; from {@link #FIRST} on entries, each an int, its length in
 * bytes, and so many bytes; an entry whose length is 0 was never finished. Entries begin at
 * multiples of 4. An entry: a byte, what it is; a long, when, in nanoseconds since the tape was
 * made; a long, the id of the thread; then what its writer says.
 */
public final class Tape {
  /** Where an int other than 0 says that there was not room for everything. */
  public static final int FULL = 0;

  /** Where a long says when somebody last looked. */
  public static final int LAST_SEEN = 8;

  /** Where the register begins. */
  public static final int REGISTER = 16;

  /** Where the first entry is. */
  public static final int FIRST = REGISTER + Register.SIZE;

  /** Entry: when the tape was made, as seconds and nanoseconds of the epoch; the JVM's version. */
  public static final int MADE = 'M';

  /**
   * Entry: a place, one frame; instead of a thread's id the number that the register has for it.
   */
  public static final int LINE = 'L';

  /** Entry: the name from then on. Without one, a thread's name is empty. */
  public static final int NAMED = 'N';

  /** Entry: what the thread does now, the name of an activity. */
  public static final int DOING = 'D';

  /** Entry: a place, the stack of the thread. */
  public static final int AT = 'A';

  /** Entry: nothing more. The JVM began to shut down. */
  public static final int SHUTDOWN = 'X';

  /** Entry: a text, what somebody else saw. */
  public static final int NOTE = 'T';

  /** Taken from the disk page by page, as it fills. */
  private static final int SIZE = FIRST + (64 << 20);

  private static final int LONGEST_TEXT = 200;
  private static final VarHandle INT =
      MethodHandles.byteBufferViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle LONG =
      MethodHandles.byteBufferViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private final long begin = System.nanoTime();
  private final ByteBuffer bytes;
  private final AtomicInteger next = new AtomicInteger(FIRST);

  /** All threads of this JVM. */
  final Register register;

  private Tape(ByteBuffer bytes) {
    this.bytes = bytes;
    register = new Register(bytes.slice(REGISTER, Register.SIZE));
  }

  /** What an entry says after its first three fields. */
  @FunctionalInterface
  interface Words {
    Words NONE = out -> {};

    void writeTo(DataOutput out) throws IOException;
  }

  static Tape in(Path file) throws IOException {
    try (var access = new RandomAccessFile(file.toFile(), "rw")) {
      access.setLength(SIZE);
      Tape tape = new Tape(access.getChannel().map(MapMode.READ_WRITE, 0, SIZE));
      Instant now = Instant.now();
      tape.add(
          MADE,
          0,
          out -> {
            out.writeLong(now.getEpochSecond());
            out.writeInt(now.getNano());
            text(out, Runtime.version().toString());
          });
      return tape;
    }
  }

  /** The time since the tape was made, in nanoseconds; not 0. */
  long now() {
    return Math.max(1, System.nanoTime() - begin);
  }

  void add(int what, long thread, Words words) {
    add(what, now(), thread, words);
  }

  /** Must not throw, for it is called in the midst of any thread's start and end. */
  void add(int what, long at, long thread, Words words) {
    try {
      var entry = new ByteArrayOutputStream(128);
      var out = new DataOutputStream(entry);
      out.writeByte(what);
      out.writeLong(at);
      out.writeLong(thread);
      words.writeTo(out);
      append(entry.toByteArray());
    } catch (Throwable outOfMemoryOrDisk) {
      isFull();
    }
  }

  /** Something is missing from now on. */
  void isFull() {
    INT.setRelease(bytes, FULL, 1);
  }

  private void append(byte[] entry) {
    int size = Integer.BYTES + ((entry.length + 3) & ~3);
    int at = next.getAndUpdate(n -> n > SIZE - size ? n : n + size);
    if (at > SIZE - size) {
      isFull();
      return;
    }
    bytes.put(at + Integer.BYTES, entry);
    INT.setRelease(bytes, at, entry.length);
  }

  /** Tells the name of a thread, if it is another one than before. */
  void tellName(Thread thread, long now) {
    String name = thread.getName();
    if (register.isNews(thread.threadId(), name)) {
      tellName(thread, name, now);
    }
  }

  void tellName(Thread thread, String name, long now) {
    add(NAMED, now, thread.threadId(), out -> text(out, name));
  }

  void seenNow() {
    LONG.setRelease(bytes, LAST_SEEN, now());
  }

  static void text(DataOutput out, String text) throws IOException {
    String cut = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) + "…" : text;
    byte[] utf8 = cut.getBytes(UTF_8);
    out.writeShort(utf8.length);
    out.write(utf8);
  }

  static void place(DataOutput out, List<StackTraceElement> frames) throws IOException {
    out.writeShort(frames.size());
    for (StackTraceElement f : frames) {
      text(out, f.getClassName());
      text(out, f.getMethodName());
      text(out, f.getFileName() == null ? "" : f.getFileName());
      out.writeInt(f.getLineNumber());
    }
  }
}
