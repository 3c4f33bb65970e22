// SPDX-License-Identifier: Apache-2.0
package loosethreads.guide;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import loosethreads.proof.Folders;
import org.openqa.selenium.By;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;

/** Chromium without a window, on a site from files. Owns its processes and what they write. */
final class Browser implements AutoCloseable {
  /** Whatever a page has to do is done by then, on a busy machine too. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Path site;
  private final Path folder;
  private final Logger devtools = Logger.getLogger("org.openqa.selenium.devtools");
  private final ChromeDriver driver;

  private Browser(Path site, Path folder) {
    this.site = site;
    this.folder = folder;
    devtools.setLevel(Level.SEVERE); // it warns of each version that is newer than itself
    driver = new ChromeDriver(service(folder), options(folder));
    driver.manage().timeouts().pageLoadTimeout(PATIENCE).scriptTimeout(PATIENCE);
  }

  static boolean isInstalled() {
    return installed("chromium").isPresent() && installed("chromedriver").isPresent();
  }

  private static Optional<File> installed(String program) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .map(folder -> new File(folder, program))
        .filter(File::canExecute)
        .findFirst();
  }

  static Browser on(Path site) {
    Path folder;
    try {
      folder = Files.createTempDirectory("loose-threads-browser-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    try {
      return new Browser(site, folder);
    } catch (WebDriverException e) {
      Folders.delete(folder);
      throw e;
    }
  }

  private static ChromeDriverService service(Path folder) {
    return new ChromeDriverService.Builder()
        .usingDriverExecutable(installed("chromedriver").orElseThrow())
        .usingAnyFreePort()
        .withEnvironment(Map.of("HOME", folder.toString(), "TMPDIR", folder.toString()))
        .withSilent(true)
        .build();
  }

  private static ChromeOptions options(Path folder) {
    var options = new ChromeOptions();
    options.setBinary(installed("chromium").orElseThrow());
    options.addArguments(
        "--headless",
        "--disable-gpu",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--user-data-dir=" + folder.resolve("profile"));
    if (System.getProperty("user.name").equals("root")) {
      options.addArguments("--no-sandbox"); // it has none for root
    }
    options.setCapability("goog:loggingPrefs", Map.of(LogType.BROWSER, Level.ALL.getName()));
    return options;
  }

  /** A window as wide as that, in CSS pixels; half as wide is the same as twice the zoom. */
  void width(int pixels) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", pixels, "height", 900, "deviceScaleFactor", 1, "mobile", false));
    // The page is told of it before the second frame.
    driver.executeAsyncScript("requestAnimationFrame(() => requestAnimationFrame(arguments[0]))");
  }

  /** What the system says that its user prefers: a media feature, and its value. */
  void prefers(String feature, String value) {
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-" + feature, "value", value))));
  }

  void scripts(boolean on) {
    driver.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", !on));
  }

  void open(String page) {
    driver.get(site.resolve(page.replaceFirst("#.*", "")).toUri() + page.replaceFirst("[^#]*", ""));
  }

  /** The page that is open, as {@link #open} has it. */
  String page() {
    return driver.getCurrentUrl().substring(site.toUri().toString().length());
  }

  /** What the expression is, as a text. */
  String text(String expression, Object... arguments) {
    return String.valueOf(driver.executeScript("return " + expression, arguments));
  }

  @SuppressWarnings("unchecked") // or the expression is another, and the test fails
  List<String> texts(String expression, Object... arguments) {
    return (List<String>) driver.executeScript("return " + expression, arguments);
  }

  /** As above, of a promise; if that is broken, why. */
  @SuppressWarnings("unchecked") // as above
  List<String> awaitTexts(String promise, Object... arguments) {
    return (List<String>)
        driver.executeAsyncScript(
            """
            const done = arguments[arguments.length - 1];
            (%s).then(done, (why) => done([String(why)]));
            """
                .formatted(promise),
            arguments);
  }

  void run(String script, Object... arguments) {
    driver.executeScript(script, arguments);
  }

  /** Waits until the page says so, frame by frame. */
  void await(String condition, Object... arguments) {
    driver.executeAsyncScript(
        """
        const done = arguments[arguments.length - 1];
        const look = () => ((%s) ? done() : requestAnimationFrame(look));
        look();
        """
            .formatted(condition),
        arguments);
  }

  private WebElement find(String selector) {
    return driver.findElement(By.cssSelector(selector));
  }

  void click(String selector) {
    find(selector).click();
  }

  /** In the middle of the element. */
  void point(String selector) {
    new Actions(driver).scrollToElement(find(selector)).moveToElement(find(selector)).perform();
  }

  void focus(String selector) {
    run("document.querySelector(arguments[0]).focus()", selector);
  }

  /** Presses keys where the focus is. */
  void press(CharSequence keys) {
    new Actions(driver).sendKeys(keys).perform();
  }

  /** What went wrong in pages since this was asked last. */
  List<String> errors() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
        .map(LogEntry::getMessage)
        .toList();
  }

  @Override
  public void close() {
    try {
      driver.quit();
    } finally {
      Folders.delete(folder);
    }
  }
}
