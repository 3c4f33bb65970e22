// SPDX-License-Identifier: Apache-2.0
package loosethreads.lifeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import loosethreads.lifeline.Lifeline.Fate;
import loosethreads.lifeline.Lifeline.Kind;

/** Folds the threads of a recording into few enough rows to be seen at once. */
final class Rows {
  /** A name may be as long as memory allows; nobody reads so much of it. */
  static final int LONGEST_NAME = 60;

  private static final Pattern DIGITS = Pattern.compile("[0-9]+");

  /** What threads that are alike have in common; where they are matters if they have not ended. */
  private record Likeness(
      Kind kind,
      Fate fate,
      String nameButForDigits,
      Optional<StackTraceElement> startedAt,
      Optional<StackTraceElement> line) {
    static Likeness of(Lifeline t) {
      return new Likeness(
          t.kind(),
          t.fate(),
          DIGITS.matcher(t.name()).replaceAll("0"),
          t.startedAt(),
          t.fate() == Fate.ENDED ? Optional.empty() : Frames.line(t.stack()));
    }
  }

  private Rows() {}

  /**
   * Threads that are alike are one row. By begin; those that a thread started are below it, before
   * what comes later. If there are more than the limit, the least telling ones (first those that
   * ended, the shortest first) become one last row for each fate that they have: every thread is in
   * one row.
   *
   * @param limit at least 3, the number of fates
   */
  static List<Row> of(Recording recording, int limit, Words words) {
    Map<Likeness, List<Lifeline>> alike = new LinkedHashMap<>();
    recording.lifelines().stream()
        .sorted(Comparator.comparingLong(Lifeline::begin))
        .forEach(t -> alike.computeIfAbsent(Likeness.of(t), _ -> new ArrayList<>()).add(t));
    List<Row> rows =
        alike.values().stream().map(members -> new Row(name(members), false, members)).toList();
    Map<Fate, List<Lifeline>> rest = new LinkedHashMap<>();
    Set<Row> folded = leastTelling(rows, limit);
    folded.forEach(
        row -> rest.computeIfAbsent(row.fate(), _ -> new ArrayList<>()).addAll(row.members()));
    List<Row> all = inTrees(rows.stream().filter(row -> !folded.contains(row)).toList());
    rest.forEach(
        (fate, threads) ->
            all.add(
                new Row(
                    words.say(Phrase.AND_MORE_THREADS, threads.size(), words.of(fate)),
                    true,
                    threads)));
    return all;
  }

  /** As many as must go so that the others, and a row for each fate of these, are in the limit. */
  private static Set<Row> leastTelling(List<Row> rows, int limit) {
    List<Row> telling =
        rows.stream()
            .sorted(
                Comparator.comparing((Row row) -> row.fate() == Fate.ENDED)
                    .thenComparing(row -> row.first().creator() != 0)
                    .thenComparing(Comparator.comparingLong(Row::longestLife).reversed()))
            .toList();
    int kept = Math.min(limit, rows.size());
    while (kept < rows.size() && kept + fates(telling.subList(kept, rows.size())) > limit) {
      kept--;
    }
    return new LinkedHashSet<>(telling.subList(kept, rows.size()));
  }

  private static long fates(List<Row> rows) {
    return rows.stream().map(Row::fate).distinct().count();
  }

  /** The rows, each above those whose first thread one of its own started. */
  private static List<Row> inTrees(List<Row> rows) {
    Map<Long, Row> rowOf = new HashMap<>();
    rows.forEach(row -> row.members().forEach(t -> rowOf.put(t.id(), row)));
    Map<Row, Integer> order = new HashMap<>();
    Map<Row, List<Row>> started = new HashMap<>();
    List<Row> tops = new ArrayList<>();
    for (Row row : rows) {
      Row by = rowOf.get(row.first().creator());
      // A row may hold the creator of its own first thread's creator; whoever was first is above.
      if (by == null || !order.containsKey(by)) {
        tops.add(row);
      } else {
        started.computeIfAbsent(by, _ -> new ArrayList<>()).add(row);
      }
      order.put(row, order.size());
    }
    List<Row> ordered = new ArrayList<>();
    tops.forEach(top -> addTree(top, -1, 0, started, ordered));
    return ordered;
  }

  private static void addTree(
      Row row, int parent, int depth, Map<Row, List<Row>> started, List<Row> ordered) {
    int index = ordered.size();
    ordered.add(row.under(parent, depth));
    started
        .getOrDefault(row, List.of())
        .forEach(child -> addTree(child, index, depth + 1, started, ordered));
  }

  /** The name of all, with N in place of the digits in which they differ. */
  private static String name(List<Lifeline> members) {
    List<String> first = numbers(members.getFirst());
    Set<Integer> differ = new LinkedHashSet<>();
    for (Lifeline member : members) {
      List<String> numbers = numbers(member);
      for (int i = 0; i < first.size(); i++) {
        if (!numbers.get(i).equals(first.get(i))) {
          differ.add(i);
        }
      }
    }
    int[] at = {0};
    String name =
        DIGITS
            .matcher(members.getFirst().name())
            .replaceAll(number -> differ.contains(at[0]++) ? "N" : number.group());
    return new Columns(true).cut(name, LONGEST_NAME);
  }

  private static List<String> numbers(Lifeline member) {
    Matcher matcher = DIGITS.matcher(member.name());
    return matcher.results().map(result -> result.group()).toList();
  }
}
