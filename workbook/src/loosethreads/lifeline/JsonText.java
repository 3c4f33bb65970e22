// SPDX-License-Identifier: Apache-2.0
package loosethreads.lifeline;

import java.math.BigDecimal;
import java.util.Map;
import java.util.stream.Stream;

/** Writes JSON, in ASCII: whoever reads it need not know its encoding. */
final class JsonText {
  private final StringBuilder json = new StringBuilder();

  private JsonText() {}

  /**
   * The value as JSON, on one line.
   *
   * @param value a map with the names in their order, a stream, a text, an integer, a boolean, a
   *     decimal, or null
   * @throws IllegalArgumentException if it is, or has in it, anything else
   */
  static String of(Object value) {
    JsonText text = new JsonText();
    text.write(value);
    return text.json.toString();
  }

  private void write(Object value) {
    switch (value) {
      case null -> json.append("null");
      case Map<?, ?> map -> writeObject(map);
      case Stream<?> items -> writeArray(items);
      case String text -> writeText(text);
      case BigDecimal number -> json.append(number.toPlainString());
      case Integer number -> json.append(number);
      case Long number -> json.append(number);
      case Boolean bool -> json.append(bool);
      default -> throw new IllegalArgumentException("no JSON for a " + value.getClass());
    }
  }

  private void writeObject(Map<?, ?> map) {
    json.append('{');
    String before = "";
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      json.append(before);
      writeText(entry.getKey().toString());
      json.append(':');
      write(entry.getValue());
      before = ",";
    }
    json.append('}');
  }

  private void writeArray(Stream<?> items) {
    json.append('[');
    int begin = json.length();
    items.forEachOrdered(
        item -> {
          json.append(json.length() == begin ? "" : ",");
          write(item);
        });
    json.append(']');
  }

  private void writeText(String text) {
    json.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        json.append('\\').append(c);
      } else if (c < ' ' || c > '~') {
        json.append("\\u%04x".formatted((int) c));
      } else {
        json.append(c);
      }
    }
    json.append('"');
  }
}
