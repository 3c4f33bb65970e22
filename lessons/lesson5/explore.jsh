// SPDX-License-Identifier: Apache-2.0

Lesson5.Replica quick = query -> "found " + query;
Lesson5.Replica hanging = query -> { Thread.sleep(60_000); return "too late"; };

void start(Lesson5.Replica one, Lesson5.Replica two) throws IOException {
  IO.println("app listening on " + Lesson5.start(0, 0, one, two).app());
}

String search(String query) throws Exception {
  return get("/search?q=" + query);
}

IO.println(
    """
    Try:
      1. start(quick, quick); search("java"); threads()
         Which thread is in a line of Lesson5? Who waits for it?
      2. for (int i = 0; i < 50; i++) search("java"); threads()
      3. /reset, and then: start(quick, hanging); search("java"); threads()
    threads() shows what lives, /reset begins anew, /exit ends it all.
    """);
