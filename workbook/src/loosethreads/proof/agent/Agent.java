// SPDX-License-Identifier: Apache-2.0
package loosethreads.proof.agent;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.security.ProtectionDomain;
import java.util.Set;

/**
 * Makes every thread of a JVM visible: each {@code start} of the two classes of threads first tells
 * the {@link Ledger}. Loaded with {@code -javaagent}, before the program's main. Its argument is
 * empty, or {@code PORT,TOKEN}: where an owner on this machine listens for an {@link Observer}.
 */
public final class Agent {
  private static final Set<String> STARTERS = Set.of("java/lang/Thread", "java/lang/VirtualThread");

  private Agent() {}

  /** Called by the JVM on the thread {@code main}. */
  public static void premain(String arguments, Instrumentation instrumentation) throws Exception {
    instrumentation.addTransformer(new TellingStarts(), true);
    instrumentation.retransformClasses(Thread.class, Class.forName("java.lang.VirtualThread"));
    open(arguments);
  }

  /** Does all of it but change the classes of threads. */
  static void rehearse(String arguments) throws Exception {
    for (String name : STARTERS) {
      try (InputStream bytes = ClassLoader.getSystemResourceAsStream(name + ".class")) {
        TellingStarts.telling(bytes.readAllBytes());
      }
    }
    open(arguments);
  }

  private static void open(String arguments) throws IOException {
    Ledger.open(Thread.currentThread());
    if (arguments != null && !arguments.isEmpty()) {
      String[] portAndToken = arguments.split(",", 2);
      Observer.start(Integer.parseInt(portAndToken[0]), portAndToken[1], Thread.currentThread());
    }
  }

  private static final class TellingStarts implements ClassFileTransformer {
    @Override
    public byte[] transform(
        Module module,
        ClassLoader loader,
        String name,
        Class<?> redefined,
        ProtectionDomain domain,
        byte[] bytes) {
      return STARTERS.contains(name) ? telling(bytes) : null;
    }

    static byte[] telling(byte[] bytes) {
      ClassFile classFile = ClassFile.of();
      return classFile.transformClass(
          classFile.parse(bytes),
          ClassTransform.transformingMethodBodies(
              method -> method.methodName().equalsString("start"), new CallFirst()));
    }
  }

  private static final class CallFirst implements CodeTransform {
    @Override
    public void atStart(CodeBuilder code) {
      code.aload(0)
          .invokestatic(
              ClassDesc.of("loosethreads.proof.agent.Ledger"),
              "starting",
              MethodTypeDesc.ofDescriptor("(Ljava/lang/Thread;)V"));
    }

    @Override
    public void accept(CodeBuilder code, CodeElement element) {
      code.with(element);
    }
  }
}
