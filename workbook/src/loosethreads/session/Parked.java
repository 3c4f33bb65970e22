// SPDX-License-Identifier: Apache-2.0
package loosethreads.session;

import java.util.concurrent.locks.LockSupport;

/** A program with a parked virtual thread, to see whether it is seen. */
final class Parked {
  private Parked() {}

  public static void main(String... none) throws InterruptedException {
    Thread.ofVirtual().name("parked").start(LockSupport::park).join();
  }
}
