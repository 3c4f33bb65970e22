// SPDX-License-Identifier: Apache-2.0
package loosethreads.check;

import java.io.IOException;
import java.lang.classfile.AccessFlags;
import java.lang.classfile.ClassFile;
import java.lang.classfile.FieldModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.InnerClassInfo;
import java.lang.classfile.attribute.InnerClassesAttribute;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Makes public what is not private in compiled classes. JShell keeps what one types in a package of
 * its own, from where it could use nothing of a lesson's program.
 */
final class OpenClasses {
  private static final int VISIBILITY =
      ClassFile.ACC_PUBLIC | ClassFile.ACC_PROTECTED | ClassFile.ACC_PRIVATE;

  private OpenClasses() {}

  /** Rewrites the class files in the folder. */
  static void in(Path folder) throws IOException {
    List<Path> classes;
    try (Stream<Path> files = Files.walk(folder)) {
      classes = files.filter(f -> f.toString().endsWith(".class")).toList();
    }
    for (Path file : classes) {
      Files.write(file, opened(Files.readAllBytes(file)));
    }
  }

  private static byte[] opened(byte[] bytes) {
    ClassFile classFile = ClassFile.of();
    return classFile.transformClass(
        classFile.parse(bytes),
        (type, element) -> {
          switch (element) {
            case AccessFlags flags -> type.withFlags(opened(flags.flagsMask()));
            case InnerClassesAttribute nested -> type.with(opened(nested));
            case MethodModel method ->
                type.transformMethod(
                    method,
                    (builder, e) -> {
                      if (e instanceof AccessFlags flags) {
                        builder.withFlags(opened(flags.flagsMask()));
                      } else {
                        builder.with(e);
                      }
                    });
            case FieldModel field ->
                type.transformField(
                    field,
                    (builder, e) -> {
                      if (e instanceof AccessFlags flags) {
                        builder.withFlags(opened(flags.flagsMask()));
                      } else {
                        builder.with(e);
                      }
                    });
            default -> type.with(element);
          }
        });
  }

  private static InnerClassesAttribute opened(InnerClassesAttribute nested) {
    return InnerClassesAttribute.of(
        nested.classes().stream()
            .map(
                c ->
                    InnerClassInfo.of(
                        c.innerClass(), c.outerClass(), c.innerName(), opened(c.flagsMask())))
            .toList());
  }

  private static int opened(int flags) {
    return (flags & ClassFile.ACC_PRIVATE) == 0
        ? (flags & ~VISIBILITY) | ClassFile.ACC_PUBLIC
        : flags;
  }
}
