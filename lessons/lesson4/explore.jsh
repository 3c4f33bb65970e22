// SPDX-License-Identifier: Apache-2.0

Lesson4.Service sleeping = () -> Thread.sleep(60_000);
Lesson4.Service failing = () -> { throw new IOException("mock failure"); };

IO.println(
    """
    Try:
      1. Lesson4.runTogether(Map.of("app", sleeping, "debug", failing))
         It has thrown. Is the app over? threads()
      2. start("0", "0", "5000"); get("/ping")
         After 5 s debug fails. Then: get("/ping"); threads()
      3. The same with --solution
    threads() shows what lives, /reset begins anew, /exit ends it all.
    """);
