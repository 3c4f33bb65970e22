// SPDX-License-Identifier: Apache-2.0
package loosethreads.proof.agent;

import java.io.File;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Stands in for the {@link Agent} in a JVM that learns which classes it will need, for an AOT
 * cache. Arguments: the agent's; a class path besides the JVM's own, which may be empty; a main
 * class and its arguments.
 */
public final class Rehearsal {
  private Rehearsal() {}

  public static void main(String... args) throws Throwable {
    Agent.rehearse(args[0]);
    try (var loader = new URLClassLoader(urls(args[1]), ClassLoader.getSystemClassLoader())) {
      Method main = Class.forName(args[2], true, loader).getDeclaredMethod("main", String[].class);
      main.setAccessible(true);
      main.invoke(null, (Object) Arrays.copyOfRange(args, 3, args.length));
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private static URL[] urls(String classPath) throws Exception {
    String[] paths = classPath.isEmpty() ? new String[0] : classPath.split(File.pathSeparator);
    URL[] urls = new URL[paths.length];
    for (int i = 0; i < paths.length; i++) {
      urls[i] = Path.of(paths[i]).toUri().toURL();
    }
    return urls;
  }
}
