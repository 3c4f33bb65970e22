// SPDX-License-Identifier: Apache-2.0
package loosethreads.lifeline;

/**
 * The colours of a picture, each as {@code #rrggbb}.
 *
 * @param paper behind everything
 * @param ink text, and what a number is written on in the paper's colour
 * @param faint text of less weight
 * @param grid lines that guide the eye
 * @param pale behind the hatching of what does not run
 * @param loose the end of a thread that did not end
 */
record SvgScheme(
    String paper,
    String ink,
    String faint,
    String grid,
    String pale,
    String running,
    String io,
    String blocked,
    String waiting,
    String sleeping,
    String loose) {
  static final SvgScheme LIGHT =
      new SvgScheme(
          "#ffffff", "#1c2127", "#565e68", "#d5dade", "#e3e6ea", "#14785a", "#7a3ea8", "#b3261e",
          "#6b7480", "#1d5fa8", "#b3261e");
  static final SvgScheme DARK =
      new SvgScheme(
          "#14181d", "#e8ebee", "#a3acb6", "#343b43", "#2f3740", "#35c28f", "#c79bea", "#ff8a80",
          "#98a2ae", "#84b9f5", "#ff8a80");

  /**
   * What is the same in both. Hatching tells the activities apart where there are no colours:
   * solid, slanted lines, a net, lines along the bar, dots.
   */
  static final String DEFINITIONS =
      """
      <defs>
      <pattern id="lt-io" width="6" height="6" patternUnits="userSpaceOnUse">\
      <path class="pale" d="M0 0h6v6h-6z"/>\
      <path class="io-line" d="M-1 1l2-2M0 6l6-6M5 7l2-2"/></pattern>
      <pattern id="lt-blocked" width="5" height="5" patternUnits="userSpaceOnUse">\
      <path class="pale" d="M0 0h5v5h-5z"/>\
      <path class="blocked-line" d="M0 0l5 5M0 5l5-5"/></pattern>
      <pattern id="lt-waiting" width="6" height="4" patternUnits="userSpaceOnUse">\
      <path class="pale" d="M0 0h6v4h-6z"/>\
      <path class="waiting-line" d="M0 2h6"/></pattern>
      <pattern id="lt-sleeping" width="6" height="6" patternUnits="userSpaceOnUse">\
      <path class="pale" d="M0 0h6v6h-6z"/>\
      <path class="sleeping-dot" d="M1 1h2v2h-2zM4 4h2v2h-2z"/></pattern>
      </defs>
      """;

  private static final String SHAPES =
      """
      .lifelines text{font:12px ui-monospace,Menlo,Consolas,"DejaVu Sans Mono",monospace;\
      white-space:pre}
      .lifelines .heading{font-weight:bold}
      .lifelines .number{font-size:10px;text-anchor:middle}
      .lifelines .kind,.lifelines .unit{text-anchor:end}
      .lifelines .tick{text-anchor:middle}
      .lifelines path{fill:none}
      .lifelines .at{stroke-dasharray:2 3}
      .lifelines .ended{stroke-width:3}
      .lifelines .vanished,.lifelines .io-line,.lifelines .blocked-line{stroke-width:1.5}
      .lifelines .alive{stroke-width:2}
      .lifelines .waiting{stroke-width:.6}
      .lifelines .hit{fill:none;pointer-events:all}
      .lifelines .io{fill:url(#lt-io)}
      .lifelines .blocked{fill:url(#lt-blocked)}
      .lifelines .waiting{fill:url(#lt-waiting)}
      .lifelines .sleeping{fill:url(#lt-sleeping)}
      """;

  /** The style sheet of a file: light, and dark for those who prefer it. */
  static String css() {
    return SHAPES
        + LIGHT.rules("")
        + LIGHT.beside()
        + "@media (prefers-color-scheme:dark){\n"
        + DARK.rules("")
        + DARK.beside()
        + "}\n";
  }

  /** Opened in a browser, a file fills its window; the picture need not. */
  private String beside() {
    return "svg:root{background:%s}\n".formatted(paper);
  }

  /** The same for a page whose root may have a {@code data-scheme} that overrides this wish. */
  static String cssOfPage() {
    return SHAPES
        + LIGHT.rules("")
        + "@media screen and (prefers-color-scheme:dark){\n"
        + DARK.rules(":root:not([data-scheme=light]) ")
        + "}\n@media screen{\n"
        + DARK.rules(":root[data-scheme=dark] ")
        + "}\n";
  }

  /** The same for paper. */
  static String cssOfPrint() {
    return SHAPES
            .replaceFirst("font:12px [^;}]*", "font-family:M+ 1mn;font-size:12px")
            .replace("url(#lt-io)", "#b79ad0")
            .replace("url(#lt-blocked)", LIGHT.blocked)
            .replace("url(#lt-waiting)", LIGHT.paper)
            .replace("url(#lt-sleeping)", "#c9dcf2")
        + LIGHT.rules("");
  }

  private String rules(String within) {
    return """
    .lifelines .paper,.lifelines .number{fill:%1$s}
    .lifelines text,.lifelines .flag{fill:%2$s}
    .lifelines .at,.lifelines .ended{stroke:%2$s}
    .lifelines .faint{fill:%3$s}
    .lifelines .started{stroke:%3$s}
    .lifelines .grid{stroke:%4$s}
    .lifelines .pale{fill:%5$s}
    .lifelines .running{fill:%6$s}
    .lifelines .io-line{stroke:%7$s}
    .lifelines .blocked-line{stroke:%8$s}
    .lifelines .waiting-line,.lifelines .waiting{stroke:%9$s}
    .lifelines .sleeping-dot{fill:%10$s}
    .lifelines .alive,.lifelines .vanished{stroke:%11$s}
    """
        .formatted(paper, ink, faint, grid, pale, running, io, blocked, waiting, sleeping, loose)
        .replaceAll("(?<=^|[\\n,])(?=\\.lifelines)", within);
  }
}
