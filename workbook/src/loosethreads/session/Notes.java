// SPDX-License-Identifier: Apache-2.0
package loosethreads.session;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * A text file in which the tool remembers something of each lesson: lines that begin with {@code #}
 * say to people what the file is; each of the others is a lesson's folder, a space, and a row.
 *
 * @param about the lines for people, each with its {@code #}
 * @param parse throws an IllegalArgumentException if that is no row
 * @param format as it is to be parsed
 */
record Notes<T>(Path file, String about, Function<String, T> parse, Function<T, String> format) {
  /**
   * What was read.
   *
   * @param rows by the lesson's folder
   * @param setAside where the file is now, if it was damaged; then there are no rows
   */
  record Read<T>(Map<String, T> rows, Optional<Path> setAside) {}

  /**
   * Reads the file; none is as good as an empty one.
   *
   * @throws IOException if it can't be read, or is damaged and can't be set aside
   */
  Read<T> read() throws IOException {
    Map<String, T> rows = new TreeMap<>();
    try {
      for (String line : Files.readAllLines(file)) {
        if (!line.isBlank() && !line.startsWith("#")) {
          String[] parts = line.split(" ", 2);
          rows.put(parts[0], parse.apply(parts.length > 1 ? parts[1] : ""));
        }
      }
      return new Read<>(rows, Optional.empty());
    } catch (NoSuchFileException nothingYet) {
      return new Read<>(Map.of(), Optional.empty());
    } catch (CharacterCodingException | IllegalArgumentException damaged) {
      return new Read<>(Map.of(), Optional.of(SafeFile.setAside(file)));
    } catch (FileSystemException saysWhere) {
      throw saysWhere;
    } catch (IOException e) {
      throw new FileSystemException(file.toString(), null, Reason.why(e));
    }
  }

  /** Writes the file, as a whole. */
  void write(Map<String, T> rows) throws IOException {
    var text = new StringBuilder(about);
    rows.forEach((folder, row) -> text.append("%s %s\n".formatted(folder, format.apply(row))));
    Files.createDirectories(file.getParent());
    SafeFile.write(file, text.toString());
  }
}
