// SPDX-License-Identifier: Apache-2.0
import java.util.List;

class Reports {
  static void send(List<String> reports) {
    var threads = Thread.ofVirtual().name("report ", 0).factory();
    for (String report : reports) {
      threads.newThread(() -> post(report)).start();
    }
  }

  private static void post(String report) {
    try {
      Thread.sleep(10_000); // the way to whoever reads it
      IO.println(report);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
