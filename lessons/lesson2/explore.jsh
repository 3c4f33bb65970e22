// SPDX-License-Identifier: Apache-2.0

void serve(String port) throws Exception {
  Lesson2.serveApp(Integer.parseInt(port), uri -> IO.println("app listening on " + uri));
}

IO.println(
    """
    Try:
      1. serve("0")
         It has returned. Is the app over? get("/ping"); threads()
      2. try { serve(takenPort()); IO.println("it served"); }
         catch (IOException e) { IO.println("it told me: " + e); }
      3. The same with --solution, where Ctrl-C ends a serve
    threads() shows what lives, /reset begins anew, /exit ends it all.
    """);
