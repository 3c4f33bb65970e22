// SPDX-License-Identifier: Apache-2.0
package loosethreads.check;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * A program to judge.
 *
 * @param shown how messages name it
 * @param text its source
 */
public record ProgramFile(String shown, String text) {
  /** A lesson's program has about 100 lines. In bytes. */
  private static final long SIZE_LIMIT = 1 << 20;

  /** A file that can't be judged, with a sentence that says why. */
  public static final class Unusable extends Exception {
    private static final long serialVersionUID = 1L;

    Unusable(String message) {
      super(message);
    }
  }

  /**
   * Reads a file that the user named.
   *
   * @param shown how messages name it
   * @throws Unusable if there is no such file, or it can't be a program
   */
  public static ProgramFile read(Path file, String shown) throws Unusable {
    try {
      var attributes = Files.readAttributes(file, BasicFileAttributes.class);
      if (attributes.isDirectory()) {
        throw new Unusable(shown + " is a folder. Name the program's file in it.");
      }
      if (!attributes.isRegularFile()) {
        throw new Unusable(shown + " is not a regular file.");
      }
      if (attributes.size() > SIZE_LIMIT) {
        throw new Unusable(
            "%s has %,d bytes; a lesson's program has a few thousand. Is it the right file?"
                .formatted(shown, attributes.size()));
      }
      return new ProgramFile(shown, Files.readString(file));
    } catch (NoSuchFileException e) {
      throw new Unusable("There is no file " + shown + ".");
    } catch (AccessDeniedException e) {
      throw new Unusable("You may not read " + shown + ": permission denied.");
    } catch (CharacterCodingException e) {
      throw new Unusable(shown + " is no text in UTF-8.");
    } catch (IOException e) {
      throw new Unusable("Can't read " + shown + ": " + e.getMessage());
    }
  }
}
