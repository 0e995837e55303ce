package org.lmskit.examples.academy;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.openqa.selenium.By;
import org.openqa.selenium.ElementNotInteractableException;
import org.openqa.selenium.NotFoundException;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** Somebody with a real Chromium, who waits for what he expects to see. */
final class Visitor implements AutoCloseable {
  private static final Path BROWSER = Path.of("/usr/bin/chromium");
  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration GLANCE = Duration.ofMillis(50);

  private final ChromeDriver driver;
  private final WebDriverWait wait;
  private final WebDriverWait inFrames;

  private Visitor(ChromeDriver driver) {
    this.driver = driver;
    this.wait = new WebDriverWait(driver, PATIENCE, GLANCE);
    this.wait.ignoreAll(List.of(
        NotFoundException.class,
        StaleElementReferenceException.class,
        ElementNotInteractableException.class));
    this.inFrames = new WebDriverWait(driver, PATIENCE, GLANCE);
    this.inFrames.ignoring(WebDriverException.class);
  }

  /** Starts a browser on a new profile, or skips the test where there is none. */
  static Visitor start(Path profile) {
    assumeTrue(
        Files.isExecutable(BROWSER) && Files.isExecutable(DRIVER),
        "browser tests are skipped: install chromium and chromium-driver");
    ChromeOptions options = new ChromeOptions();
    options.setBinary(BROWSER.toFile());
    options.addArguments(
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-dev-shm-usage",
        "--lang=en",
        "--window-size=1280,900",
        "--user-data-dir=" + profile);
    ChromeDriverService service =
        new ChromeDriverService.Builder().usingDriverExecutable(DRIVER.toFile()).build();
    return new Visitor(new ChromeDriver(service, options));
  }

  ChromeDriver driver() {
    return driver;
  }

  void open(String url) {
    driver.get(url);
  }

  WebElement see(String css) {
    return wait.until(ExpectedConditions.visibilityOfElementLocated(By.cssSelector(css)));
  }

  /** Waits until an element says exactly this. */
  void see(String css, String text) {
    wait.until(ExpectedConditions.textToBe(By.cssSelector(css), text));
  }

  /** Opens a page again and again until one of these elements says what is expected. */
  void openUntil(String url, String css, Predicate<String> says) {
    wait.until(looked -> {
      open(url);
      return texts(css).stream().anyMatch(says);
    });
  }

  void click(String css) {
    click(By.cssSelector(css));
  }

  /** Tries until it is done: the player draws its controls anew whenever the server answers. */
  private void click(By place) {
    wait.until(looked -> {
      looked.findElement(place).click();
      return true;
    });
  }

  /** Chooses a radio button by the text beside it, in the given part of the page. */
  void choose(String part, String text) {
    click(By.xpath(part + "//label[normalize-space()='" + text + "']"));
  }

  /** Presses a control of the player, such as {@code exitAll}. */
  void control(String name) {
    click(".controls button[data-control='" + name + "']:not([aria-disabled])");
  }

  /**
   * Waits until the content says this, and stays in it. The content has an origin of its own: a frame
   * in a frame, which is replaced whenever another activity is delivered; the driver has no exception
   * of its own for a frame that goes while it is entered.
   */
  void seeInContent(String css, String text) {
    inFrames.until(looked -> {
      looked.switchTo().defaultContent();
      looked.switchTo().frame(looked.findElement(By.cssSelector("iframe.content")));
      looked.switchTo().frame(looked.findElement(By.tagName("iframe")));
      return looked.findElement(By.cssSelector(css)).getText().equals(text);
    });
  }

  void leaveContent() {
    driver.switchTo().defaultContent();
  }

  /** Waits until the player has said that all work is saved. */
  void awaitSaved() {
    see(".saved:not(.pending)", "All work saved");
  }

  List<String> texts(String css) {
    return driver.findElements(By.cssSelector(css)).stream()
        .map(WebElement::getText)
        .toList();
  }

  /** Keeps a picture where {@code -Dacademy.shots=DIR} asks for some. */
  void shot(String name) {
    String folder = System.getProperty("academy.shots");
    if (folder != null) {
      try {
        Files.write(Path.of(folder, name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @Override
  public void close() {
    driver.quit();
  }
}
