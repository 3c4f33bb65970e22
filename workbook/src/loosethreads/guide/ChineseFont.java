// SPDX-License-Identifier: Apache-2.0
package loosethreads.guide;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The font for Chinese in PDFs. It is too large to come with the project.
 *
 * @param places where it may be
 */
record ChineseFont(List<Path> places) {
  /** Where Debian's package fonts-droid-fallback puts it, and where other systems have one. */
  static final ChineseFont USUAL =
      new ChineseFont(
          List.of(
              Path.of("/usr/share/fonts/truetype/droid/DroidSansFallbackFull.ttf"),
              Path.of("/System/Library/Fonts/Supplemental/Arial Unicode.ttf"),
              Path.of("C:/Windows/Fonts/simhei.ttf")));

  ChineseFont {
    places = List.copyOf(places);
  }

  Optional<Path> file() {
    return places.stream().filter(Files::isRegularFile).findFirst();
  }

  /** What to do if there is none. */
  String missing() {
    return """
    The handouts need a TrueType font with Chinese glyphs. There is no
      %s
    On Debian: sudo apt-get install fonts-droid-fallback
    Or name one: ./build.sh handout --font FILE.ttf\
    """
        .formatted(places.stream().map(Path::toString).collect(Collectors.joining("\n  ")));
  }
}
