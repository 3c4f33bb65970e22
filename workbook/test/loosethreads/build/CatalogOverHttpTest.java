// SPDX-License-Identifier: Apache-2.0
package loosethreads.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.Filter;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Stream;
import loosethreads.Checkout;
import loosethreads.build.Shell.Ended;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The catalog as others have it: from a server, with a jbang that has never seen it. */
class CatalogOverHttpTest {
  @TempDir private Path folder;
  private final Set<String> fetched = new ConcurrentSkipListSet<>();
  private HttpServer server;
  private Shell shell;
  private Path build;
  private String catalog;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server
        .createContext("/", SimpleFileServer.createFileHandler(Checkout.root()))
        .getFilters()
        .add(
            Filter.beforeHandler(
                "what is fetched", e -> fetched.add(e.getRequestURI().getPath().substring(1))));
    server.start();
    build = Checkout.root().resolve("build.sh");
    catalog = "http://localhost:%d/jbang-catalog.json".formatted(server.getAddress().getPort());
    Path here = Files.createDirectory(folder.resolve("here"));
    shell =
        new Shell(
            here,
            Map.of(
                "JBANG_DIR", folder.resolve("jbang").toString(),
                "JBANG_CACHE_DIR", folder.resolve("cache").toString()),
            Map.of());
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void an_alias_works_and_fetches_what_is_listed_and_nothing_else() throws Exception {
    Ended trust = shell.run(build, "jbang", "trust", "add", catalog);
    assertEquals(0, trust.status(), trust.err());
    Ended list = shell.run(build, "jbang", "workbook@" + catalog, "list");
    assertEquals(0, list.status(), list.err());
    assertTrue(list.out().startsWith("Lesson 1  "), list.out());
    assertEquals(listed(), new TreeSet<>(fetched));
    Ended run = shell.run(build, "jbang", "solution2@" + catalog);
    assertEquals(0, run.status(), run.out() + run.err());
    assertTrue(run.out().contains("Running the solution, Lesson2.java\n"), run.out());
  }

  /** The catalog, the script, and what the script names. */
  private static Set<String> listed() throws IOException {
    Path workbook = Checkout.root().resolve("workbook");
    Stream<String> named =
        Files.readAllLines(workbook.resolve("Workbook.java")).stream()
            .filter(line -> line.startsWith("//SOURCES ") || line.startsWith("//FILES "))
            .map(line -> line.replaceFirst("^//\\S+ (.*=)?", ""))
            .map(path -> Checkout.root().relativize(workbook.resolve(path).normalize()).toString());
    Set<String> all = new TreeSet<>(Set.of("jbang-catalog.json", "workbook/Workbook.java"));
    named.forEach(all::add);
    return all;
  }
}
