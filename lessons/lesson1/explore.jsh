// SPDX-License-Identifier: Apache-2.0

IO.println(
    """
    Try:
      1. start(); get("/ping"); threads()
      2. /reset, and then: start("0", takenPort()); get("/ping"); threads()
         Half of the program is missing. Who told you?
         With --solution it ends, and JShell says: State engine terminated.
      3. var pool = Executors.newCachedThreadPool()
         var task = pool.submit(() -> { throw new IOException("lost?"); })
         task.state(); task.exceptionNow()
    threads() shows what lives, /reset begins anew, /exit ends it all.
    """);
