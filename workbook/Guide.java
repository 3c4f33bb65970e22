///usr/bin/env jbang "$0" "$@" ; exit $?
// SPDX-License-Identifier: Apache-2.0
//JAVA 25+
//DEPS org.junit:junit-bom:6.1.3@pom
//DEPS info.picocli:picocli:4.7.7
//DEPS io.github.java-diff-utils:java-diff-utils:4.17
//DEPS org.asciidoctor:asciidoctorj:3.0.1
//DEPS org.junit.jupiter:junit-jupiter
//DEPS org.junit.platform:junit-platform-launcher
//RUNTIME_OPTIONS -XX:TieredStopAtLevel=1 -XX:+UseSerialGC
//RUNTIME_OPTIONS --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow
//SOURCES src/loosethreads/check/CheckResult.java
//SOURCES src/loosethreads/check/Checker.java
//SOURCES src/loosethreads/check/Compiler.java
//SOURCES src/loosethreads/check/Ended.java
//SOURCES src/loosethreads/check/ExitWatch.java
//SOURCES src/loosethreads/check/Explored.java
//SOURCES src/loosethreads/check/Explorer.java
//SOURCES src/loosethreads/check/Finding.java
//SOURCES src/loosethreads/check/Limited.java
//SOURCES src/loosethreads/check/Limits.java
//SOURCES src/loosethreads/check/OpenClasses.java
//SOURCES src/loosethreads/check/Preparation.java
//SOURCES src/loosethreads/check/ProgramFile.java
//SOURCES src/loosethreads/check/ProofResult.java
//SOURCES src/loosethreads/check/ProofsJob.java
//SOURCES src/loosethreads/check/ProofsMain.java
//SOURCES src/loosethreads/check/Proving.java
//SOURCES src/loosethreads/check/RecordedRun.java
//SOURCES src/loosethreads/check/Rehearsed.java
//SOURCES src/loosethreads/check/RehearsedProgram.java
//SOURCES src/loosethreads/check/ResultLog.java
//SOURCES src/loosethreads/check/RunResult.java
//SOURCES src/loosethreads/check/ScenarioMain.java
//SOURCES src/loosethreads/check/Scratch.java
//SOURCES src/loosethreads/check/Standby.java
//SOURCES src/loosethreads/check/Tapes.java
//SOURCES src/loosethreads/check/Training.java
//SOURCES src/loosethreads/check/Verdict.java
//SOURCES src/loosethreads/check/Warming.java
//SOURCES src/loosethreads/guide/Asciidoc.java
//SOURCES src/loosethreads/guide/Bundle.java
//SOURCES src/loosethreads/guide/Code.java
//SOURCES src/loosethreads/guide/Dictionary.java
//SOURCES src/loosethreads/guide/Dump.java
//SOURCES src/loosethreads/guide/FixLinks.java
//SOURCES src/loosethreads/guide/GlossaryEditor.java
//SOURCES src/loosethreads/guide/GuideTasks.java
//SOURCES src/loosethreads/guide/Html.java
//SOURCES src/loosethreads/guide/Jcmd.java
//SOURCES src/loosethreads/guide/Label.java
//SOURCES src/loosethreads/guide/Language.java
//SOURCES src/loosethreads/guide/LessonEditor.java
//SOURCES src/loosethreads/guide/LifelinesFigure.java
//SOURCES src/loosethreads/guide/Listing.java
//SOURCES src/loosethreads/guide/Page.java
//SOURCES src/loosethreads/guide/PageEditor.java
//SOURCES src/loosethreads/guide/Po.java
//SOURCES src/loosethreads/guide/Printed.java
//SOURCES src/loosethreads/guide/Rehearsal.java
//SOURCES src/loosethreads/guide/Run.java
//SOURCES src/loosethreads/guide/Sample.java
//SOURCES src/loosethreads/guide/SearchIndex.java
//SOURCES src/loosethreads/guide/Shown.java
//SOURCES src/loosethreads/guide/Side.java
//SOURCES src/loosethreads/guide/Site.java
//SOURCES src/loosethreads/guide/SiteProblems.java
//SOURCES src/loosethreads/guide/SolutionPage.java
//SOURCES src/loosethreads/guide/Sources.java
//SOURCES src/loosethreads/guide/Template.java
//SOURCES src/loosethreads/guide/Texts.java
//SOURCES src/loosethreads/guide/Transcript.java
//SOURCES src/loosethreads/guide/Translations.java
//SOURCES src/loosethreads/guide/WordsUsed.java
//SOURCES src/loosethreads/lesson/Chapter.java
//SOURCES src/loosethreads/lesson/Lesson.java
//SOURCES src/loosethreads/lesson/Lessons.java
//SOURCES src/loosethreads/lesson/RejectedDiff.java
//SOURCES src/loosethreads/lesson/RejectedFixes.java
//SOURCES src/loosethreads/lesson/Tags.java
//SOURCES src/loosethreads/lesson/Workspace.java
//SOURCES src/loosethreads/lifeline/Axis.java
//SOURCES src/loosethreads/lifeline/Columns.java
//SOURCES src/loosethreads/lifeline/Frames.java
//SOURCES src/loosethreads/lifeline/Glyphs.java
//SOURCES src/loosethreads/lifeline/Ink.java
//SOURCES src/loosethreads/lifeline/JsonText.java
//SOURCES src/loosethreads/lifeline/Lifeline.java
//SOURCES src/loosethreads/lifeline/LifelineBuilder.java
//SOURCES src/loosethreads/lifeline/Mark.java
//SOURCES src/loosethreads/lifeline/Marks.java
//SOURCES src/loosethreads/lifeline/RecorderJar.java
//SOURCES src/loosethreads/lifeline/Recording.java
//SOURCES src/loosethreads/lifeline/RecordingJson.java
//SOURCES src/loosethreads/lifeline/Row.java
//SOURCES src/loosethreads/lifeline/Rows.java
//SOURCES src/loosethreads/lifeline/SvgBars.java
//SOURCES src/loosethreads/lifeline/SvgCanvas.java
//SOURCES src/loosethreads/lifeline/SvgPart.java
//SOURCES src/loosethreads/lifeline/SvgPicture.java
//SOURCES src/loosethreads/lifeline/SvgScheme.java
//SOURCES src/loosethreads/lifeline/TapeReader.java
//SOURCES src/loosethreads/lifeline/TerminalPicture.java
//SOURCES src/loosethreads/lifeline/TraceEvents.java
//SOURCES src/loosethreads/lifeline/Words.java
//SOURCES src/loosethreads/lifeline/agent/FlightRecorder.java
//SOURCES src/loosethreads/lifeline/agent/Recorder.java
//SOURCES src/loosethreads/lifeline/agent/Register.java
//SOURCES src/loosethreads/lifeline/agent/Sampler.java
//SOURCES src/loosethreads/lifeline/agent/Stacks.java
//SOURCES src/loosethreads/lifeline/agent/StartLines.java
//SOURCES src/loosethreads/lifeline/agent/Tape.java
//SOURCES src/loosethreads/lifeline/agent/TellingThreads.java
//SOURCES src/loosethreads/lifeline/agent/Watched.java
//SOURCES src/loosethreads/proof/AgentJar.java
//SOURCES src/loosethreads/proof/Call.java
//SOURCES src/loosethreads/proof/Canary.java
//SOURCES src/loosethreads/proof/ChildJvm.java
//SOURCES src/loosethreads/proof/CommonPool.java
//SOURCES src/loosethreads/proof/Descendants.java
//SOURCES src/loosethreads/proof/Door.java
//SOURCES src/loosethreads/proof/FlightRecord.java
//SOURCES src/loosethreads/proof/Folders.java
//SOURCES src/loosethreads/proof/HalfRequest.java
//SOURCES src/loosethreads/proof/Http.java
//SOURCES src/loosethreads/proof/JvmSight.java
//SOURCES src/loosethreads/proof/Leash.java
//SOURCES src/loosethreads/proof/LedgerSight.java
//SOURCES src/loosethreads/proof/LessonProofs.java
//SOURCES src/loosethreads/proof/LiveThread.java
//SOURCES src/loosethreads/proof/LooseThreadsExtension.java
//SOURCES src/loosethreads/proof/NoLooseThreads.java
//SOURCES src/loosethreads/proof/Origins.java
//SOURCES src/loosethreads/proof/Outcome.java
//SOURCES src/loosethreads/proof/Output.java
//SOURCES src/loosethreads/proof/Program.java
//SOURCES src/loosethreads/proof/ProofFailure.java
//SOURCES src/loosethreads/proof/QuickStart.java
//SOURCES src/loosethreads/proof/Scenario.java
//SOURCES src/loosethreads/proof/Sight.java
//SOURCES src/loosethreads/proof/SlowReply.java
//SOURCES src/loosethreads/proof/SourceOrder.java
//SOURCES src/loosethreads/proof/Stage.java
//SOURCES src/loosethreads/proof/ThreadContainers.java
//SOURCES src/loosethreads/proof/ThreadDump.java
//SOURCES src/loosethreads/proof/ThreadWatch.java
//SOURCES src/loosethreads/proof/VirtualThreads.java
//SOURCES src/loosethreads/proof/Within.java
//SOURCES src/loosethreads/proof/Words.java
//SOURCES src/loosethreads/proof/agent/Agent.java
//SOURCES src/loosethreads/proof/agent/Ledger.java
//SOURCES src/loosethreads/proof/agent/Observer.java
//SOURCES src/loosethreads/proof/agent/Rehearsal.java
//SOURCES src/loosethreads/proof/agent/SystemThreads.java
//SOURCES src/loosethreads/session/Checked.java
//SOURCES src/loosethreads/session/Copied.java
//SOURCES src/loosethreads/session/Copies.java
//SOURCES src/loosethreads/session/Digest.java
//SOURCES src/loosethreads/session/Doctor.java
//SOURCES src/loosethreads/session/Notes.java
//SOURCES src/loosethreads/session/Parked.java
//SOURCES src/loosethreads/session/ProgramDiff.java
//SOURCES src/loosethreads/session/Reason.java
//SOURCES src/loosethreads/session/SafeFile.java
//SOURCES src/loosethreads/session/Session.java
//SOURCES src/loosethreads/session/Standing.java
//SOURCES src/loosethreads/session/TerminalSize.java
//FILES LICENSE=../LICENSE
//FILES README.adoc=../README.adoc
//FILES lessons/lesson1/Lesson1.java=../lessons/lesson1/Lesson1.java
//FILES lessons/lesson1/Lesson1Proofs.java=../lessons/lesson1/Lesson1Proofs.java
//FILES lessons/lesson1/Lesson1Scenario.java=../lessons/lesson1/Lesson1Scenario.java
//FILES lessons/lesson1/explore.jsh=../lessons/lesson1/explore.jsh
//FILES lessons/lesson1/lesson.adoc=../lessons/lesson1/lesson.adoc
//FILES lessons/lesson1/zh.po=../lessons/lesson1/zh.po
//FILES lessons/lesson2/Lesson2.java=../lessons/lesson2/Lesson2.java
//FILES lessons/lesson2/Lesson2Proofs.java=../lessons/lesson2/Lesson2Proofs.java
//FILES lessons/lesson2/Lesson2Scenario.java=../lessons/lesson2/Lesson2Scenario.java
//FILES lessons/lesson2/explore.jsh=../lessons/lesson2/explore.jsh
//FILES lessons/lesson2/lesson.adoc=../lessons/lesson2/lesson.adoc
//FILES lessons/lesson2/zh.po=../lessons/lesson2/zh.po
//FILES lessons/lesson3/Lesson3.java=../lessons/lesson3/Lesson3.java
//FILES lessons/lesson3/Lesson3Proofs.java=../lessons/lesson3/Lesson3Proofs.java
//FILES lessons/lesson3/Lesson3Scenario.java=../lessons/lesson3/Lesson3Scenario.java
//FILES lessons/lesson3/explore.jsh=../lessons/lesson3/explore.jsh
//FILES lessons/lesson3/lesson.adoc=../lessons/lesson3/lesson.adoc
//FILES lessons/lesson3/zh.po=../lessons/lesson3/zh.po
//FILES lessons/lesson4/Lesson4.java=../lessons/lesson4/Lesson4.java
//FILES lessons/lesson4/Lesson4Proofs.java=../lessons/lesson4/Lesson4Proofs.java
//FILES lessons/lesson4/Lesson4Scenario.java=../lessons/lesson4/Lesson4Scenario.java
//FILES lessons/lesson4/explore.jsh=../lessons/lesson4/explore.jsh
//FILES lessons/lesson4/lesson.adoc=../lessons/lesson4/lesson.adoc
//FILES lessons/lesson4/zh.po=../lessons/lesson4/zh.po
//FILES lessons/lesson5/Lesson5.java=../lessons/lesson5/Lesson5.java
//FILES lessons/lesson5/Lesson5Proofs.java=../lessons/lesson5/Lesson5Proofs.java
//FILES lessons/lesson5/Lesson5Scenario.java=../lessons/lesson5/Lesson5Scenario.java
//FILES lessons/lesson5/explore.jsh=../lessons/lesson5/explore.jsh
//FILES lessons/lesson5/lesson.adoc=../lessons/lesson5/lesson.adoc
//FILES lessons/lesson5/zh.po=../lessons/lesson5/zh.po
//FILES lessons/lesson6/Lesson6.java=../lessons/lesson6/Lesson6.java
//FILES lessons/lesson6/Lesson6Proofs.java=../lessons/lesson6/Lesson6Proofs.java
//FILES lessons/lesson6/Lesson6Scenario.java=../lessons/lesson6/Lesson6Scenario.java
//FILES lessons/lesson6/explore.jsh=../lessons/lesson6/explore.jsh
//FILES lessons/lesson6/lesson.adoc=../lessons/lesson6/lesson.adoc
//FILES lessons/lesson6/zh.po=../lessons/lesson6/zh.po
//FILES solutions/lesson1/Lesson1.java=../solutions/lesson1/Lesson1.java
//FILES solutions/lesson1/handler/Lesson1.java=../solutions/lesson1/handler/Lesson1.java
//FILES solutions/lesson1/rejected/cause-without-the-service.diff=../solutions/lesson1/rejected/cause-without-the-service.diff
//FILES solutions/lesson1/rejected/daemon-threads.diff=../solutions/lesson1/rejected/daemon-threads.diff
//FILES solutions/lesson1/rejected/default-names.diff=../solutions/lesson1/rejected/default-names.diff
//FILES solutions/lesson1/rejected/exit-zero.diff=../solutions/lesson1/rejected/exit-zero.diff
//FILES solutions/lesson1/rejected/hook-that-waits-for-main.diff=../solutions/lesson1/rejected/hook-that-waits-for-main.diff
//FILES solutions/lesson1/rejected/main-throws.diff=../solutions/lesson1/rejected/main-throws.diff
//FILES solutions/lesson1/rejected/message-without-the-cause.diff=../solutions/lesson1/rejected/message-without-the-cause.diff
//FILES solutions/lesson1/rejected/print-and-carry-on.diff=../solutions/lesson1/rejected/print-and-carry-on.diff
//FILES solutions/lesson1/rejected/shutdown-without-now.diff=../solutions/lesson1/rejected/shutdown-without-now.diff
//FILES solutions/lesson1/rejected/throw-in-the-task.diff=../solutions/lesson1/rejected/throw-in-the-task.diff
//FILES solutions/lesson1/rejected/uncaught-handler.diff=../solutions/lesson1/rejected/uncaught-handler.diff
//FILES solutions/lesson1/rejected/virtual-threads.diff=../solutions/lesson1/rejected/virtual-threads.diff
//FILES solutions/lesson1/rejected/watch-the-first.diff=../solutions/lesson1/rejected/watch-the-first.diff
//FILES solutions/lesson1/solution.adoc=../solutions/lesson1/solution.adoc
//FILES solutions/lesson2/Lesson2.java=../solutions/lesson2/Lesson2.java
//FILES solutions/lesson2/rejected/executor-left-open.diff=../solutions/lesson2/rejected/executor-left-open.diff
//FILES solutions/lesson2/rejected/flag-set-before-stop.diff=../solutions/lesson2/rejected/flag-set-before-stop.diff
//FILES solutions/lesson2/rejected/join-that-swallows-the-interrupt.diff=../solutions/lesson2/rejected/join-that-swallows-the-interrupt.diff
//FILES solutions/lesson2/rejected/logged-not-thrown.diff=../solutions/lesson2/rejected/logged-not-thrown.diff
//FILES solutions/lesson2/rejected/one-after-the-other.diff=../solutions/lesson2/rejected/one-after-the-other.diff
//FILES solutions/lesson2/rejected/returns-the-thread.diff=../solutions/lesson2/rejected/returns-the-thread.diff
//FILES solutions/lesson2/rejected/starts-it-without-a-thread.diff=../solutions/lesson2/rejected/starts-it-without-a-thread.diff
//FILES solutions/lesson2/rejected/while-running-sleep.diff=../solutions/lesson2/rejected/while-running-sleep.diff
//FILES solutions/lesson2/solution.adoc=../solutions/lesson2/solution.adoc
//FILES solutions/lesson3/Lesson3.java=../solutions/lesson3/Lesson3.java
//FILES solutions/lesson3/rejected/daemon-threads-for-both.diff=../solutions/lesson3/rejected/daemon-threads-for-both.diff
//FILES solutions/lesson3/rejected/debug-without-daemon.diff=../solutions/lesson3/rejected/debug-without-daemon.diff
//FILES solutions/lesson3/rejected/exit-in-the-handler.diff=../solutions/lesson3/rejected/exit-in-the-handler.diff
//FILES solutions/lesson3/rejected/exit-on-failure.diff=../solutions/lesson3/rejected/exit-on-failure.diff
//FILES solutions/lesson3/rejected/future-get-in-main.diff=../solutions/lesson3/rejected/future-get-in-main.diff
//FILES solutions/lesson3/rejected/handlers-with-the-default-factory.diff=../solutions/lesson3/rejected/handlers-with-the-default-factory.diff
//FILES solutions/lesson3/rejected/join-the-app-thread.diff=../solutions/lesson3/rejected/join-the-app-thread.diff
//FILES solutions/lesson3/rejected/latch-in-main.diff=../solutions/lesson3/rejected/latch-in-main.diff
//FILES solutions/lesson3/rejected/main-returns.diff=../solutions/lesson3/rejected/main-returns.diff
//FILES solutions/lesson3/rejected/polling-loop-in-main.diff=../solutions/lesson3/rejected/polling-loop-in-main.diff
//FILES solutions/lesson3/rejected/stop-without-delay.diff=../solutions/lesson3/rejected/stop-without-delay.diff
//FILES solutions/lesson3/rejected/wait-in-a-helper.diff=../solutions/lesson3/rejected/wait-in-a-helper.diff
//FILES solutions/lesson3/solution.adoc=../solutions/lesson3/solution.adoc
//FILES solutions/lesson4/Lesson4.java=../solutions/lesson4/Lesson4.java
//FILES solutions/lesson4/handler/Lesson4.java=../solutions/lesson4/handler/Lesson4.java
//FILES solutions/lesson4/rejected/any-of.diff=../solutions/lesson4/rejected/any-of.diff
//FILES solutions/lesson4/rejected/catch-exception.diff=../solutions/lesson4/rejected/catch-exception.diff
//FILES solutions/lesson4/rejected/close-the-handlers.diff=../solutions/lesson4/rejected/close-the-handlers.diff
//FILES solutions/lesson4/rejected/daemon-threads.diff=../solutions/lesson4/rejected/daemon-threads.diff
//FILES solutions/lesson4/rejected/exit-where-it-failed.diff=../solutions/lesson4/rejected/exit-where-it-failed.diff
//FILES solutions/lesson4/rejected/handlers-first.diff=../solutions/lesson4/rejected/handlers-first.diff
//FILES solutions/lesson4/rejected/handlers-on-the-dispatcher.diff=../solutions/lesson4/rejected/handlers-on-the-dispatcher.diff
//FILES solutions/lesson4/rejected/invoke-any.diff=../solutions/lesson4/rejected/invoke-any.diff
//FILES solutions/lesson4/rejected/report-and-carry-on.diff=../solutions/lesson4/rejected/report-and-carry-on.diff
//FILES solutions/lesson4/rejected/shutdown-now.diff=../solutions/lesson4/rejected/shutdown-now.diff
//FILES solutions/lesson4/rejected/stop-at-every-end.diff=../solutions/lesson4/rejected/stop-at-every-end.diff
//FILES solutions/lesson4/rejected/stop-without-delay.diff=../solutions/lesson4/rejected/stop-without-delay.diff
//FILES solutions/lesson4/rejected/swallow-the-interrupt.diff=../solutions/lesson4/rejected/swallow-the-interrupt.diff
//FILES solutions/lesson4/rejected/wait-with-a-limit.diff=../solutions/lesson4/rejected/wait-with-a-limit.diff
//FILES solutions/lesson4/rejected/watch-the-first.diff=../solutions/lesson4/rejected/watch-the-first.diff
//FILES solutions/lesson4/solution.adoc=../solutions/lesson4/solution.adoc
//FILES solutions/lesson4/structured/Lesson4.java=../solutions/lesson4/structured/Lesson4.java
//FILES solutions/lesson5/Lesson5.java=../solutions/lesson5/Lesson5.java
//FILES solutions/lesson5/invokeany/Lesson5.java=../solutions/lesson5/invokeany/Lesson5.java
//FILES solutions/lesson5/rejected/bigger-queue.diff=../solutions/lesson5/rejected/bigger-queue.diff
//FILES solutions/lesson5/rejected/cancel-only.diff=../solutions/lesson5/rejected/cancel-only.diff
//FILES solutions/lesson5/rejected/close-in-the-request.diff=../solutions/lesson5/rejected/close-in-the-request.diff
//FILES solutions/lesson5/rejected/daemon-threads.diff=../solutions/lesson5/rejected/daemon-threads.diff
//FILES solutions/lesson5/rejected/executor-for-each-request.diff=../solutions/lesson5/rejected/executor-for-each-request.diff
//FILES solutions/lesson5/rejected/fixed-pool.diff=../solutions/lesson5/rejected/fixed-pool.diff
//FILES solutions/lesson5/rejected/invoke-any.diff=../solutions/lesson5/rejected/invoke-any.diff
//FILES solutions/lesson5/rejected/offer.diff=../solutions/lesson5/rejected/offer.diff
//FILES solutions/lesson5/rejected/receiver-time-limit.diff=../solutions/lesson5/rejected/receiver-time-limit.diff
//FILES solutions/lesson5/rejected/try-again-on-interrupt.diff=../solutions/lesson5/rejected/try-again-on-interrupt.diff
//FILES solutions/lesson5/rejected/virtual-threads.diff=../solutions/lesson5/rejected/virtual-threads.diff
//FILES solutions/lesson5/solution.adoc=../solutions/lesson5/solution.adoc
//FILES solutions/lesson6/Lesson6.java=../solutions/lesson6/Lesson6.java
//FILES solutions/lesson6/rejected/await-unread.diff=../solutions/lesson6/rejected/await-unread.diff
//FILES solutions/lesson6/rejected/caller-runs.diff=../solutions/lesson6/rejected/caller-runs.diff
//FILES solutions/lesson6/rejected/check-then-put.diff=../solutions/lesson6/rejected/check-then-put.diff
//FILES solutions/lesson6/rejected/close-after-main.diff=../solutions/lesson6/rejected/close-after-main.diff
//FILES solutions/lesson6/rejected/counted-not-named.diff=../solutions/lesson6/rejected/counted-not-named.diff
//FILES solutions/lesson6/rejected/daemon-workers.diff=../solutions/lesson6/rejected/daemon-workers.diff
//FILES solutions/lesson6/rejected/dies-of-an-error.diff=../solutions/lesson6/rejected/dies-of-an-error.diff
//FILES solutions/lesson6/rejected/executor-close.diff=../solutions/lesson6/rejected/executor-close.diff
//FILES solutions/lesson6/rejected/failure-unread.diff=../solutions/lesson6/rejected/failure-unread.diff
//FILES solutions/lesson6/rejected/flag-cleared.diff=../solutions/lesson6/rejected/flag-cleared.diff
//FILES solutions/lesson6/rejected/grace-for-each-worker.diff=../solutions/lesson6/rejected/grace-for-each-worker.diff
//FILES solutions/lesson6/rejected/interrupts-the-workers.diff=../solutions/lesson6/rejected/interrupts-the-workers.diff
//FILES solutions/lesson6/rejected/leaves-when-closed.diff=../solutions/lesson6/rejected/leaves-when-closed.diff
//FILES solutions/lesson6/rejected/poison-pill.diff=../solutions/lesson6/rejected/poison-pill.diff
//FILES solutions/lesson6/rejected/refused-in-silence.diff=../solutions/lesson6/rejected/refused-in-silence.diff
//FILES solutions/lesson6/rejected/reporter-first.diff=../solutions/lesson6/rejected/reporter-first.diff
//FILES solutions/lesson6/rejected/second-close-returns.diff=../solutions/lesson6/rejected/second-close-returns.diff
//FILES solutions/lesson6/rejected/shutdown-now.diff=../solutions/lesson6/rejected/shutdown-now.diff
//FILES solutions/lesson6/rejected/shutdown-only.diff=../solutions/lesson6/rejected/shutdown-only.diff
//FILES solutions/lesson6/rejected/unbounded-queue.diff=../solutions/lesson6/rejected/unbounded-queue.diff
//FILES solutions/lesson6/rejected/virtual-threads-without-limit.diff=../solutions/lesson6/rejected/virtual-threads-without-limit.diff
//FILES solutions/lesson6/rejected/waiters-forgotten.diff=../solutions/lesson6/rejected/waiters-forgotten.diff
//FILES solutions/lesson6/solution.adoc=../solutions/lesson6/solution.adoc
//FILES solutions/lesson6/tasks/Lesson6.java=../solutions/lesson6/tasks/Lesson6.java
//FILES workbook/guide/glossary.adoc=../workbook/guide/glossary.adoc
//FILES workbook/guide/guide.css=../workbook/guide/guide.css
//FILES workbook/guide/guide.js=../workbook/guide/guide.js
//FILES workbook/guide/lesson3.svg=../workbook/guide/lesson3.svg
//FILES workbook/guide/player.js=../workbook/guide/player.js
//FILES workbook/guide/search.js=../workbook/guide/search.js
//FILES workbook/guide/zh.po=../workbook/guide/zh.po

import java.nio.file.Path;
import java.util.concurrent.Callable;
import loosethreads.guide.GuideTasks;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The guide's command line. */
@Command(
    name = "guide",
    description = "Write the guide: a static site that needs no server and no network.",
    mixinStandardHelpOptions = true)
class Guide implements Callable<Integer> {
  @Parameters(
      paramLabel = "FOLDER",
      defaultValue = "build/guide",
      description = "Where to write it. Default: ${DEFAULT-VALUE}")
  private Path folder;

  @Option(
      names = "--translations",
      paramLabel = "CHECKOUT",
      description = "Write the files for translators in a checkout instead.")
  private Path translations;

  public static void main(String... arguments) {
    System.exit(new CommandLine(new Guide()).execute(arguments));
  }

  @Override
  public Integer call() throws Exception {
    return translations == null
        ? GuideTasks.write(folder, System.out)
        : GuideTasks.writeTranslations(translations, System.out);
  }
}
