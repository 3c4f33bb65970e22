// SPDX-License-Identifier: Apache-2.0
package loosethreads.guide;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Code as lines of HTML, in which what is alike has a class. */
final class Code {
  /** The names of the groups are the classes. */
  private static final Pattern JAVA =
      Pattern.compile(
          """
          (?<comment>//[^\\n]*|/\\*[\\s\\S]*?\\*/)\
          |(?<string>\"""[\\s\\S]*?\"""|"(?:\\\\.|[^"\\\\\\n])*"|'(?:\\\\.|[^'\\\\\\n])*')\
          |(?<note>@\\w+)\
          |(?<keyword>\\b(?:abstract|assert|boolean|break|byte|case|catch|char|class|continue\
          |default|do|double|else|enum|extends|final|finally|float|for|if|implements|import\
          |instanceof|int|interface|long|native|new|null|package|private|protected|public|record\
          |return|sealed|short|static|super|switch|synchronized|this|throw|throws|true|false|try\
          |var|void|volatile|while|yield)\\b)\
          |(?<type>\\b[A-Z]\\w*[a-z]\\w*\\b)\
          |(?<number>\\b\\d[\\w.]*)\
          """);

  private static final Pattern SHELL = Pattern.compile("(?<comment>#[^\\n]*)");

  /** What JShell prompts with, and what follows it is Java. */
  private static final Pattern PROMPT = Pattern.compile("(jshell> | {3}\\.{3}> )(.*)");

  private static final Pattern OUTPUT =
      Pattern.compile("(?m)(?<comment>^-- .*$)|(?<keyword>^[A-Z]{4,6}(?=: ))");

  private Code() {}

  /** The code in lines of HTML, without newlines. */
  static List<String> lines(String code, String language) {
    return switch (language) {
      case "java" -> marked(code, JAVA);
      case "sh" -> marked(code, SHELL);
      case "output" -> marked(code, OUTPUT);
      case "jshell" -> code.lines().map(Code::ofSession).toList();
      default -> Html.escaped(code).lines().toList();
    };
  }

  private static String ofSession(String line) {
    Matcher prompt = PROMPT.matcher(line);
    return prompt.matches()
        ? span("prompt", prompt.group(1)) + String.join("", marked(prompt.group(2), JAVA))
        : Html.escaped(line);
  }

  private static List<String> marked(String code, Pattern tokens) {
    StringBuilder html = new StringBuilder();
    Matcher matcher = tokens.matcher(code);
    int from = 0;
    while (matcher.find()) {
      html.append(Html.escaped(code.substring(from, matcher.start())));
      html.append(span(kind(matcher), matcher.group()));
      from = matcher.end();
    }
    html.append(Html.escaped(code.substring(from)));
    return new ArrayList<>(html.toString().lines().toList());
  }

  private static String kind(MatchResult match) {
    return match.namedGroups().entrySet().stream()
        .filter(group -> match.group(group.getValue()) != null)
        .findFirst()
        .orElseThrow()
        .getKey();
  }

  /** One for each line. */
  private static String span(String kind, String text) {
    return text.lines()
        .map(line -> "<span class=\"%s\">%s</span>".formatted(kind, Html.escaped(line)))
        .reduce((a, b) -> a + "\n" + b)
        .orElse("");
  }
}
