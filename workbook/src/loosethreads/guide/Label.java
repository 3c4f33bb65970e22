// SPDX-License-Identifier: Apache-2.0
package loosethreads.guide;

/** What the guide's pages say besides the documents that they show. */
enum Label {
  TITLE("Loose Threads"),
  SKIP("Skip to the text"),
  PAGES("All pages"),
  ON_THIS_PAGE("On this page"),
  LESSON("Lesson %d"),
  SOLUTION("Solution %d: %s"),
  BACK_TO_LESSON("Back to the lesson"),
  HOME("Start"),
  WRAP_UP("What the six lessons say"),
  GLOSSARY("Glossary"),
  PREVIOUS("Previous"),
  NEXT("Next"),
  OUTCOME("Outcome"),
  WORDS_USED("Words on this page"),
  SEARCH("Search"),
  SEARCH_HINT("A word of the guide, for example daemon"),
  NOTHING_FOUND("No section has this."),
  FOUND("Sections found"),
  LIGHT_OR_DARK("Light or dark"),
  COPY("Copy"),
  COPIED("Copied"),
  BROKEN("The broken program"),
  FIXED("The fixed program"),
  ONE_AXIS("Both runs on one time axis. Each bar is a thread; its end says how it ended."),
  HOW_TO_LOOK(
      "Point at a thread, or walk to it with the arrow keys: you see its stack, and the line that"
          + " started it is marked in the listings."),
  PLAY("Play"),
  PAUSE("Pause"),
  MARK_BEFORE("Previous mark"),
  MARK_AFTER("Next mark"),
  TIME("Time"),
  HAS_ENDED("It has ended, so it has no stack."),
  THREADS_IN_WORDS("Every thread in words"),
  MEASURED("Measured"),
  JDK("JDK"),
  UNDERLINED("underlined"),
  FIGURES_OF_RUNS("The %s figures are from runs that the build made."),
  OTHER_FIGURES(
      "Other figures, which no run here shows, were measured by hand on %s, with JDK 25.0.3 on two"
          + " processors."),
  OUTPUT_OF_FIXED("What the fixed program's run printed"),
  SHOW_FIX("Show the fix"),
  WHOLE_SOLUTION("The whole solution of this lesson"),
  WHAT_CHANGES("What changes"),
  FIXED_PROGRAM("The fixed program, from its first line to its last"),
  OTHER_RIGHT_WAY("Another right way"),
  WHY_NOT("Why does this not work?"),
  SHOW_PROGRAM("Show the program"),
  SHOW_CHANGE("Show its change"),
  DIFF("Lines with - go, lines with + come."),
  SLIDES("Slides"),
  WHAT_THE_THREADS_DID("What the threads did"),
  YOUR_TURN("Your turn"),
  MEND_IT("Mend the program until its proofs pass."),
  NOTES("Notes");

  private final String english;

  Label(String english) {
    this.english = english;
  }

  String english() {
    return english;
  }
}
