// SPDX-License-Identifier: Apache-2.0
package loosethreads.check;

import static loosethreads.check.Verdict.DOES_NOT_COMPILE;
import static loosethreads.check.Verdict.FAIL;
import static loosethreads.check.Verdict.HUNG;
import static loosethreads.check.Verdict.PASS;

/** Programs that no lesson asks for, with the verdict and the words that each must get. */
enum Strange {
  EXITS_IN_A_STATIC_INITIALISER(
      FAIL,
      "the program ended the whole JVM: exit at Lesson1.<clinit> (Lesson1.java:2)",
      """
      class Lesson1 {
        static { System.exit(0); }
        static int answer() { return 42; }
      }
      """),
  EXITS_AND_ITS_HOOK_BLOCKS(
      FAIL,
      "the program ended the whole JVM: exit at Lesson1.answer",
      answering(
          """
          Runtime.getRuntime().addShutdownHook(new Thread(() -> { for (;;) Thread.yield(); }));
          System.exit(0);
          """)),
  HALTS(
      FAIL,
      "the JVM ended with status 7 before this was over",
      answering("Runtime.getRuntime().halt(7);")),
  READS_STANDARD_INPUT(
      PASS, "", answering("if (System.in.read() != -1) throw new IllegalStateException();")),
  CLOSES_ITS_OUTPUT(PASS, "", answering("System.out.close(); System.setErr(null);")),
  PRINTS_WITHOUT_END(
      FAIL,
      "the program printed more than 10 MB and was ended",
      answering("while (true) System.out.println(\"x\".repeat(1000));")),
  PRINTS_WITHOUT_END_IN_A_PROCESS_OF_ITS_OWN(
      FAIL,
      "Lesson1 printed more than 10 MB and was ended",
      running("while (true) System.err.println(\"x\".repeat(1000));")),
  CATCHES_EVERYTHING_AND_LOOPS(
      HUNG,
      "in Thread.sleep, at Lesson1.answer (Lesson1.java:5)",
      answering("while (true) try { Thread.sleep(10); } catch (Throwable t) { }")),
  SPINS_AND_SWALLOWS_INTERRUPTS(
      HUNG, "at Lesson1.answer (Lesson1.java:5)", answering("while (true) Thread.interrupted();")),
  BLOCKS_IN_A_STATIC_INITIALISER(
      HUNG,
      "at Lesson1.block (Lesson1.java:3)",
      """
      class Lesson1 {
        static { block(); }
        static void block() { for (;;) java.util.concurrent.locks.LockSupport.park(); }
        static int answer() { return 42; }
      }
      """),
  THROWS_IN_A_STATIC_INITIALISER(
      FAIL,
      "caused by java.lang.IllegalStateException: no luck, at Lesson1.fail (Lesson1.java:3)",
      """
      class Lesson1 {
        static { fail(); }
        static void fail() { throw new IllegalStateException("no luck"); }
        static int answer() { return 42; }
      }
      """),
  THROWS_WHAT_CAN_NOT_BE_PRINTED(
      FAIL,
      "Lesson1$Mute",
      """
      class Lesson1 {
        static class Mute extends Error {
          public String getMessage() { throw new IllegalStateException(); }
        }
        static int answer() { throw new Mute(); }
      }
      """),
  ALLOCATES_WITHOUT_END_AND_CATCHES(
      FAIL,
      "java.lang.OutOfMemoryError: Java heap space",
      answering(
          """
          var all = new java.util.ArrayList<byte[]>();
          while (true) try { all.add(new byte[1 << 20]); } catch (Throwable t) { }
          """)),
  ALLOCATES_OUTSIDE_THE_HEAP(
      FAIL,
      "java.lang.OutOfMemoryError: Cannot reserve",
      answering(
          """
          var all = new java.util.ArrayList<java.nio.ByteBuffer>();
          while (true) all.add(java.nio.ByteBuffer.allocateDirect(1 << 20));
          """)),
  RECURSES_WITHOUT_END(
      FAIL, "java.lang.StackOverflowError, at Lesson1.answer", answering("return answer();")),
  STARTS_THREADS_WITHOUT_END(
      HUNG,
      "at Lesson1.answer (Lesson1.java:5)",
      answering("while (true) new Thread(java.util.concurrent.locks.LockSupport::park).start();")),
  STARTS_VIRTUAL_THREADS_WITHOUT_END(
      FAIL,
      "java.lang.OutOfMemoryError: Java heap space",
      answering(
          "while (true) Thread.startVirtualThread(java.util.concurrent.locks.LockSupport::park);")),
  INTERRUPTS_EVERY_THREAD(
      FAIL,
      "java.lang.InterruptedException",
      answering("Thread.getAllStackTraces().keySet().forEach(Thread::interrupt);")),
  DELETES_ITS_CLASS_FILES(FAIL, "Lesson1.class is not on the class path", deletingIts("here")),
  DELETES_THE_FOLDERS_AROUND_IT(
      FAIL,
      "the program deleted the check's own files",
      deletingIts("here.getParent().getParent()")),
  IS_NESTED_TOO_DEEPLY(
      DOES_NOT_COMPILE,
      "javac gave up on it: java.lang.StackOverflowError",
      "class Lesson1 { int x = " + "~".repeat(400_000) + "1; }"),
  HAS_A_METHOD_THAT_IS_TOO_LARGE(
      DOES_NOT_COMPILE,
      "code too large",
      "class Lesson1 {\n  void go(int i) {\n" + "i++;".repeat(40_000) + "\n}}"),
  HAS_A_LINE_WITHOUT_END(
      DOES_NOT_COMPILE,
      "x".repeat(100) + "…",
      "class Lesson1 { int x = " + "x".repeat(1_000_000) + "; }");

  final Verdict verdict;
  final String words;
  final String text;

  Strange(Verdict verdict, String words, String text) {
    this.verdict = verdict;
    this.words = words;
    this.text = text;
  }

  @Override
  public String toString() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ') + ": " + verdict;
  }

  /** A program whose {@code answer} begins with the statements. */
  static String answering(String statements) {
    return program(statements, "");
  }

  /** A program whose {@code main} is the statements. */
  static String running(String statements) {
    return program("", statements);
  }

  private static String program(String answer, String main) {
    return """
    class Lesson1 {
      static boolean go = true; // as far as javac knows, it may be false
      static int answer() throws Exception {
        if (go) {
          %s
        }
        return 42;
      }
      public static void main(String... arguments) throws Exception {
        %s
      }
    }
    """
        .formatted(answer.strip(), main.strip());
  }

  private static String deletingIts(String folder) {
    return answering(
        """
        var here =
            java.nio.file.Path.of(
                Lesson1.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        try (var files = java.nio.file.Files.walk(%s)) {
          files.sorted(java.util.Comparator.reverseOrder()).forEach(f -> f.toFile().delete());
        }
        """
            .formatted(folder));
  }
}
