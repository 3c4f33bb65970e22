// SPDX-License-Identifier: Apache-2.0
package loosethreads.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import loosethreads.Checkout;
import loosethreads.build.Shell.Ended;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code build.sh} finds its tools wherever it is called from, and stays out of the way. */
@DisabledOnOs(OS.WINDOWS)
class BuildScriptTest {
  /** A jbang that prints what it was called with, and ends with a status of its own. */
  private static final String JBANG =
      """
      #!/bin/sh
      echo "java=$JAVA_HOME"
      for argument in "$@"; do echo "[$argument]"; done
      exit 42
      """;

  @TempDir private Path folder;
  private Path checkout;
  private Path bin;

  @BeforeEach
  void copy() throws IOException {
    checkout = Files.createDirectory(folder.resolve("a check out"));
    bin = Files.createDirectory(folder.resolve("bin"));
    Files.copy(Checkout.root().resolve("build.sh"), checkout.resolve("build.sh"));
    for (String tool :
        List.of("bash", "env", "dirname", "readlink", "sed", "mktemp", "mkdir", "cat", "rm")) {
      script(tool, "#!/bin/sh\nexec %s \"$@\"\n".formatted(onThePath(tool)));
    }
  }

  @Test
  void an_alias_is_run_with_its_arguments_and_its_exit_status() throws Exception {
    script("jbang", JBANG);
    Ended ended = build(checkout.resolve("build.sh"), "workbook", "check", "3", "--json", "a b");
    assertEquals(42, ended.status());
    assertEquals(
        List.of(
            "[run]",
            "[workbook@%s/jbang-catalog.json]".formatted(checkout.toRealPath()),
            "[check]",
            "[3]",
            "[--json]",
            "[a b]"),
        ended.out().lines().skip(1).toList());
    assertEquals("", ended.err());
  }

  @Test
  void it_may_be_called_through_a_link() throws Exception {
    script("jbang", JBANG);
    Path link = Files.createSymbolicLink(folder.resolve("link"), checkout.resolve("build.sh"));
    Ended ended = build(link, "lesson3");
    assertEquals(
        "[lesson3@%s/jbang-catalog.json]".formatted(checkout.toRealPath()),
        ended.out().lines().toList().get(2));
  }

  @Test
  void a_task_is_run_by_the_build_of_the_checkout() throws Exception {
    script("jbang", JBANG);
    Ended ended = build(checkout.resolve("build.sh"), "test", ".*GateTest");
    String root = checkout.toRealPath().toString();
    assertEquals(
        List.of(
            "[run]",
            "[" + root + "/workbook/Build.java]",
            "[" + root + "]",
            "[test]",
            "[.*GateTest]"),
        ended.out().lines().skip(1).toList());
  }

  @Test
  void jbang_itself_is_at_hand() throws Exception {
    script("jbang", JBANG);
    Ended ended = build(checkout.resolve("build.sh"), "jbang", "catalog", "list");
    assertEquals(List.of("[catalog]", "[list]"), ended.out().lines().skip(1).toList());
  }

  @Test
  void an_old_java_home_is_passed_over() throws Exception {
    script("jbang", JBANG);
    Path old = jdk("jdk-17", "17.0.1");
    Ended ended = build(Map.of("JAVA_HOME", old.toString()), checkout.resolve("build.sh"), "test");
    assertTrue(!ended.out().contains("java=" + old), ended.out());
  }

  @Test
  void a_new_java_home_is_taken() throws Exception {
    script("jbang", JBANG);
    Path jdk = jdk("jdk 26", "26");
    Ended ended = build(Map.of("JAVA_HOME", jdk.toString()), checkout.resolve("build.sh"), "test");
    assertTrue(ended.out().startsWith("java=" + jdk + "\n"), ended.out());
  }

  @Test
  void a_jdk_in_a_usual_folder_is_found() throws Exception {
    script("jbang", JBANG);
    Path home = Files.createDirectory(folder.resolve("home"));
    jdk("home/.jdks/temurin-99", "99.0.1");
    Ended ended = build(Map.of("HOME", home.toString()), checkout.resolve("build.sh"), "test");
    String java = ended.out().lines().findFirst().orElse("");
    assertTrue(java.matches("java=.+"), ended.out()); // this one, or another that is as new
  }

  @Test
  void without_jbang_and_maven_it_says_in_one_line_how_to_install_jbang() throws Exception {
    Ended ended = build(checkout.resolve("build.sh"), "lesson3");
    assertEquals(2, ended.status());
    assertEquals("", ended.out());
    assertEquals(
        "Neither jbang nor Maven is on the PATH. Install jbang: https://www.jbang.dev/download\n",
        ended.err());
  }

  @Test
  void when_maven_fails_nothing_is_left_and_it_says_what_next() throws Exception {
    script("mvn", "#!/bin/sh\necho no network\nexit 1\n");
    Ended ended = build(checkout.resolve("build.sh"), "lesson3");
    assertEquals(2, ended.status());
    assertEquals("", ended.out());
    assertTrue(ended.err().contains("no network\n"), ended.err());
    assertTrue(ended.err().contains("Install it: https://www.jbang.dev/download"), ended.err());
    try (var left = Files.list(checkout.resolve("build"))) {
      assertEquals(List.of(), left.toList());
    }
  }

  @Test
  void without_an_alias_it_says_what_there_is() throws Exception {
    Ended ended = build(checkout.resolve("build.sh"));
    assertEquals(2, ended.status());
    assertEquals("", ended.out());
    assertTrue(ended.err().startsWith("Usage: ./build.sh ALIAS [args…]"), ended.err());
  }

  private Ended build(Path script, String... arguments) throws Exception {
    return build(Map.of(), script, arguments);
  }

  private Ended build(Map<String, String> more, Path script, String... arguments) throws Exception {
    return new Shell(folder, Map.of("PATH", bin.toString()), more).run(script, arguments);
  }

  private Path jdk(String name, String version) throws IOException {
    Path jdk = folder.resolve(name);
    Files.createDirectories(jdk.resolve("bin"));
    Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    executable(jdk.resolve("bin/javac"), "#!/bin/sh\n");
    return jdk;
  }

  private void script(String name, String text) throws IOException {
    executable(bin.resolve(name), text);
  }

  private static void executable(Path file, String text) throws IOException {
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static Path onThePath(String tool) {
    return List.of(System.getenv("PATH").split(java.io.File.pathSeparator, -1)).stream()
        .map(folder -> Path.of(folder, tool))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(tool + " is not on the PATH"));
  }
}
