// SPDX-License-Identifier: Apache-2.0

Lesson6.Collector slowly =
    report -> {
      Thread.sleep(10_000);
      IO.println("collected " + report);
    };

IO.println(
    """
    Try:
      1. var reporter = new Lesson6.Reporter(2, 40, slowly)
         reporter.report("a"); reporter.close(Duration.ofSeconds(20)); threads()
         It was accepted, close has returned 0, and it is not done.
      2. The same with --solution: close takes 10 s. Why?
      3. start(); for (int i = 0; i < 9; i++) get("/ping"); threads()
    threads() shows what lives, /reset begins anew, /exit ends it all.
    """);
