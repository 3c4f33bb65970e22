// SPDX-License-Identifier: Apache-2.0
package loosethreads.check;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ConstantPoolSharingOption;
import java.lang.classfile.CodeModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.nio.ByteBuffer;

/**
 * A compiled class as javac sees it when it compiles another that uses it: all but the code of its
 * methods, and the methods that javac made of lambdas.
 */
final class Outside {
  private static final int OF_LAMBDAS = ClassFile.ACC_PRIVATE | ClassFile.ACC_SYNTHETIC;

  private Outside() {}

  /** Equal for classes between which another can't tell. */
  static ByteBuffer of(byte[] bytes) {
    // A new pool: the old one has what the code needs.
    ClassFile classFile = ClassFile.of(ConstantPoolSharingOption.NEW_POOL);
    byte[] outside =
        classFile.transformClass(
            classFile.parse(bytes),
            (type, element) -> {
              if (!(element instanceof MethodModel method)) {
                type.with(element);
              } else if ((method.flags().flagsMask() & OF_LAMBDAS) != OF_LAMBDAS) {
                type.transformMethod(
                    method, MethodTransform.dropping(part -> part instanceof CodeModel));
              }
            });
    return ByteBuffer.wrap(outside).asReadOnlyBuffer();
  }
}
