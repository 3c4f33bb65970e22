// SPDX-License-Identifier: Apache-2.0
package loosethreads.guide;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Logger;
import org.asciidoctor.Asciidoctor;
import org.asciidoctor.Attributes;
import org.asciidoctor.Options;
import org.asciidoctor.SafeMode;
import org.asciidoctor.ast.Document;
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
    StructuralNode html(StructuralNode parent, String html);
  }

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
  private final class Hand extends Treeprocessor {
    @Override
    public Document process(Document document) {
      editor.edit(
          document, (parent, html) -> createBlock(parent, "pass", html, Map.<String, Object>of()));
      return document;
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
    return load(file, Editor.NONE);
  }

  /** The document in the file, as the editor wants it. */
  Document load(Path file, Editor as) {
    editor = as;
    try {
      return asciidoctor.loadFile(
          file.toFile(),
          Options.builder()
              .safe(SafeMode.UNSAFE) // chapters include from the solutions' folder
              .attributes(attributes())
              .build());
    } finally {
      editor = Editor.NONE;
    }
  }

  private static Attributes attributes() {
    return Attributes.builder()
        .attributeMissing("warn")
        .attribute("sectlinks")
        .attribute("idprefix", "")
        .attribute("idseparator", "-")
        .attribute("notitle")
        .attribute("toc!") // a page has one of its own
        .build();
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
