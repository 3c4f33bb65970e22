// SPDX-License-Identifier: Apache-2.0
package loosethreads.lifeline.agent;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.LongBuffer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Start and end of each thread, at the place that its id gives it: no two threads write to the same
 * place, and nobody has to look for it. The JVM numbers its threads one by one, so there are few
 * gaps.
 *
 * <p>Four longs for each id: when the thread was started; when it ended; the id of its starter; and
 * in two halves its line with two flags, and the hash of the name that was last told. Times are in
 * nanoseconds since the tape was made, 0 for not yet. If a thread is gone and nobody told of its
 * end, this is the negative time when that was seen. No thread has the id 0: the first long there
 * says how far to read.
 */
public final class Register {
  /** Ids from here on have no place. */
  private static final int LIMIT = 1 << 20;

  private static final int BEGIN = 0;
  private static final int END = 1;
  private static final int STARTER = 2;
  private static final int KIND_AND_NAME = 3;
  private static final int LONGS = 4;

  /** In bytes. */
  static final int SIZE = LIMIT * LONGS * Long.BYTES;

  /** In ids: how much farther to read when a thread's id is beyond. */
  private static final int STEP = 1 << 12;

  private static final VarHandle LONG =
      MethodHandles.byteBufferViewVarHandle(long[].class, ByteOrder.nativeOrder());

  private static final int DAEMON = 1;
  private static final int VIRTUAL = 2;
  private static final int FLAGS = 2;

  private final ByteBuffer bytes;

  /** The same; a long that is known to be aligned is reached in fewer steps. */
  private final LongBuffer longs;

  private volatile int reach;

  Register(ByteBuffer bytes) {
    this.bytes = bytes.order(ByteOrder.nativeOrder());
    longs = bytes.asLongBuffer();
  }

  /**
   * What is known of a thread.
   *
   * @param begin when it was started
   * @param end when it ended; 0 if it has not; negative if it was found to have vanished then
   * @param starter the id of the thread that started it; 0 for the JVM
   * @param line where, as {@link StartLines} says it
   */
  public record Life(
      int id, long begin, long end, long starter, boolean daemon, boolean virtual, int line) {}

  /** All threads, by id. Who was started before this call is there. */
  public static Stream<Life> lives(ByteBuffer tape) {
    Register register = new Register(tape.slice(Tape.REGISTER, SIZE));
    return IntStream.range(1, (int) register.get(0, BEGIN))
        .filter(id -> register.get(id, BEGIN) != 0)
        .mapToObj(register::life);
  }

  private Life life(int id) {
    int kind = (int) (get(id, KIND_AND_NAME) >>> Integer.SIZE);
    return new Life(
        id,
        get(id, BEGIN),
        get(id, END),
        get(id, STARTER),
        (kind & DAEMON) != 0,
        (kind & VIRTUAL) != 0,
        kind >>> FLAGS);
  }

  private long get(int id, int what) {
    return longs.get(id * LONGS + what);
  }

  private void put(int id, int what, long value) {
    longs.put(id * LONGS + what, value);
  }

  /** Whether there is room for it; it then must be told of. */
  boolean hasPlace(Thread thread) {
    return thread.threadId() < LIMIT;
  }

  void started(Thread thread, String name, long at, long starter, int line) {
    int id = (int) thread.threadId();
    if (id >= reach) {
      reachBeyond(id);
    }
    int kind = line << FLAGS | (thread.isVirtual() ? VIRTUAL : thread.isDaemon() ? DAEMON : 0);
    put(id, STARTER, starter);
    put(id, KIND_AND_NAME, (long) kind << Integer.SIZE | Integer.toUnsignedLong(name.hashCode()));
    VarHandle.releaseFence();
    put(id, BEGIN, at);
  }

  private synchronized void reachBeyond(int id) {
    if (id >= reach) {
      reach = Math.min(LIMIT, (id | (STEP - 1)) + 1);
      put(0, BEGIN, reach);
    }
  }

  /** Whether it was told of. */
  boolean has(long id) {
    return id < reach && get((int) id, BEGIN) != 0;
  }

  /** Whether it was started before then, and has not told of its end. */
  boolean isUnderWay(long id, long before) {
    return has(id) && get((int) id, BEGIN) < before && get((int) id, END) <= 0;
  }

  void ended(long id, long at) {
    put((int) id, END, at);
  }

  /** Whether the name is another one than before. */
  boolean isNews(long id, String name) {
    long old = get((int) id, KIND_AND_NAME);
    int hash = name.hashCode();
    if ((int) old == hash) {
      return false;
    }
    put((int) id, KIND_AND_NAME, old ^ Integer.toUnsignedLong((int) old ^ hash));
    return true;
  }

  /** Those that were started before then, have not ended, and are not missing. */
  LongStream alive(long before) {
    return IntStream.range(1, reach)
        .filter(id -> isUnderWay(id, before) && get(id, END) == 0)
        .asLongStream();
  }

  /** It has not ended, and is not there; it can still be {@link #found}. */
  void missing(long id, long at) {
    LONG.compareAndSet(bytes, endOf(id), 0, -at);
  }

  /** It is there: if it was missing, it was only about to start. */
  void found(long id) {
    long end = get((int) id, END);
    if (end < 0) {
      LONG.compareAndSet(bytes, endOf(id), end, 0);
    }
  }

  private static int endOf(long id) {
    return ((int) id * LONGS + END) * Long.BYTES;
  }
}
