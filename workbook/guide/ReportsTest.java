// SPDX-License-Identifier: Apache-2.0
import java.util.List;
import loosethreads.proof.NoLooseThreads;
import org.junit.jupiter.api.Test;

@NoLooseThreads
class ReportsTest {
  @Test
  void sends_all() {
    Reports.send(List.of("a", "b"));
  }
}
