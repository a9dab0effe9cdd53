package org.voicepact.testing;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.By;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The Chromium that is installed, as somebody in the office uses it; without a window, and with a profile that is thrown away. */
public final class Chromium implements AutoCloseable {

  private static final File BROWSER = new File("/usr/bin/chromium");
  private static final File DRIVER = new File("/usr/bin/chromedriver");
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int LONGEST_PICTURE = 1_600;

  private final URI address;
  private final ChromeDriver driver;
  private final Path profile;

  private Chromium(URI address, ChromeDriver driver, Path profile) {
    this.address = address;
    this.driver = driver;
    this.profile = profile;
  }

  /**
   * Skips the present tests where browser and driver are not installed where Debian puts them. With {@code
   * -Dvoicepact.browser=required} they fail: what was never tried must not look as if it had passed.
   */
  public static void require() {
    if (BROWSER.canExecute() && DRIVER.canExecute()) {
      return;
    }
    String missing = BROWSER + " and " + DRIVER + " are not both installed";
    if ("required".equals(System.getProperty("voicepact.browser"))) {
      throw new AssertionError(missing);
    }
    String skipped = missing + ", so nothing is tried in a browser";
    System.getLogger(Chromium.class.getName()).log(System.Logger.Level.WARNING, skipped);
    Assumptions.abort(skipped);
  }

  /**
   * @param address of the server whose pages are opened
   */
  public static Chromium open(URI address) {
    try {
      Path profile = Files.createTempDirectory("chromium");
      ChromeOptions options = new ChromeOptions();
      options.setBinary(BROWSER);
      options.addArguments(
          "--headless=new",
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--hide-scrollbars",
          "--lang=en",
          "--user-data-dir=" + profile);
      LoggingPreferences logs = new LoggingPreferences();
      logs.enable(LogType.BROWSER, java.util.logging.Level.ALL);
      options.setCapability("goog:loggingPrefs", logs);
      ChromeDriverService service = new ChromeDriverService.Builder()
          .usingDriverExecutable(DRIVER)
          .usingAnyFreePort()
          .build();
      return new Chromium(address, new ChromeDriver(service, options), profile);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public ChromeDriver driver() {
    return driver;
  }

  /** Opens a page by its path. */
  public void open(String path) {
    driver.get(address.resolve(path).toString());
  }

  public WebElement find(String css) {
    return driver.findElement(By.cssSelector(css));
  }

  public List<WebElement> all(String css) {
    return driver.findElements(By.cssSelector(css));
  }

  /** Puts a text into a field instead of what is there. */
  public void type(String css, String text) {
    WebElement field = find(css);
    field.clear();
    field.sendKeys(text);
  }

  /** Presses a button that leads to another page, and waits for that. */
  public void press(String css) {
    WebElement button = find(css);
    script("arguments[0].scrollIntoView({block: 'center'})", button);
    button.click();
    await("another page", () -> isStale(button));
    awaitPage();
  }

  public void awaitPage() {
    await("the page is there", () -> script("return document.readyState").equals("complete"));
  }

  private static boolean isStale(WebElement element) {
    try {
      element.isEnabled();
      return false;
    } catch (org.openqa.selenium.WebDriverException e) {
      return true;
    }
  }

  public String text(String css) {
    return find(css).getText();
  }

  public String path() {
    return URI.create(driver.getCurrentUrl()).getPath();
  }

  public Object script(String script, Object... arguments) {
    return ((JavascriptExecutor) driver).executeScript(script, arguments);
  }

  /** Waits until something has come true; while one page gives way to the next, elements come and go. */
  public void await(String what, java.util.function.BooleanSupplier condition) {
    new WebDriverWait(driver, PATIENCE)
        .withMessage(what)
        .ignoring(StaleElementReferenceException.class)
        .until(any -> condition.getAsBoolean());
  }

  /** The header with which another client is the same person. */
  public String cookies() {
    return driver.manage().getCookies().stream()
        .map(cookie -> cookie.getName() + "=" + cookie.getValue())
        .reduce((one, other) -> one + "; " + other)
        .orElse("");
  }

  public void setCookie(String name, String value) {
    driver.manage().addCookie(new Cookie(name, value));
  }

  /** How wide the window is, and whether it is dark around. */
  public void look(int width, boolean dark) {
    size(width, 900);
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of(
            "features",
            List.of(
                Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"),
                Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
  }

  /**
   * In which time zone the machine seems to be.
   *
   * @param zone of the IANA database
   */
  public void zone(String zone) {
    driver.executeCdpCommand("Emulation.setTimezoneOverride", Map.of("timezoneId", zone));
  }

  /** Whether pages run their scripts, from the next page on. */
  public void scripts(boolean run) {
    driver.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", !run));
  }

  private void size(int width, int height) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
  }

  /** Whether all fits into the width of the window. */
  public boolean fits() {
    return (Boolean) script("return document.documentElement.scrollWidth <= window.innerWidth");
  }

  /** Writes a picture of the whole page, as far as that is not very long. */
  public void picture(Path file, int width) {
    long height = (Long) script("return document.documentElement.scrollHeight");
    size(width, (int) Math.min(height, LONGEST_PICTURE));
    Object data = driver
        .executeCdpCommand("Page.captureScreenshot", Map.of("format", "png"))
        .get("data");
    try {
      Files.createDirectories(file.getParent());
      Files.write(file, Base64.getDecoder().decode((String) data));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    size(width, 900);
  }

  /** What axe-core finds against WCAG 2.2 AA and its own best practices; empty where nothing. */
  @SuppressWarnings("unchecked")
  public List<String> barriers() {
    script(axe());
    List<Map<String, Object>> found =
        (List<Map<String, Object>>) driver.executeAsyncScript("const done = arguments[0];"
            + "axe.run({runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']})"
            + ".then(r => done(r.violations.flatMap(v => v.nodes.map(n => ({what: v.id, where: n.html,"
            + " why: n.failureSummary})))))");
    return found.stream()
        .map(each -> each.get("what") + ": " + each.get("where") + " " + each.get("why"))
        .toList();
  }

  private static String axe() {
    try (InputStream file = Chromium.class.getResourceAsStream("/axe.min.js")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the browser has complained of since it was asked last: policies that were broken, scripts that failed. */
  public List<String> complaints() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .filter(entry -> entry.getLevel().intValue() >= java.util.logging.Level.SEVERE.intValue())
        // That the server refused something is told of with the page.
        .filter(entry -> !entry.getMessage().contains("the server responded with a status of 4"))
        .map(entry -> entry.getLevel() + " " + entry.getMessage())
        .toList();
  }

  @Override
  public void close() {
    driver.quit();
    try (Stream<Path> files = Files.walk(profile)) {
      files
          .sorted(java.util.Comparator.reverseOrder())
          .forEach(file -> file.toFile().delete());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
