// SPDX-License-Identifier: Apache-2.0
package loosethreads.guide;

import java.util.ArrayList;
import java.util.List;

/** Deals what a section shows onto slides: one piece of evidence each, and what is said of it. */
final class Deal {
  /**
   * A part of a section that stays in one piece.
   *
   * @param evidence code, an output or a picture; else words
   * @param height that it takes on a slide, in pixels
   */
  record Piece<T>(T what, boolean evidence, int height) {}

  private Deal() {}

  /**
   * The pieces in their order, on as many slides as need be. Words that lead to evidence stay with
   * it if both have room; other words go where there is room.
   *
   * @param room for pieces on a slide, in pixels
   */
  static <T> List<List<Piece<T>>> of(List<Piece<T>> pieces, int room) {
    List<List<Piece<T>>> slides = new ArrayList<>();
    int next = 0;
    while (next < pieces.size()) {
      List<Piece<T>> together = pieces.subList(next, next + (leads(pieces, next, room) ? 2 : 1));
      next += together.size();
      if (slides.isEmpty() || !fits(slides.getLast(), together, room)) {
        slides.add(new ArrayList<>());
      }
      slides.getLast().addAll(together);
    }
    return slides;
  }

  private static <T> boolean leads(List<Piece<T>> pieces, int index, int room) {
    return !pieces.get(index).evidence
        && index + 1 < pieces.size()
        && pieces.get(index + 1).evidence
        && height(pieces.subList(index, index + 2)) <= room;
  }

  private static <T> boolean fits(List<Piece<T>> slide, List<Piece<T>> more, int room) {
    return height(slide) + height(more) <= room && !(hasEvidence(slide) && hasEvidence(more));
  }

  private static <T> int height(List<Piece<T>> pieces) {
    return pieces.stream().mapToInt(Piece::height).sum();
  }

  private static <T> boolean hasEvidence(List<Piece<T>> pieces) {
    return pieces.stream().anyMatch(Piece::evidence);
  }

  /**
   * Code in parts that each have at most so many lines, cut where it is least deep: best at an
   * empty line, which goes.
   *
   * @param first at most so many in the first part
   */
  static List<List<String>> cut(List<String> lines, int first, int most) {
    List<List<String>> parts = new ArrayList<>();
    List<String> rest = lines;
    int limit = first;
    while (rest.size() > limit) {
      int at = cutAt(rest, limit);
      parts.add(rest.subList(0, at));
      rest = rest.subList(rest.get(at).isBlank() ? at + 1 : at, rest.size());
      limit = most;
    }
    parts.add(rest);
    return parts;
  }

  private static int cutAt(List<String> lines, int limit) {
    int latest = Math.min(limit, lines.size() / 2 + 3); // no part of two lines
    int best = latest;
    for (int at = latest; at >= Math.max(1, latest / 2); at--) {
      if (depth(lines.get(at)) < depth(lines.get(best))) {
        best = at;
      }
    }
    return best;
  }

  /** An empty line is less deep than any other; what closes a block belongs to it. */
  private static int depth(String line) {
    String code = line.strip();
    int indent = line.length() - line.stripLeading().length();
    return code.isEmpty() ? -1 : indent + (code.matches("[})\\]].*") ? 1000 : 0);
  }
}
