// SPDX-License-Identifier: Apache-2.0
package loosethreads.lifeline.agent;

/** Threads of ours in a JVM that is recorded, in the group that no recording shows. */
final class SystemThreads {
  private SystemThreads() {}

  static Thread of(String name, Runnable task) {
    ThreadGroup group = Thread.currentThread().getThreadGroup();
    while (group.getParent() != null) {
      group = group.getParent();
    }
    Thread thread = new Thread(group, task, name);
    thread.setDaemon(true);
    return thread;
  }
}
