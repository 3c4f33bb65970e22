// SPDX-License-Identifier: Apache-2.0
package loosethreads.lifeline.agent;

import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.classfile.instruction.ThrowInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.security.ProtectionDomain;
import java.util.Set;

/**
 * Makes the two classes of threads tell the {@link Recorder} of each start, and of each end: the
 * end of a platform thread is where the JVM calls {@code Thread.exit}, that of a virtual thread
 * where its {@code run(Runnable)} returns. On a JDK where these are gone the sampler sees the ends.
 */
final class TellingThreads implements ClassFileTransformer {
  private static final Set<String> THREADS = Set.of("java/lang/Thread", "java/lang/VirtualThread");

  private int rewritten;

  static void in(Instrumentation instrumentation) throws Exception {
    var telling = new TellingThreads();
    instrumentation.addTransformer(telling, true);
    instrumentation.retransformClasses(Thread.class, Class.forName("java.lang.VirtualThread"));
    // While there is a transformer, JDK 25 keeps every virtual thread from being collected.
    instrumentation.removeTransformer(telling);
    if (telling.rewritten < 2) {
      // The JVM keeps to itself what a transformer throws.
      throw new IllegalStateException("this JDK's threads can't be recorded");
    }
  }

  @Override
  public byte[] transform(
      Module module,
      ClassLoader loader,
      String name,
      Class<?> redefined,
      ProtectionDomain domain,
      byte[] bytes) {
    if (!THREADS.contains(name)) {
      return null;
    }
    ClassFile classFile = ClassFile.of();
    byte[] telling =
        classFile.transformClass(
            classFile.parse(bytes),
            (type, element) -> {
              if (element instanceof MethodModel method) {
                type.transformMethod(method, MethodTransform.transformingCode(told(method)));
              } else {
                type.with(element);
              }
            });
    rewritten++;
    return telling;
  }

  private static CodeTransform told(MethodModel method) {
    return switch (method.methodName().stringValue() + method.methodType().stringValue()) {
      case "exit()V" -> first("ending");
      case "run(Ljava/lang/Runnable;)V" -> TellingThreads::onTheWayOut;
      case String it when it.startsWith("start(") -> first("starting");
      default -> CodeTransform.ACCEPT_ALL;
    };
  }

  private static CodeTransform first(String event) {
    return new CodeTransform() {
      @Override
      public void atStart(CodeBuilder code) {
        tell(code, event);
      }

      @Override
      public void accept(CodeBuilder code, CodeElement element) {
        code.with(element);
      }
    };
  }

  private static void onTheWayOut(CodeBuilder code, CodeElement element) {
    if (element instanceof ReturnInstruction || element instanceof ThrowInstruction) {
      tell(code, "ending");
    }
    code.with(element);
  }

  private static void tell(CodeBuilder code, String event) {
    code.aload(0)
        .invokestatic(
            ClassDesc.of("loosethreads.lifeline.agent.Recorder"),
            event,
            MethodTypeDesc.ofDescriptor("(Ljava/lang/Thread;)V"));
  }
}
