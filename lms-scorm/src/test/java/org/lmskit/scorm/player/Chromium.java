package org.lmskit.scorm.player;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/** A real Chromium with a profile of its own; tests that need one are skipped where there is none. */
public final class Chromium implements AutoCloseable {
  private static final List<Path> BROWSERS =
      List.of(Path.of("/usr/bin/chromium"), Path.of("/usr/bin/chromium-browser"));
  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
  private final Path profile;
  private final ChromeDriver driver;

  private Chromium(Path profile, ChromeDriver driver) {
    this.profile = profile;
    this.driver = driver;
  }

  /** Starts a browser or skips the test. */
  public static Chromium start() throws IOException {
    return start(Files.createTempDirectory("lmskit-chromium"));
  }

  /** Starts a browser on a profile, which keeps what pages stored. */
  public static Chromium start(Path profile) {
    var browser = BROWSERS.stream().filter(Files::isExecutable).findFirst().orElse(null);
    assumeTrue(
        browser != null && Files.isExecutable(DRIVER),
        "browser tests are skipped: install chromium and chromium-driver");
    var options = new ChromeOptions();
    options.setBinary(browser.toFile());
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
        "--user-data-dir=" + profile);
    var service =
        new ChromeDriverService.Builder().usingDriverExecutable(DRIVER.toFile()).build();
    return new Chromium(profile, new ChromeDriver(service, options));
  }

  /** The driver of the browser. */
  public ChromeDriver driver() {
    return driver;
  }

  /** Where the browser keeps what pages stored. */
  public Path profile() {
    return profile;
  }

  /** Ends the browser and keeps its profile. */
  public void quit() {
    driver.quit();
  }

  @Override
  public void close() {
    driver.quit();
    delete(profile);
  }

  static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
