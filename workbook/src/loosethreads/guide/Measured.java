// SPDX-License-Identifier: Apache-2.0
package loosethreads.guide;

import java.time.Instant;
import loosethreads.lifeline.Recording;

/** When something that is shown was measured, and with which JVM. */
record Measured(Instant when, String jvm) {
  static Measured of(Recording recording) {
    return new Measured(recording.begun(), recording.jvm());
  }
}
