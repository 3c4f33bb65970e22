// SPDX-License-Identifier: Apache-2.0
package loosethreads.proof;

import java.util.Collection;
import java.util.List;

/** STUB, being written. */
final class DumpSight implements Sight {
  @Override
  public Look look() {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<LiveThread> describe(Collection<Long> ids) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Mark mark() {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<LiveThread> vanishedSince(Mark mark) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {}
}
