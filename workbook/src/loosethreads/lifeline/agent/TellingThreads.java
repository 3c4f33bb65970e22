// SPDX-License-Identifier: Apache-2.0
package loosethreads.lifeline.agent;

import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.security.ProtectionDomain;
import java.util.Map;

/**
 * Makes the two classes of threads tell the {@link Recorder} of each start, and of each end: the
 * end of a platform thread is where the JVM calls {@code Thread.exit}, that of a virtual thread
 * where its carrier calls {@code afterDone}. On a JDK where these are gone the sampler sees the
 * ends.
 */
final class TellingThreads implements ClassFileTransformer {
  private static final String STARTING = "starting";
  private static final String ENDING = "ending";

  /** What is told first thing in a method. {@code VirtualThread.start()} calls the other one. */
  private static final Map<String, Map<String, String>> TOLD =
      Map.of(
          "java/lang/Thread",
          Map.of(
              "start()V", STARTING,
              "start(Ljdk/internal/vm/ThreadContainer;)V", STARTING,
              "exit()V", ENDING),
          "java/lang/VirtualThread",
          Map.of(
              "start(Ljdk/internal/vm/ThreadContainer;)V", STARTING,
              "afterDone(Z)V", ENDING));

  private static final int STARTS = 3;

  private int starts;

  static void in(Instrumentation instrumentation) throws Exception {
    var telling = new TellingThreads();
    instrumentation.addTransformer(telling, true);
    instrumentation.retransformClasses(Thread.class, Class.forName("java.lang.VirtualThread"));
    // While there is a transformer, JDK 25 keeps every virtual thread from being collected.
    instrumentation.removeTransformer(telling);
    if (telling.starts < STARTS) {
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
    Map<String, String> told = TOLD.get(name);
    if (told == null) {
      return null;
    }
    ClassFile classFile = ClassFile.of();
    return classFile.transformClass(
        classFile.parse(bytes),
        (type, element) -> {
          String event = element instanceof MethodModel method ? told.get(signature(method)) : null;
          if (event == null) {
            type.with(element);
          } else {
            starts += event.equals(STARTING) ? 1 : 0;
            type.transformMethod(
                (MethodModel) element, MethodTransform.transformingCode(first(event)));
          }
        });
  }

  private static String signature(MethodModel method) {
    return method.methodName().stringValue() + method.methodType().stringValue();
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

  private static void tell(CodeBuilder code, String event) {
    code.aload(0)
        .invokestatic(
            ClassDesc.of("loosethreads.lifeline.agent.Recorder"),
            event,
            MethodTypeDesc.ofDescriptor("(Ljava/lang/Thread;)V"));
  }
}
