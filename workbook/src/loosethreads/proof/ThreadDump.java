// SPDX-License-Identifier: Apache-2.0
package loosethreads.proof;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.HotSpotDiagnosticMXBean.ThreadDumpFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Virtual threads as the JVM's thread dump has them: needs no option, 0.5 to 1 ms a look. */
final class ThreadDump implements VirtualThreads {
  /** The line above a thread's stack. The name may hold anything, quotes and line ends too. */
  private static final Pattern HEADER =
      Pattern.compile("(?ms)^#(\\d+) \"(.*?)\"( virtual)? ([A-Z_]+) \\d{4}-[-:.\\dTZ]+$");

  private static final Pattern FRAME =
      Pattern.compile(
          "(?m)^ +at (?:[^\\s(]*/)?([^\\s(/]+)\\.([^\\s(.]+)\\(([^:)]*)(?::(\\d+))?\\)$");

  private static final int NATIVE = -2;
  private static final int UNKNOWN = -1;

  private final HotSpotDiagnosticMXBean jvm =
      ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);

  @Override
  public Set<Long> ids() {
    return headers(HEADER.matcher(dump()))
        .map(header -> Long.valueOf(header.group(1)))
        .collect(Collectors.toSet());
  }

  @Override
  public List<LiveThread> describe() {
    String dump = dump();
    return headers(HEADER.matcher(dump)).map(header -> thread(header, dump)).toList();
  }

  private static Stream<MatchResult> headers(Matcher matcher) {
    return matcher.results().filter(header -> header.group(3) != null);
  }

  private static LiveThread thread(MatchResult header, String dump) {
    int end = dump.indexOf("\n\n", header.end());
    String stack = dump.substring(header.end(), end == -1 ? dump.length() : end);
    return new LiveThread(
        Long.parseLong(header.group(1)),
        header.group(2),
        true,
        true,
        Thread.State.valueOf(header.group(4)),
        "",
        FRAME.matcher(stack).results().map(ThreadDump::frame).toList(),
        "",
        List.of());
  }

  private static StackTraceElement frame(MatchResult frame) {
    String file = frame.group(3);
    boolean isNative = file.equals("Native Method");
    int line = frame.group(4) == null ? UNKNOWN : Integer.parseInt(frame.group(4));
    return new StackTraceElement(
        frame.group(1), frame.group(2), isNative ? null : file, isNative ? NATIVE : line);
  }

  private String dump() {
    try {
      // The JVM wants to make the file itself, so what we make is the folder.
      Path folder = Files.createTempDirectory("loose-threads-dump-");
      Path file = folder.resolve("threads");
      try {
        jvm.dumpThreads(file.toString(), ThreadDumpFormat.TEXT_PLAIN);
        return Files.readString(file);
      } finally {
        Files.deleteIfExists(file);
        Files.delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("can't write a thread dump", e);
    }
  }
}
