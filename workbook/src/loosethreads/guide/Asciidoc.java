// SPDX-License-Identifier: Apache-2.0
package loosethreads.guide;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Logger;
import org.asciidoctor.Asciidoctor;
import org.asciidoctor.Attributes;
import org.asciidoctor.AttributesBuilder;
import org.asciidoctor.Options;
import org.asciidoctor.SafeMode;
import org.asciidoctor.ast.Block;
import org.asciidoctor.ast.Document;
import org.asciidoctor.ast.Section;
import org.asciidoctor.ast.StructuralNode;
import org.asciidoctor.extension.Treeprocessor;
import org.asciidoctor.log.LogRecord;

/**
 * Reads AsciiDoc, and takes no warning for an answer: whatever Asciidoctor has to say is a problem.
 */
final class Asciidoc implements AutoCloseable {
  /** Changes a document once it is parsed. */
  interface Editor {
    Editor NONE = (_, _) -> {};

    void edit(Document document, Blocks blocks);
  }

  /** Makes what an editor puts into a document. */
  interface Blocks {
    /** A block of HTML as it is. */
    default StructuralNode html(StructuralNode parent, String html) {
      return block(parent, "pass", html, Map.of());
    }

    /** A block of what AsciiDoc has, with its source. */
    StructuralNode block(
        StructuralNode parent, String context, String source, Map<String, Object> attributes);

    /** A section of the document, still empty. */
    Section section(Document document, String title);
  }

  /** Asciidoctor gives a block that it has not parsed none. */
  private static final String[] OF_PROSE = {
    "specialcharacters", "quotes", "attributes", "replacements", "macros", "post_replacements"
  };

  private final Path root;
  private final Asciidoctor asciidoctor = Asciidoctor.Factory.create();
  private final List<String> problems = new ArrayList<>();
  private Editor editor = Editor.NONE;

  /**
   * @param root the checkout; problems name files below it
   */
  Asciidoc(Path root) {
    this.root = root;
    Logger.getLogger("asciidoctor").setUseParentHandlers(false); // ours is enough
    asciidoctor.registerLogHandler(record -> problems.add(text(record)));
    asciidoctor.javaExtensionRegistry().treeprocessor(new Hand());
  }

  /** Blocks can be made by a processor of Asciidoctor only. */
  private final class Hand extends Treeprocessor implements Blocks {
    @Override
    public Document process(Document document) {
      editor.edit(document, this);
      return document;
    }

    @Override
    public StructuralNode block(
        StructuralNode parent, String context, String source, Map<String, Object> attributes) {
      Map<Object, Object> options =
          context.equals("open") ? Map.of("content_model", ":compound") : Map.of();
      Block block = createBlock(parent, context, source, attributes, options);
      switch (context) {
        case "paragraph" -> block.setSubstitutions(OF_PROSE);
        case "listing" -> block.setSubstitutions("specialcharacters");
        default -> {}
      }
      return block;
    }

    @Override
    public Section section(Document document, String title) {
      Section section = createSection(document, 1, false, Map.of());
      section.setTitle(title);
      return section;
    }
  }

  private String text(LogRecord record) {
    var at = record.getCursor();
    String where =
        at == null || at.getFile() == null
            ? ""
            : root.relativize(Path.of(at.getFile()).toAbsolutePath()) + ":" + at.getLineNumber();
    return where + ": " + record.getMessage();
  }

  /** The document in the file. */
  Document load(Path file) {
    return load(file, Map.of(), Editor.NONE);
  }

  /**
   * The document in the file, as the editor wants it.
   *
   * @param own attributes of this document, which take the place of its header's
   */
  Document load(Path file, Map<String, Object> own, Editor as) {
    editor = as;
    try {
      AttributesBuilder all = attributes().attribute("sectlinks").attribute("notitle");
      own.forEach(all::attribute);
      return asciidoctor.loadFile(
          file.toFile(),
          Options.builder()
              .safe(SafeMode.UNSAFE) // chapters include from the solutions' folder
              .attributes(all.build())
              .build());
    } finally {
      editor = Editor.NONE;
    }
  }

  /**
   * Writes the document in the file, as the editor wants it, into another file.
   *
   * @param backend what kind of file, by Asciidoctor's name for it
   * @param attributes what this kind needs
   */
  void write(Path file, Path to, String backend, Map<String, Object> attributes, Editor as) {
    editor = as;
    try {
      AttributesBuilder all = attributes();
      attributes.forEach(all::attribute);
      asciidoctor.convertFile(
          file.toFile(),
          Options.builder()
              .safe(SafeMode.UNSAFE)
              .backend(backend)
              .standalone(true)
              .attributes(all.build())
              .toFile(to.toFile())
              .build());
    } finally {
      editor = Editor.NONE;
    }
  }

  private static AttributesBuilder attributes() {
    return Attributes.builder()
        .attributeMissing("warn")
        .attribute("idprefix", "")
        .attribute("idseparator", "-")
        .attribute("toc!"); // a page has one of its own
  }

  /** What Asciidoctor has complained about since this was asked last. */
  List<String> takeProblems() {
    List<String> taken = List.copyOf(problems);
    problems.clear();
    return taken;
  }

  @Override
  public void close() {
    asciidoctor.close();
  }
}
