// SPDX-License-Identifier: Apache-2.0
package loosethreads.command;

import java.util.ArrayList;
import java.util.List;
import loosethreads.proof.Within;

/** How somebody else ends a session on a terminal, and what it must not leave then. */
enum Killing {
  CTRL_C(130) {
    @Override
    void kill(Screenful screen) throws Exception {
      screen.type("\u0003");
    }
  },
  SIGTERM(143) {
    @Override
    void kill(Screenful screen) throws Exception {
      screen.tool().destroy();
    }
  },
  SIGKILL(137) {
    @Override
    void kill(Screenful screen) throws Exception {
      screen.tool().destroyForcibly();
    }
  };

  private final int status;

  Killing(int status) {
    this.status = status;
  }

  abstract void kill(Screenful screen) throws Exception;

  /** Ends the session; returns what is not as it has to be afterwards. */
  List<String> problems(Screenful screen) throws Exception {
    kill(screen);
    List<String> problems = new ArrayList<>();
    int ended = screen.awaitEnd();
    if (ended != status) {
      problems.add("exit status " + ended);
    }
    Within.await(Within.seconds(2), () -> screen.processes().isEmpty());
    screen.processes().forEach(process -> problems.add("still there: " + process));
    if (this != SIGKILL) {
      problems.addAll(screen.differences());
    }
    return problems;
  }
}
