// SPDX-License-Identifier: Apache-2.0
package loosethreads.proof;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.LineNumber;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.MethodOrdererContext;

/** Runs tests in the order in which they stand in the source, as a reader meets them. */
final class SourceOrder implements MethodOrderer {
  @Override
  public void orderMethods(MethodOrdererContext context) {
    Map<String, Integer> lines = firstLines(context.getTestClass());
    context
        .getMethodDescriptors()
        .sort(Comparator.comparing(m -> lines.getOrDefault(m.getMethod().getName(), 0)));
  }

  private static Map<String, Integer> firstLines(Class<?> type) {
    String file = type.getName().replace('.', '/') + ".class";
    try (InputStream bytes = type.getClassLoader().getResourceAsStream(file)) {
      return ClassFile.of().parse(bytes.readAllBytes()).methods().stream()
          .collect(
              Collectors.toMap(
                  m -> m.methodName().stringValue(), SourceOrder::firstLine, Math::min));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int firstLine(MethodModel method) {
    return method
        .code()
        .flatMap(
            code ->
                code.elementStream()
                    .filter(LineNumber.class::isInstance)
                    .map(e -> ((LineNumber) e).line())
                    .findFirst())
        .orElse(0);
  }
}
