///usr/bin/env jbang "$0" "$@" ; exit $?
// SPDX-License-Identifier: Apache-2.0
//JAVA 25+
//DEPS org.junit:junit-bom:6.1.3@pom
//DEPS info.picocli:picocli:4.7.7
//DEPS com.fasterxml.jackson.jr:jackson-jr-objects:2.20.0
//DEPS io.github.java-diff-utils:java-diff-utils:4.17
//DEPS org.junit.jupiter:junit-jupiter
//DEPS org.junit.platform:junit-platform-launcher
//RUNTIME_OPTIONS -XX:TieredStopAtLevel=1 -XX:+UseSerialGC
//SOURCES src/loosethreads/check/CheckResult.java
//SOURCES src/loosethreads/check/Checker.java
//SOURCES src/loosethreads/check/Compiler.java
//SOURCES src/loosethreads/check/ExitWatch.java
//SOURCES src/loosethreads/check/Finding.java
//SOURCES src/loosethreads/check/Limited.java
//SOURCES src/loosethreads/check/Limits.java
//SOURCES src/loosethreads/check/ProgramFile.java
//SOURCES src/loosethreads/check/ProofResult.java
//SOURCES src/loosethreads/check/ProofsMain.java
//SOURCES src/loosethreads/check/RecordedRun.java
//SOURCES src/loosethreads/check/ResultLog.java
//SOURCES src/loosethreads/check/RunResult.java
//SOURCES src/loosethreads/check/ScenarioMain.java
//SOURCES src/loosethreads/check/Scratch.java
//SOURCES src/loosethreads/check/Tapes.java
//SOURCES src/loosethreads/check/Verdict.java
//SOURCES src/loosethreads/command/CheckCommand.java
//SOURCES src/loosethreads/command/Commands.java
//SOURCES src/loosethreads/command/Desk.java
//SOURCES src/loosethreads/command/DiffCommand.java
//SOURCES src/loosethreads/command/DoctorCommand.java
//SOURCES src/loosethreads/command/ExitStatus.java
//SOURCES src/loosethreads/command/HintCommand.java
//SOURCES src/loosethreads/command/InitCommand.java
//SOURCES src/loosethreads/command/JUnitXml.java
//SOURCES src/loosethreads/command/Json.java
//SOURCES src/loosethreads/command/ListCommand.java
//SOURCES src/loosethreads/command/NextCommand.java
//SOURCES src/loosethreads/command/Report.java
//SOURCES src/loosethreads/command/ResetCommand.java
//SOURCES src/loosethreads/command/RunCommand.java
//SOURCES src/loosethreads/command/Runs.java
//SOURCES src/loosethreads/command/Screen.java
//SOURCES src/loosethreads/command/SolutionCommand.java
//SOURCES src/loosethreads/command/Steps.java
//SOURCES src/loosethreads/command/UpdateCommand.java
//SOURCES src/loosethreads/command/Words.java
//SOURCES src/loosethreads/lesson/Chapter.java
//SOURCES src/loosethreads/lesson/Lesson.java
//SOURCES src/loosethreads/lesson/Lessons.java
//SOURCES src/loosethreads/lesson/Tags.java
//SOURCES src/loosethreads/lesson/Workspace.java
//SOURCES src/loosethreads/lifeline/Lifeline.java
//SOURCES src/loosethreads/lifeline/LifelineBuilder.java
//SOURCES src/loosethreads/lifeline/Mark.java
//SOURCES src/loosethreads/lifeline/RecorderJar.java
//SOURCES src/loosethreads/lifeline/Recording.java
//SOURCES src/loosethreads/lifeline/TapeReader.java
//SOURCES src/loosethreads/lifeline/agent/FlightRecorder.java
//SOURCES src/loosethreads/lifeline/agent/Recorder.java
//SOURCES src/loosethreads/lifeline/agent/Sampler.java
//SOURCES src/loosethreads/lifeline/agent/Stacks.java
//SOURCES src/loosethreads/lifeline/agent/SystemThreads.java
//SOURCES src/loosethreads/lifeline/agent/Tape.java
//SOURCES src/loosethreads/lifeline/agent/TellingThreads.java
//SOURCES src/loosethreads/lifeline/agent/Watched.java
//SOURCES src/loosethreads/proof/AgentJar.java
//SOURCES src/loosethreads/proof/Call.java
//SOURCES src/loosethreads/proof/Canary.java
//SOURCES src/loosethreads/proof/ChildJvm.java
//SOURCES src/loosethreads/proof/CommonPool.java
//SOURCES src/loosethreads/proof/Descendants.java
//SOURCES src/loosethreads/proof/FlightRecord.java
//SOURCES src/loosethreads/proof/Folders.java
//SOURCES src/loosethreads/proof/HalfRequest.java
//SOURCES src/loosethreads/proof/Http.java
//SOURCES src/loosethreads/proof/JvmSight.java
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
//FILES lessons/lesson1/lesson.adoc=../lessons/lesson1/lesson.adoc
//FILES lessons/lesson1/Lesson1.java=../lessons/lesson1/Lesson1.java
//FILES lessons/lesson1/Lesson1Proofs.java=../lessons/lesson1/Lesson1Proofs.java
//FILES lessons/lesson1/Lesson1Scenario.java=../lessons/lesson1/Lesson1Scenario.java
//FILES solutions/lesson1/Lesson1.java=../solutions/lesson1/Lesson1.java
//FILES lessons/lesson2/lesson.adoc=../lessons/lesson2/lesson.adoc
//FILES lessons/lesson2/Lesson2.java=../lessons/lesson2/Lesson2.java
//FILES lessons/lesson2/Lesson2Proofs.java=../lessons/lesson2/Lesson2Proofs.java
//FILES lessons/lesson2/Lesson2Scenario.java=../lessons/lesson2/Lesson2Scenario.java
//FILES solutions/lesson2/Lesson2.java=../solutions/lesson2/Lesson2.java
//FILES lessons/lesson3/lesson.adoc=../lessons/lesson3/lesson.adoc
//FILES lessons/lesson3/Lesson3.java=../lessons/lesson3/Lesson3.java
//FILES lessons/lesson3/Lesson3Proofs.java=../lessons/lesson3/Lesson3Proofs.java
//FILES lessons/lesson3/Lesson3Scenario.java=../lessons/lesson3/Lesson3Scenario.java
//FILES solutions/lesson3/Lesson3.java=../solutions/lesson3/Lesson3.java
//FILES lessons/lesson4/lesson.adoc=../lessons/lesson4/lesson.adoc
//FILES lessons/lesson4/Lesson4.java=../lessons/lesson4/Lesson4.java
//FILES lessons/lesson4/Lesson4Proofs.java=../lessons/lesson4/Lesson4Proofs.java
//FILES lessons/lesson4/Lesson4Scenario.java=../lessons/lesson4/Lesson4Scenario.java
//FILES solutions/lesson4/Lesson4.java=../solutions/lesson4/Lesson4.java
//FILES lessons/lesson5/lesson.adoc=../lessons/lesson5/lesson.adoc
//FILES lessons/lesson5/Lesson5.java=../lessons/lesson5/Lesson5.java
//FILES lessons/lesson5/Lesson5Proofs.java=../lessons/lesson5/Lesson5Proofs.java
//FILES lessons/lesson5/Lesson5Scenario.java=../lessons/lesson5/Lesson5Scenario.java
//FILES solutions/lesson5/Lesson5.java=../solutions/lesson5/Lesson5.java
//FILES lessons/lesson6/lesson.adoc=../lessons/lesson6/lesson.adoc
//FILES lessons/lesson6/Lesson6.java=../lessons/lesson6/Lesson6.java
//FILES lessons/lesson6/Lesson6Proofs.java=../lessons/lesson6/Lesson6Proofs.java
//FILES lessons/lesson6/Lesson6Scenario.java=../lessons/lesson6/Lesson6Scenario.java
//FILES solutions/lesson6/Lesson6.java=../solutions/lesson6/Lesson6.java

import loosethreads.command.Commands;
import picocli.CommandLine.Command;

/** The workbook's command line. */
@Command(
    name = "workbook",
    description = "Six lessons on starting only those threads whose end you know.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
class Workbook {
  public static void main(String... arguments) {
    System.exit(Commands.run(new Workbook(), arguments));
  }
}
