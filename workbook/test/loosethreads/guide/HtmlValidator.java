// SPDX-License-Identifier: Apache-2.0
package loosethreads.guide;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import nu.validator.messages.MessageEmitterAdapter;
import nu.validator.messages.TextMessageEmitter;
import nu.validator.servlet.imagereview.ImageCollector;
import nu.validator.source.SourceCode;
import nu.validator.validation.SimpleDocumentValidator;

/** Judges HTML as the W3C's checker does. */
final class HtmlValidator {
  private static final String SCHEMA = "http://s.validator.nu/html5-all.rnc";

  /** Its grammar is deep. In bytes. */
  private static final long STACK = 64 << 20;

  private HtmlValidator() {}

  /** What is wrong with the pages, in its words. */
  static String problems(List<Path> pages) throws InterruptedException, ExecutionException {
    var task = new FutureTask<>(() -> validate(pages));
    Thread.ofPlatform().name("html-validator").stackSize(STACK).start(task);
    return task.get();
  }

  private static String validate(List<Path> pages) throws Exception {
    var said = new ByteArrayOutputStream();
    var validator = new SimpleDocumentValidator();
    SourceCode source = validator.getSourceCode();
    var emitter =
        new MessageEmitterAdapter(
            null,
            source,
            false,
            new ImageCollector(source),
            0,
            false,
            new TextMessageEmitter(said, false));
    emitter.setErrorsOnly(true);
    validator.setUpMainSchema(SCHEMA, emitter);
    validator.setUpValidatorAndParsers(emitter, true, false);
    for (Path page : pages) {
      validator.checkHtmlFile(page.toFile(), true);
    }
    return said.toString(StandardCharsets.UTF_8);
  }
}
