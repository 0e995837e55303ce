package org.lmskit.scorm.player;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.lmskit.scorm.runtime.CmiVersion;
import org.lmskit.scorm.runtime.LaunchData;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The player's page in a real browser, with a server and an LMS behind it that tests can see. */
final class PlayerPage
    implements BeforeAllCallback, AfterAllCallback, BeforeEachCallback, AfterEachCallback {
  static final String CONTENT = """
      <!doctype html><html lang="en"><title>sco</title><body style="font:16px sans-serif;margin:2rem">
      <h1>Fire classes</h1><p>Class A fires are fires of solid materials.</p>
      <script>
        function find(w) { let n = 0; while (!w.API_1484_11 && w.parent !== w && n++ < 7) w = w.parent; return w.API_1484_11; }
        const api = find(window) || (window.opener && find(window.opener));
        api.Initialize('');
        window.begun = true;
        window.addEventListener('pagehide', () => {
          api.SetValue('cmi.location', 'left');
          api.SetValue('cmi.exit', 'suspend');
          api.Terminate('');
        });
      </script></body></html>
      """;

  private Chromium chromium;
  PlayerServer server;
  TinyLms lms;
  ChromeDriver driver;

  @Override
  public void beforeAll(ExtensionContext context) throws IOException {
    chromium = Chromium.start();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    if (chromium != null) {
      chromium.close();
    }
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    server = new PlayerServer();
    lms = new TinyLms(
        server, LaunchData.of(CmiVersion.SCORM_2004_4TH, "L1", "Doe, Jo").build());
    server.page("/sco", CONTENT);
    server.page("/courses", "<!doctype html><title>courses</title>");
    server.on("/gone", exchange -> PlayerServer.reply(exchange, 404, "text/plain", "gone"));
    driver = chromium.driver();
    driver.manage().window().setSize(new Dimension(1200, 800));
    lms.player(model("/sco", "item-1"));
    lms.next(model("/sco?2", "item-2"));
  }

  @Override
  public void afterEach(ExtensionContext context) {
    driver.get("about:blank");
    server.close();
  }

  void open() {
    driver.get(server.url("/player/player.html?base=/lms/a"));
    waitUntil(() -> !driver.findElement(By.cssSelector(".title")).getText().isEmpty());
    waitUntil(() -> (Boolean)
        driver.executeScript("return document.querySelector('iframe.content, .message') !== null"));
  }

  void awaitContent() {
    waitUntil(
        () -> (Boolean) driver.executeScript("const f = document.querySelector('iframe.content');"
            + "return f !== null && f.contentWindow.begun === true"));
  }

  WebElement control(String name) {
    return driver.findElement(By.cssSelector("[data-control=" + name + "]"));
  }

  WebElement message(String kind) {
    var by = By.cssSelector("[data-kind=" + kind + "]");
    waitUntil(() -> !driver.findElements(by).isEmpty());
    return driver.findElement(by);
  }

  void waitUntil(java.util.function.BooleanSupplier condition) {
    new WebDriverWait(driver, Duration.ofSeconds(10), Duration.ofMillis(25))
        .until(d -> condition.getAsBoolean());
  }

  /** With {@code -Dplayer.shots=DIR} the pages are kept as pictures, to be looked at. */
  void shot(String name) {
    var folder = System.getProperty("player.shots", "");
    if (!folder.isEmpty()) {
      try {
        Files.createDirectories(Path.of(folder));
        Files.write(Path.of(folder, name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }
  }

  List<String> openedFrom(String window) {
    return driver.getWindowHandles().stream()
        .filter(handle -> !handle.equals(window))
        .toList();
  }

  static String inWindow(String href) {
    return model(href, "item-1").replace("\"window\": \"frame\"", "\"window\": \"new\"");
  }

  static String model(String href, String current) {
    return """
        {"title": "Fire safety at work", "exitUrl": "/courses", "message": "",
         "toc": [
           {"id": "part-1", "title": "What burns", "depth": 0, "status": "completed", "selectable": true},
           {"id": "item-1", "title": "Extinguishers", "depth": 1, "status": "incomplete", "selectable": true%s},
           {"id": "item-3", "title": "Escape routes", "depth": 1, "status": "not attempted", "selectable": true},
           {"id": "item-2", "title": "Final test", "depth": 0, "status": "not attempted", "selectable": false,
            "reason": "First finish Extinguishers"%s}],
         "controls": {"previous": "disabled", "continue": "enabled", "exit": "hidden", "suspendAll": "enabled",
                      "exitAll": "hidden", "abandon": "hidden", "abandonAll": "hidden"},
         "reasons": {"previous": "This is the first part"},
         "content": {"href": "%s", "title": "%s", "window": "frame", "width": 0, "height": 0}, "ended": null}
        """.formatted(
            current.equals("item-1") ? ", \"current\": true" : "",
            current.equals("item-2") ? ", \"current\": true" : "",
            href,
            current.equals("item-1") ? "Extinguishers" : "Final test");
  }
}
