// SPDX-License-Identifier: Apache-2.0
package loosethreads.command;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import loosethreads.check.CheckResult;
import loosethreads.check.ProofResult;
import loosethreads.check.Verdict;
import loosethreads.lesson.Lesson;
import loosethreads.proof.Outcome;
import loosethreads.session.SafeFile;

/** A check's result in the XML that JUnit made common: one suite, a case for each proof. */
final class JUnitXml {
  private JUnitXml() {}

  /**
   * Looks before the check: nobody wants to learn after it that its result has no place.
   *
   * @param shown how the user named the file
   */
  static void mustBeWritable(Path file, Path shown) throws FileSystemException {
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw new FileSystemException(shown.toString(), null, "not a regular file");
    }
    Exports.mustHaveFolder(file, shown);
  }

  /** Writes the file as a whole, or not at all. */
  static void write(CheckResult result, Lesson lesson, Path file)
      throws IOException, XMLStreamException {
    var bytes = new ByteArrayOutputStream();
    XMLStreamWriter xml =
        XMLOutputFactory.newFactory().createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
    write(result, lesson, xml);
    xml.close();
    SafeFile.write(file, bytes.toString(StandardCharsets.UTF_8));
  }

  private static void write(CheckResult result, Lesson lesson, XMLStreamWriter xml)
      throws XMLStreamException {
    boolean nothingToRun = result.verdict() == Verdict.DOES_NOT_COMPILE;
    long failed = result.proofs().stream().filter(p -> p.outcome() != Outcome.PASS).count();
    long millis = result.proofs().stream().mapToLong(ProofResult::millis).sum();
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeStartElement("testsuite");
    xml.writeAttribute("name", lesson.className());
    xml.writeAttribute("tests", Integer.toString(nothingToRun ? 1 : result.proofs().size()));
    xml.writeAttribute("failures", Long.toString(failed));
    xml.writeAttribute("errors", nothingToRun ? "1" : "0");
    xml.writeAttribute("time", seconds(millis));
    if (nothingToRun) {
      startCase(xml, lesson, "compiles", 0);
      problem(xml, "error", result.verdict().name(), result.message());
      xml.writeEndElement();
    }
    for (ProofResult proof : result.proofs()) {
      startCase(xml, lesson, proof.name(), proof.millis());
      if (proof.outcome() != Outcome.PASS) {
        problem(xml, "failure", proof.outcome().name(), proof.message());
      }
      xml.writeEndElement();
    }
    xml.writeEndElement();
    xml.writeEndDocument();
  }

  private static void startCase(XMLStreamWriter xml, Lesson lesson, String name, long millis)
      throws XMLStreamException {
    xml.writeStartElement("testcase");
    xml.writeAttribute("name", name);
    xml.writeAttribute("classname", lesson.proofsName());
    xml.writeAttribute("time", seconds(millis));
  }

  private static void problem(XMLStreamWriter xml, String element, String type, String message)
      throws XMLStreamException {
    String clean = withoutControls(message);
    xml.writeStartElement(element);
    xml.writeAttribute("type", type);
    xml.writeAttribute("message", clean.lines().findFirst().orElse(""));
    xml.writeCharacters(clean);
    xml.writeEndElement();
  }

  /** XML can't hold most control characters; a learner's program may print any. */
  private static String withoutControls(String text) {
    return text.replaceAll("[\\p{Cntrl}&&[^\\r\\n\\t]]|[\\uFFFE\\uFFFF]", "?");
  }

  private static String seconds(long millis) {
    return String.format(Locale.ROOT, "%.3f", millis / 1000.0);
  }
}
