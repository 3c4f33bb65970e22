// SPDX-License-Identifier: Apache-2.0
package loosethreads.lifeline;

import static loosethreads.lifeline.Sample.frame;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class FramesTest {
  @Test
  void a_thread_waits_in_what_the_program_called() {
    assertEquals("in SynchronousQueue.put, at Lesson5.java:23", Words.ENGLISH.where(Sample.IN_PUT));
  }

  @Test
  void without_a_line_of_the_program_it_waits_in_what_parks_it() {
    List<StackTraceElement> idle =
        List.of(
            frame("jdk.internal.misc.Unsafe", "park", -2),
            frame("java.util.concurrent.locks.LockSupport", "park", 1),
            frame("java.util.concurrent.ForkJoinPool", "unmanagedBlock", 1),
            frame("java.util.concurrent.LinkedBlockingQueue", "take", 2),
            frame("java.util.concurrent.ThreadPoolExecutor", "getTask", 3),
            frame("java.lang.Thread", "run", 4));
    assertEquals("in LinkedBlockingQueue.take", Words.ENGLISH.where(idle));
  }

  @Test
  void a_worker_without_work_waits_in_the_queue_of_its_pool() {
    List<StackTraceElement> idle =
        List.of(
            frame("java.util.concurrent.locks.LockSupport", "parkNanos", 1),
            frame("java.util.concurrent.LinkedTransferQueue$DualNode", "await", 2),
            frame("java.util.concurrent.SynchronousQueue$Transferer", "xferLifo", 3),
            frame("java.util.concurrent.SynchronousQueue", "xfer", 4),
            frame("java.util.concurrent.SynchronousQueue", "poll", 5));
    assertEquals("in SynchronousQueue.poll", Words.ENGLISH.where(idle));
  }

  @Test
  void a_thread_in_the_program_itself_is_at_a_line() {
    assertEquals("at Lesson1.java:9", Words.ENGLISH.where(List.of(frame("Lesson1", "spin", 9))));
  }

  @Test
  void a_line_that_is_not_known_is_left_out() {
    assertEquals("Lesson1.java", Frames.fileAndLine(frame("Lesson1", "spin", -1)));
    assertEquals(
        "Lesson1.Inner.spin",
        Frames.fileAndLine(new StackTraceElement("a.Lesson1$Inner", "spin", null, -1)));
    assertEquals("", Words.ENGLISH.where(List.of()));
  }
}
