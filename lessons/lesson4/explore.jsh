// SPDX-License-Identifier: Apache-2.0

Lesson4.Service sleeping = () -> Thread.sleep(60_000);
Lesson4.Service failing = () -> { throw new IOException("mock failure"); };

IO.println(
    """
    Try:
      1. start("0", "0", "5000")  get("/ping")
         5 s later the debug service fails: get("/ping")  threads()
      2. /reset  Lesson4.runTogether(Map.of("app", sleeping, "debug", failing))
         The call is over. threads()
      3. The same with --solution
    threads() shows what lives, /reset begins anew, /exit ends it all.
    """);
