// SPDX-License-Identifier: Apache-2.0

IO.println(
    """
    Try:
      1. start()  get("/ping")  threads()
      2. get("/quit")  get("/ping")  threads()
         Which thread waits for the app's end? Which one knows of it?
      3. /reset  start(takenPort())  threads()
         The app has failed. Was main told?
    threads() shows what lives, /reset begins anew, /exit ends it all.
    """);
