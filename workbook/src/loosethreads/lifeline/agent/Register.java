// SPDX-License-Identifier: Apache-2.0
package loosethreads.lifeline.agent;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Start and end of each thread, at the place that its id gives it: no two threads write to the same
 * place, and nobody has to look for it. The JVM numbers its threads one by one, so there are few
 * gaps.
 *
 * <p>32 bytes for each id: a long, when the thread was started, and a long, when it ended, both in
 * nanoseconds since the tape was made, 0 for not yet; a long, the id of its starter; an int, the
 * hash of the name that was last told; an int, its line and two flags. If nobody told of its end
 * and it is not there any more, it is the negative time when that was seen. No thread has the id 0:
 * there an int says how far to read.
 */
public final class Register {
  /** Ids from here on have no place. */
  private static final int LIMIT = 1 << 20;

  private static final int BEGIN = 0;
  private static final int END = 8;
  private static final int STARTER = 16;
  private static final int NAME = 24;
  private static final int KIND = 28;
  private static final int RECORD = 32;

  /** In bytes. */
  static final int SIZE = LIMIT * RECORD;

  /** In ids: how much farther to read when a thread's id is beyond. */
  private static final int STEP = 1 << 12;

  private static final VarHandle LONG =
      MethodHandles.byteBufferViewVarHandle(long[].class, ByteOrder.nativeOrder());

  private static final int DAEMON = 1;
  private static final int VIRTUAL = 2;
  private static final int KIND_BITS = 2;

  private final ByteBuffer bytes;
  private volatile int reach;

  Register(ByteBuffer bytes) {
    this.bytes = bytes.order(ByteOrder.nativeOrder());
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
    return IntStream.range(1, register.bytes.getInt(0))
        .filter(id -> register.begin(id) != 0)
        .mapToObj(register::life);
  }

  private Life life(int id) {
    int at = id * RECORD;
    int kind = bytes.getInt(at + KIND);
    return new Life(
        id,
        begin(id),
        end(id),
        bytes.getLong(at + STARTER),
        (kind & DAEMON) != 0,
        (kind & VIRTUAL) != 0,
        kind >>> KIND_BITS);
  }

  /** Whether there is room for it; it then must be told of. */
  boolean hasPlace(Thread thread) {
    return thread.threadId() < LIMIT;
  }

  void started(Thread thread, long at, long starter, int line) {
    int id = (int) thread.threadId();
    if (id >= reach) {
      reachBeyond(id);
    }
    int place = id * RECORD;
    int kind = thread.isVirtual() ? VIRTUAL : thread.isDaemon() ? DAEMON : 0;
    bytes.putLong(place + STARTER, starter);
    bytes.putInt(place + KIND, line << KIND_BITS | kind);
    VarHandle.releaseFence();
    bytes.putLong(place + BEGIN, at);
  }

  private synchronized void reachBeyond(int id) {
    if (id >= reach) {
      reach = Math.min(LIMIT, (id | (STEP - 1)) + 1);
      bytes.putInt(0, reach);
    }
  }

  /** Whether it was started, and has not told of its end. */
  boolean isUnderWay(long id) {
    return id < reach && begin((int) id) != 0 && end((int) id) <= 0;
  }

  private long begin(int id) {
    return bytes.getLong(id * RECORD + BEGIN);
  }

  private long end(int id) {
    return bytes.getLong(id * RECORD + END);
  }

  void ended(long id, long at) {
    bytes.putLong((int) id * RECORD + END, at);
  }

  /** Those that were started before then, have not ended, and are not missing. */
  LongStream alive(long before) {
    return IntStream.range(1, reach)
        .filter(id -> isUnderWay(id) && begin(id) < before && end(id) == 0)
        .asLongStream();
  }

  /** It has not ended, and is not there; it can still be {@link #found}. */
  void missing(long id, long at) {
    LONG.compareAndSet(bytes, (int) id * RECORD + END, 0, -at);
  }

  /** It is there: if it was missing, it was only about to start. */
  void found(long id) {
    long end = end((int) id);
    if (end < 0) {
      LONG.compareAndSet(bytes, (int) id * RECORD + END, end, 0);
    }
  }

  /** Whether the name is not the one that was last asked for; that of a new thread is empty. */
  boolean isNews(long id, String name) {
    int place = (int) id * RECORD + NAME;
    int hash = name.hashCode();
    if (bytes.getInt(place) == hash) {
      return false;
    }
    bytes.putInt(place, hash);
    return true;
  }
}
