// SPDX-License-Identifier: Apache-2.0
package loosethreads.screen;

import java.time.Duration;
import java.util.Optional;
import loosethreads.lesson.Lesson;
import loosethreads.watch.Scene;

/**
 * All that is to be shown.
 *
 * @param lessons how many there are
 * @param next the lesson after this one; empty if all have passed
 * @param busy for how long the scene's doing has gone on
 * @param top the first line of the page that is shown
 * @param said what is said in the place of the keys: an answer to the last key, or a question
 */
record View(
    Scene scene,
    int lessons,
    Optional<Lesson> next,
    Duration busy,
    Page page,
    int top,
    Optional<String> said) {}
