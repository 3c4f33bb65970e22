// SPDX-License-Identifier: Apache-2.0
package loosethreads.proof.agent;

/** Threads of ours in a JVM that is observed: in the group of the JVM's own, which nobody shows. */
public final class SystemThreads {
  private SystemThreads() {}

  public static Thread of(String name, Runnable task) {
    ThreadGroup group = Thread.currentThread().getThreadGroup();
    while (group.getParent() != null) {
      group = group.getParent();
    }
    Thread thread = new Thread(group, task, name);
    thread.setDaemon(true);
    return thread;
  }
}
