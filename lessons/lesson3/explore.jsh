// SPDX-License-Identifier: Apache-2.0

IO.println(
    """
    Try:
      1. start(); get("/ping"); threads()
      2. get("/quit"); get("/ping"); threads()
         The app is over. Which thread waits, and for whom?
      3. /reset, and then: start(takenPort(), "0"); threads()
         The app has failed. Was main told?
    threads() shows what lives, /reset begins anew, /exit ends it all.
    """);
