// SPDX-License-Identifier: Apache-2.0
package loosethreads.lifeline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static loosethreads.lifeline.Sample.main;
import static loosethreads.lifeline.Sample.mark;
import static loosethreads.lifeline.Sample.recording;
import static loosethreads.lifeline.Sample.thread;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.geom.Rectangle2D;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import loosethreads.lifeline.Lifeline.Activity;
import loosethreads.lifeline.Lifeline.Fate;
import loosethreads.lifeline.Lifeline.Kind;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class SvgPictureTest {
  private static Document parse(String svg) throws Exception {
    var builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
    return builder.parse(new ByteArrayInputStream(svg.getBytes(UTF_8)));
  }

  private static List<Element> elements(Document document, String name) {
    var nodes = document.getElementsByTagName(name);
    return IntStream.range(0, nodes.getLength()).mapToObj(i -> (Element) nodes.item(i)).toList();
  }

  private static String text(Document document, String name) {
    return elements(document, name).getFirst().getTextContent();
  }

  private static Recording motley() {
    List<Lifeline> threads = new ArrayList<>(List.of(main(300)));
    for (Activity activity : Activity.values()) {
      threads.add(thread(10, "doing " + activity, Kind.DAEMON, 1, 10, 990, Fate.ENDED, activity));
    }
    threads.add(thread(20, "時計".repeat(30), 20, 1_000, Fate.ALIVE));
    threads.add(thread(21, "long ".repeat(50), 20, 1_000, Fate.ALIVE));
    threads.add(thread(23, "gone", Kind.VIRTUAL, 1, 20, 600, Fate.VANISHED, Activity.WAITING));
    Mark[] marks = new Mark[13];
    for (int i = 0; i < marks.length; i++) {
      marks[i] = mark(900 + i, Mark.Kind.NOTE, "a long note ".repeat(20));
    }
    return recording(1_000, threads, marks);
  }

  @Test
  void whatever_the_names_are_it_is_well_formed() throws Exception {
    String name = "<&\"'>\u0001\u0000\uffff\ud800]]>";
    Recording plain = recording(90, List.of(thread(2, name, 0, 90, Fate.ALIVE)));
    Recording recording =
        new Recording(
            name,
            plain.begun(),
            name,
            plain.length(),
            plain.lifelines(),
            List.of(mark(10, Mark.Kind.NOTE, name)),
            true);
    Document document = parse(SvgPicture.of(recording));
    String expected = "<&\"'>\ufffd\ufffd\ufffd\ufffd]]>";
    assertEquals("The threads of " + expected, text(document, "title"));
    List<String> texts = elements(document, "text").stream().map(Element::getTextContent).toList();
    assertTrue(texts.contains(expected), texts::toString);
  }

  @Test
  void it_is_named_and_described_in_words() throws Exception {
    Recording recording =
        recording(
            2_000,
            main(340),
            thread(2, "ask-1", Kind.VIRTUAL, 1, 5, 2_000, Fate.ALIVE, Activity.WAITING),
            thread(3, "ask-2", Kind.VIRTUAL, 1, 5, 2_000, Fate.ALIVE, Activity.WAITING));
    Document document = parse(SvgPicture.of(recording));
    Element root = document.getDocumentElement();
    assertEquals("img", root.getAttribute("role"));
    Element title = elements(document, "title").getFirst();
    Element description = elements(document, "desc").getFirst();
    assertEquals(
        title.getAttribute("id") + " " + description.getAttribute("id"),
        root.getAttribute("aria-labelledby"));
    assertEquals(
        "3 threads in 2 s: 1 ended, 2 alive at the end."
            + " main, platform: ended at 340 ms; started by the JVM."
            + " ask-N × 2, virtual: alive, waiting in SynchronousQueue.put, at Lesson5.java:23;"
            + " started at Lesson5.java:12.",
        description.getTextContent());
  }

  @Test
  void each_row_tells_of_itself() throws Exception {
    List<Element> rows =
        elements(parse(SvgPicture.of(motley())), "g").stream()
            .filter(group -> group.hasAttribute("data-thread"))
            .toList();
    assertEquals(9, rows.size());
    for (Element row : rows) {
      assertEquals("title", row.getElementsByTagName("title").item(0).getNodeName());
    }
    assertEquals(
        "main, platform: ended at 300 ms; started by the JVM",
        rows.getFirst().getElementsByTagName("title").item(0).getTextContent());
  }

  @Test
  void parts_of_a_page_have_one_axis_and_leave_the_words_to_it() throws Exception {
    SvgPart part = SvgPicture.part(motley(), 4 * motley().length(), Words.ENGLISH);
    Element root = parse(part.svg()).getDocumentElement();
    assertEquals(0, root.getElementsByTagName("style").getLength());
    long length = Long.parseLong(root.getAttribute("data-length"));
    assertEquals(4 * motley().length(), length);
    double right = Double.parseDouble(root.getAttribute("data-right"));
    double left = Double.parseDouble(root.getAttribute("data-left"));
    List<Element> bars =
        elements(root.getOwnerDocument(), "path").stream()
            .filter(path -> path.getAttribute("class").equals("running"))
            .toList();
    for (Element bar : bars) {
      double first = Double.parseDouble(bar.getAttribute("d").split("[M ]", -1)[1]);
      assertTrue(first <= left + (right - left) / 4, bar.getAttribute("d"));
    }
    assertEquals("main", part.bars().getFirst().name());
    assertTrue(part.bars().getFirst().ended());
    assertEquals(10, part.marks().size());
    assertTrue(SvgPicture.css().contains(":root[data-scheme=dark] .lifelines .paper,"));
  }

  @Test
  void states_and_ends_differ_in_shape_not_only_in_colour() throws Exception {
    Document document = parse(SvgPicture.of(motley()));
    Set<String> hatchings = new HashSet<>();
    for (Element pattern : elements(document, "pattern")) {
      var paths = pattern.getElementsByTagName("path");
      assertTrue(hatchings.add(((Element) paths.item(1)).getAttribute("d")));
    }
    assertEquals(4, hatchings.size());
    String css = text(document, "style");
    for (String state : List.of("io", "blocked", "waiting", "sleeping")) {
      assertTrue(css.contains("." + state + "{fill:url(#lt-" + state + ")}"), css);
    }
    Set<String> ends = new HashSet<>();
    for (Element path : elements(document, "path")) {
      if (path.getAttribute("class").matches("ended|alive|vanished")) {
        ends.add(path.getAttribute("d").replaceFirst("M\\S+ \\S*?(?=[a-z])", ""));
      }
    }
    assertEquals(3, ends.size(), ends::toString);
  }

  @Test
  void ten_thousand_threads_are_less_than_200_kilobytes() throws Exception {
    String svg = SvgPicture.of(Sample.crowd());
    assertTrue(svg.getBytes(UTF_8).length < 200_000, () -> svg.length() + "");
    assertTrue(elements(parse(svg), "g").size() < 24);
  }

  @Test
  void forty_rows_that_never_do_one_thing_for_long_are_less_than_200_kilobytes() {
    Random random = new Random(1);
    Activity[] restless = new Activity[4_000];
    for (int i = 0; i < restless.length; i++) {
      restless[i] = Sample.ACTIVITIES.get(random.nextInt(5));
    }
    List<Lifeline> threads = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      String name = "名前".repeat(10) + (char) ('A' + i);
      threads.add(thread(i, name, Kind.VIRTUAL, 1, i, 4_000 + i, Fate.ALIVE, restless));
    }
    String svg = SvgPicture.of(recording(5_000, threads));
    assertTrue(svg.getBytes(UTF_8).length < 200_000, () -> svg.length() + "");
    assertTrue(svg.contains("… and 21 more, alive"));
  }

  @Test
  void a_short_state_is_drawn_if_there_is_room() throws Exception {
    Activity[] activities = new Activity[100];
    for (int i = 0; i < activities.length; i++) {
      activities[i] = i == 50 ? Activity.BLOCKED : Activity.RUNNING;
    }
    Lifeline thread = thread(2, "it", Kind.PLATFORM, 1, 0, 1_000, Fate.ENDED, activities);
    Document document = parse(SvgPicture.of(recording(1_000, thread)));
    List<String> blocked =
        elements(document, "path").stream()
            .filter(path -> path.getAttribute("class").equals("blocked"))
            .map(path -> path.getAttribute("d"))
            .toList();
    assertEquals(List.of("M515 21v-16H520.5v16z"), blocked);
  }

  @Test
  void no_text_overlaps_another_or_leaves_the_picture() throws Exception {
    for (Recording recording : List.of(motley(), Sample.crowd(), recording(120))) {
      Document document = parse(SvgPicture.of(recording));
      String[] box = document.getDocumentElement().getAttribute("viewBox").split(" ", -1);
      var picture = new Rectangle2D.Double(0, 0, 800, Double.parseDouble(box[3]));
      List<Rectangle2D> boxes = elements(document, "text").stream().map(this::box).toList();
      for (int i = 0; i < boxes.size(); i++) {
        Rectangle2D one = boxes.get(i);
        assertTrue(picture.contains(one), () -> one + " in " + picture);
        for (Rectangle2D other : boxes.subList(0, i)) {
          assertFalse(one.intersects(other), () -> one + " and " + other);
        }
      }
    }
  }

  /** What a text covers in a font whose characters are 0.6 of their height wide, as most are. */
  private Rectangle2D box(Element text) {
    String classes = text.getAttribute("class");
    double size = classes.equals("number") ? 10 : 12;
    double width = Columns.width(text.getTextContent()) * 0.602 * size;
    double x = Double.parseDouble(text.getAttribute("x"));
    double left =
        classes.matches("number|tick.*")
            ? x - width / 2
            : classes.matches("kind.*|unit.*") ? x - width : x;
    Element parent = (Element) text.getParentNode();
    String moved = parent.getAttribute("transform").replaceAll("translate\\(0 |\\)", "");
    double y = Double.parseDouble(text.getAttribute("y"));
    double down = moved.isEmpty() ? 0 : Double.parseDouble(moved);
    return new Rectangle2D.Double(left, y + down - size * 0.8, width, size);
  }

  @Test
  void text_can_be_read_in_light_and_in_dark() {
    for (SvgScheme scheme : List.of(SvgScheme.LIGHT, SvgScheme.DARK)) {
      assertTrue(contrast(scheme.ink(), scheme.paper()) >= 4.5);
      assertTrue(contrast(scheme.faint(), scheme.paper()) >= 4.5);
      Stream.of(
              scheme.running(), scheme.io(), scheme.blocked(), scheme.waiting(), scheme.sleeping())
          .forEach(colour -> assertTrue(contrast(colour, scheme.paper()) >= 3, colour));
      assertTrue(contrast(scheme.loose(), scheme.paper()) >= 3);
    }
    assertEquals(21, contrast("#000000", "#ffffff"), 0.01);
    String css = SvgScheme.css();
    int dark = css.indexOf("prefers-color-scheme:dark");
    assertTrue(
        css.indexOf(SvgScheme.LIGHT.ink()) < dark && dark < css.indexOf(SvgScheme.DARK.ink()));
  }

  /** As the Web Content Accessibility Guidelines define it. */
  private static double contrast(String one, String other) {
    double a = luminance(one) + 0.05;
    double b = luminance(other) + 0.05;
    return Math.max(a, b) / Math.min(a, b);
  }

  private static double luminance(String colour) {
    int rgb = Integer.parseInt(colour.substring(1), 16);
    return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8) + 0.0722 * linear(rgb);
  }

  private static double linear(int channel) {
    double c = (channel & 0xff) / 255.0;
    return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
  }

  @Test
  void a_recording_without_threads_is_a_sentence() throws Exception {
    Document document = parse(SvgPicture.of(recording(120)));
    List<String> texts = elements(document, "text").stream().map(Element::getTextContent).toList();
    assertEquals(List.of("Lesson5.java", "No thread of the program was seen in 120 ms."), texts);
  }
}
