// SPDX-License-Identifier: Apache-2.0

void serve(String port) throws Exception {
  Lesson2.serveApp(Integer.parseInt(port), uri -> IO.println("app listening on " + uri));
}

IO.println(
    """
    Try:
      1. serve("0")  get("/ping")  threads()
         The call is over. Is the app?
      2. try { serve(takenPort()); IO.println("it served"); }
         catch (IOException e) { IO.println("I know: " + e); }
      3. With --solution: serve("0"), and Ctrl-C. Then threads()
    threads() shows what lives, /reset begins anew, /exit ends it all.
    """);
