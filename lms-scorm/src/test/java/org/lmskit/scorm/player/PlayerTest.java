package org.lmskit.scorm.player;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lmskit.scorm.runtime.ApiCall;
import org.lmskit.scorm.runtime.CmiVersion;
import org.lmskit.scorm.runtime.Compatibility;
import org.lmskit.scorm.runtime.LaunchData;
import org.lmskit.scorm.runtime.Switch;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The player's page in a real browser, as a learner uses it. */
class PlayerTest {
  private static final String CONTENT = """
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
  /** Content whose Terminate comes when its page is gone for a while already. */
  private static final String LATE = """
      <!doctype html><title>late</title>
      <script>
        parent.API_1484_11.Initialize('');
        window.begun = true;
        window.addEventListener('pagehide', () => {
          parent.API_1484_11.SetValue('cmi.location', 'late');
          parent.setTimeout("API_1484_11.Terminate('')", 400);
        });
      </script>
      """;

  /** What real SCORM 1.2 content does. */
  private static final String HABITS = """
      <!doctype html><title>habits</title>
      <script>
        let api = null;
        for (let w = window, i = 0; i < 500 && !api; i++) { api = w.API; if (w.parent === w) break; w = w.parent; }
        api.LMSInitialize(''); api.LMSInitialize('');
        api.LMSGetValue('cmi.completion_status');
        for (let i = 0; i < 40; i++) api.LMSSetValue('cmi.suspend_data', 'step ' + i);
        window.begun = true;
        function finish() {
          api.LMSSetValue('cmi.core.exit', 'nonsense'); api.LMSSetValue('cmi.core.exit', 'logout');
          api.LMSFinish(''); window.close(); top.close();
        }
        window.addEventListener('unload', () => {
          api.LMSInitialize('');
          api.LMSSetValue('cmi.core.lesson_status', 'passed'); api.LMSSetValue('cmi.core.exit', 'suspend');
          api.LMSSetValue('cmi.core.session_time', '00:01:00'); api.LMSCommit(''); api.LMSFinish(''); api.LMSFinish('');
        });
      </script>
      """;

  private static Chromium chromium;
  private PlayerServer server;
  private TinyLms lms;
  private ChromeDriver driver;

  @BeforeAll
  static void startBrowser() throws IOException {
    chromium = Chromium.start();
  }

  @AfterAll
  static void endBrowser() {
    if (chromium != null) {
      chromium.close();
    }
  }

  @BeforeEach
  void startServer() {
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

  @AfterEach
  void stopServer() {
    driver.get("about:blank");
    server.close();
  }

  @Test
  void contents_show_status_place_and_availability() {
    open();

    var items = driver.findElements(By.cssSelector(".toc button.item"));
    assertThat(items).hasSize(4);
    assertThat(items.get(0).getText()).contains("What burns", "completed");
    assertThat(items.get(1).getAttribute("aria-current")).isEqualTo("step");
    assertThat(items.get(3).getAttribute("aria-disabled")).isEqualTo("true");

    items.get(3).click();

    var said = driver.findElement(By.cssSelector("[aria-live]"));
    assertThat(said.getText()).isEqualTo("Final test: First finish Extinguishers");
    assertThat(said.getSize().getWidth()).isGreaterThan(100);
    assertThat(lms.navigations()).isEmpty();
    shot("player-desktop");
  }

  @Test
  void controls_that_the_package_hides_are_not_there() {
    open();

    var controls = driver.findElements(By.cssSelector(".controls button"));
    assertThat(controls)
        .extracting(control -> control.getAttribute("data-control"))
        .containsExactly("previous", "continue", "suspendAll");
    assertThat(control("previous").getAttribute("aria-disabled")).isEqualTo("true");
  }

  @Test
  void next_lets_the_content_say_its_last_before_the_server_decides() {
    open();
    awaitContent();

    control("continue").click();
    waitUntil(() -> !lms.navigations().isEmpty());

    assertThat(lms.received().stream().map(ApiCall::name))
        .startsWith("Initialize", "SetValue", "SetValue", "Terminate");
    waitUntil(
        () -> driver.findElement(By.cssSelector("[aria-current]")).getText().contains("Final"));
    awaitContent();
    assertThat(driver.findElement(By.cssSelector("iframe.content")).getAttribute("src"))
        .endsWith("/sco?2");
  }

  @Test
  void landmarks_have_names_and_the_heading_gets_the_focus() {
    open();

    assertThat(driver.findElement(By.tagName("main")).isDisplayed()).isTrue();
    assertThat(driver.findElements(By.cssSelector("nav[aria-label]"))).hasSize(2);
    assertThat(driver.findElement(By.cssSelector("iframe.content")).getAttribute("title"))
        .isEqualTo("Extinguishers");
    assertThat(driver.switchTo().activeElement().getText()).isEqualTo("Extinguishers");
    assertThat(driver.findElement(By.cssSelector("[aria-live]")).getText())
        .isEqualTo("Now showing: Extinguishers");
  }

  @Test
  void keyboard_reaches_and_uses_the_contents() {
    open();
    var first = driver.findElement(By.cssSelector(".toc button.item"));

    driver.executeScript("arguments[0].focus()", first);
    first.sendKeys(Keys.ARROW_DOWN);
    assertThat(driver.switchTo().activeElement().getText()).contains("Extinguishers");
    driver.switchTo().activeElement().sendKeys(Keys.ARROW_UP);
    driver.switchTo().activeElement().sendKeys(Keys.ENTER);

    waitUntil(() -> lms.navigations().equals(List.of("choice")));
  }

  @Test
  void phone_has_the_contents_behind_a_button() {
    driver.manage().window().setSize(new Dimension(500, 800));
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        java.util.Map.of("width", 390, "height", 800, "deviceScaleFactor", 1, "mobile", true));
    try {
      open();
      awaitContent();
      var toc = driver.findElement(By.cssSelector(".toc"));
      assertThat(toc.isDisplayed()).isFalse();
      shot("player-phone");

      driver.findElement(By.cssSelector(".toggle")).click();
      assertThat(toc.isDisplayed()).isTrue();
      shot("player-phone-contents");
      driver.switchTo().activeElement().sendKeys(Keys.ESCAPE);

      assertThat(toc.isDisplayed()).isFalse();
      assertThat(
              (Boolean) driver.executeScript("return document.documentElement.scrollWidth <= 390"))
          .isTrue();
    } finally {
      driver.executeCdpCommand("Emulation.clearDeviceMetricsOverride", java.util.Map.of());
    }
  }

  @Test
  void dark_colours_follow_the_learners_choice() {
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        java.util.Map.of(
            "features",
            List.of(java.util.Map.of("name", "prefers-color-scheme", "value", "dark"))));
    try {
      open();
      awaitContent();
      shot("player-dark");

      assertThat(driver.findElement(By.cssSelector(".header")).getCssValue("background-color"))
          .isEqualTo("rgba(26, 31, 41, 1)");
    } finally {
      driver.executeCdpCommand(
          "Emulation.setEmulatedMedia", java.util.Map.of("features", List.of()));
    }
  }

  @Test
  void second_tab_is_refused_and_can_take_over() {
    open();
    awaitContent();
    var first = driver.getWindowHandle();
    driver.switchTo().newWindow(WindowType.TAB);
    driver.get(server.url("/player/player.html?base=/lms/a"));

    var message = message("tab");
    assertThat(message.getText()).contains("already open");
    shot("player-second-tab");
    message.findElement(By.tagName("button")).click();
    waitUntil(() -> driver.findElements(By.cssSelector("iframe.content")).size() == 1);
    awaitContent();
    driver.close();
    driver.switchTo().window(first);

    assertThat(message("superseded").getText()).contains("goes on somewhere else");
    assertThat(lms.received().stream().map(ApiCall::name))
        .startsWith("Initialize", "SetValue", "SetValue", "Terminate", "Initialize");
  }

  @Test
  void second_tab_is_refused_also_where_the_browser_has_no_locks() {
    // as on a page without TLS
    var script = java.util.Map.<String, Object>of(
        "source", "Object.defineProperty(Navigator.prototype, 'locks', { value: undefined })");
    driver.executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", script);
    open();
    awaitContent();
    var first = driver.getWindowHandle();
    driver.switchTo().newWindow(WindowType.TAB);
    driver.executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", script);
    driver.get(server.url("/player/player.html?base=/lms/a"));

    message("tab").findElement(By.tagName("button")).click();
    awaitContent();
    driver.close();
    driver.switchTo().window(first);

    assertThat(message("superseded").getText()).contains("goes on somewhere else");
    // the script stays with its tab
    driver.switchTo().newWindow(WindowType.TAB);
    var other = driver.getWindowHandle();
    driver.switchTo().window(first).close();
    driver.switchTo().window(other);
  }

  @Test
  void missing_file_has_a_message_and_a_way_on() {
    lms.player(model("/gone", "item-1"));
    open();

    assertThat(message("missing").getText()).contains("missing", "404");
    message("missing").findElements(By.tagName("button")).get(1).click();
    waitUntil(() -> driver.getTitle().equals("courses"));
  }

  @Test
  void lost_connection_is_told_and_forgotten_when_all_is_saved() {
    open();
    awaitContent();
    lms.failNext(3);
    driver.executeScript("window.API_1484_11.SetValue('cmi.location', 'here')");

    var message = message("offline");
    shot("player-offline");
    assertThat(message.getText()).contains("not saved yet");
    waitUntil(() -> driver.findElements(By.cssSelector("[data-kind=offline]")).isEmpty());

    assertThat(lms.value("cmi.location")).isEqualTo("here");
    assertThat(driver.findElement(By.cssSelector(".saved")).getText()).isEqualTo("All work saved");
  }

  @Test
  void expired_launch_has_a_message_and_a_way_on() {
    open();
    awaitContent();
    lms.refuse("EXPIRED");
    driver.executeScript("window.API_1484_11.SetValue('cmi.location', 'here')");

    var message = message("expired");
    assertThat(message.getText()).contains("session has ended");
    message.findElements(By.tagName("button")).get(1).click();
    waitUntil(() -> driver.getTitle().equals("courses"));
  }

  @Test
  void link_that_expired_before_it_was_opened_has_a_way_on_too() {
    lms.refuse("EXPIRED");
    driver.get(server.url("/player/player.html?base=/lms/a"));

    message("expired").findElements(By.tagName("button")).get(1).click();
    waitUntil(() -> driver.getTitle().equals("courses"));
  }

  @Test
  void revoked_launch_does_not_promise_to_save_what_it_cannot() {
    open();
    awaitContent();
    lms.refuse("REVOKED");
    driver.executeScript("window.API_1484_11.SetValue('cmi.location', 'here')");

    assertThat(message("expired").getText()).contains("cannot be saved any more");
  }

  @Test
  void launch_that_a_later_one_has_overtaken_leads_back_and_not_round_in_a_circle() {
    open();
    awaitContent();
    lms.refuse("SUPERSEDED");
    driver.executeScript("window.API_1484_11.SetValue('cmi.location', 'here')");

    assertThat(message("superseded").findElements(By.tagName("button"))).hasSize(1);
    driver.navigate().refresh();
    assertThat(message("superseded").getText()).contains("no longer records");
    assertThat(driver.findElements(By.cssSelector("iframe.content"))).isEmpty();
    message("superseded").findElement(By.tagName("button")).click();
    waitUntil(() -> driver.getTitle().equals("courses"));
  }

  @Test
  void forged_link_has_a_message_and_a_way_on() {
    lms.refuse("LINK_INVALID");
    driver.get(server.url("/player/player.html?base=/lms/a"));

    assertThat(message("invalid").getText()).contains("does not work");
    message("invalid").findElement(By.tagName("button")).click();
    waitUntil(() -> driver.getTitle().equals("courses"));
  }

  @Test
  void error_of_the_content_can_be_answered_by_loading_it_again() {
    open();
    awaitContent();
    driver.executeScript("const frame = document.querySelector('iframe.content').contentWindow;"
        + "frame.setTimeout('throw new Error(\"broken\")', 0)");

    message("error").findElement(By.tagName("button")).click();

    waitUntil(() -> driver.findElements(By.cssSelector("[data-kind=error]")).isEmpty());
    awaitContent();
  }

  @Test
  void end_of_the_course_says_what_was_reached() {
    lms.next("""
        {"title": "Fire safety", "toc": [], "controls": {}, "content": null, "exitUrl": "/courses",
         "ended": {"by": "exit", "completion": "completed", "success": "passed"}}
        """);
    open();
    awaitContent();
    control("continue").click();

    assertThat(message("ended").getText()).contains("finished", "completed, passed");
    shot("player-end");
    message("ended").findElement(By.tagName("button")).click();
    waitUntil(() -> driver.getTitle().equals("courses"));
  }

  @Test
  void refused_request_says_why() {
    lms.next(model("/sco", "item-1")
        .replace("\"message\": \"\"", "\"message\": \"First finish this part.\""));
    open();
    awaitContent();
    control("continue").click();

    assertThat(message("refused").getText()).contains("First finish this part.");
    awaitContent();
  }

  @Test
  void content_of_another_origin_works_through_messages() {
    lms.player(model(server.otherOrigin("/sco"), "item-1"));
    open();

    waitUntil(() -> lms.received().contains(new ApiCall("Initialize", "")));
    assertThat((Boolean) driver.executeScript("return 'API_1484_11' in window")).isFalse();
    control("continue").click();
    waitUntil(() -> !lms.navigations().isEmpty());

    assertThat(lms.received().stream().map(ApiCall::name))
        .startsWith("Initialize", "SetValue", "SetValue", "Terminate");
  }

  @Test
  void content_in_a_window_of_its_own_is_heard_and_left() {
    lms.player(inWindow("/sco"));
    open();

    waitUntil(() -> lms.received().contains(new ApiCall("Initialize", "")));
    assertThat(message("window").getText()).contains("window of its own");
    control("continue").click();

    waitUntil(() -> !lms.navigations().isEmpty());
    assertThat(lms.received().stream().map(ApiCall::name))
        .startsWith("Initialize", "SetValue", "SetValue", "Terminate");
  }

  @Test
  void what_content_in_a_window_leads_to_takes_its_place_there() {
    lms.player(inWindow("/sco"));
    open();
    waitUntil(() -> lms.received().contains(new ApiCall("Initialize", "")));

    lms.player(inWindow("/sco?2"));
    driver.executeScript("lmskitPlayer.reload()");

    waitUntil(() ->
        (Boolean) driver.executeScript("return lmskitPlayer.stage.window.location.search === '?2'"
            + " && lmskitPlayer.stage.window.begun === true"));
    lms.player(inWindow("/sco?2#next"));
    driver.executeScript("lmskitPlayer.stage.window.begun = false; lmskitPlayer.reload()");
    waitUntil(() ->
        (Boolean) driver.executeScript("return lmskitPlayer.stage.window.location.hash === '#next'"
            + " && lmskitPlayer.stage.window.begun === true"));
    lms.player(model("/sco?3", "item-1"));
    driver.executeScript("lmskitPlayer.reload()");
    awaitContent();
    waitUntil(() -> driver.getWindowHandles().size() == 1);
  }

  @Test
  void content_of_another_origin_in_a_window_of_its_own_is_heard_and_left() {
    lms.player(inWindow(server.otherOrigin("/sco")));
    open();

    waitUntil(() -> lms.received().contains(new ApiCall("Initialize", "")));
    assertThat(message("window").getText()).contains("window of its own");
    assertThat(driver.findElements(By.cssSelector("iframe.content"))).isEmpty();
    control("continue").click();

    waitUntil(() -> !lms.navigations().isEmpty());
    assertThat(lms.received().stream().map(ApiCall::name))
        .startsWith("Initialize", "SetValue", "SetValue", "Terminate");
    waitUntil(() -> driver.getWindowHandles().size() == 1);
  }

  @Test
  void what_content_of_another_origin_in_a_window_leads_to_takes_its_place_there() {
    lms.player(inWindow(server.otherOrigin("/sco")));
    open();
    waitUntil(() -> lms.received().contains(new ApiCall("Initialize", "")));

    lms.player(inWindow(server.otherOrigin("/sco?2")));
    driver.executeScript("lmskitPlayer.reload()");

    waitUntil(() -> Collections.frequency(lms.received(), new ApiCall("Initialize", "")) == 2);
    lms.player(model("/sco", "item-1"));
    driver.executeScript("lmskitPlayer.reload()");
    awaitContent();
    waitUntil(() -> driver.getWindowHandles().size() == 1);
  }

  @Test
  void learner_who_opens_the_window_of_another_origin_again_has_lost_nothing() {
    lms.player(inWindow(server.otherOrigin("/sco")));
    open();
    waitUntil(() -> lms.received().contains(new ApiCall("Initialize", "")));
    var player = driver.getWindowHandle();
    openedFrom(player).forEach(handle -> {
      driver.switchTo().window(handle);
      driver.executeScript("window.close()");
    });
    driver.switchTo().window(player);

    message("window").findElement(By.tagName("button")).click();

    waitUntil(() -> Collections.frequency(lms.received(), new ApiCall("Initialize", "")) == 2);
    assertThat(lms.received().stream().map(ApiCall::name))
        .startsWith("Initialize", "SetValue", "SetValue", "Terminate", "Initialize");
  }

  @Test
  void host_that_isolates_its_pages_gets_the_content_into_the_page() {
    server.on("/isolated", exchange -> {
      exchange.getResponseHeaders().set("Cross-Origin-Opener-Policy", "same-origin");
      PlayerServer.reply(
          exchange,
          200,
          "text/html; charset=utf-8",
          "<!doctype html><div id=\"player\"></div>"
              + "<script type=\"module\" src=\"/player/player-page.js\"></script>");
    });
    lms.player(inWindow(server.otherOrigin("/sco")));
    driver.get(server.url("/isolated?base=/lms/a"));

    message("blocked").findElements(By.tagName("button")).get(1).click();

    waitUntil(() -> lms.received().contains(new ApiCall("Initialize", "")));
    assertThat(driver.findElements(By.cssSelector("iframe.content"))).hasSize(1);
    var player = driver.getWindowHandle();
    openedFrom(player).forEach(handle -> driver.switchTo().window(handle).close());
    driver.switchTo().window(player);
  }

  @Test
  void blocked_window_is_told_and_the_content_can_come_into_the_page() {
    server.page(
        "/embedding",
        "<!doctype html><iframe sandbox=\"allow-scripts allow-same-origin\" style=\"width:90vw;height:90vh\""
            + " src=\"/player/player.html?base=/lms/a\"></iframe>");
    lms.player(inWindow("/sco"));
    driver.get(server.url("/embedding"));
    driver.switchTo().frame(0);

    assertThat(message("blocked").getText()).contains("did not open a window");
    message("blocked").findElements(By.tagName("button")).get(1).click();
    awaitContent();

    assertThat(driver.findElements(By.cssSelector("[data-kind=blocked]"))).isEmpty();
    waitUntil(() -> lms.received().contains(new ApiCall("Initialize", "")));
  }

  @Test
  void content_gets_the_size_that_it_was_made_for() {
    lms.player(model("/sco", "item-1")
        .replace("\"width\": 0, \"height\": 0", "\"width\": 400, \"height\": 900"));
    open();
    awaitContent();

    var size = driver.findElement(By.cssSelector("iframe.content")).getSize();
    assertThat(size).isEqualTo(new Dimension(400, 900));
  }

  @Test
  void content_that_is_wider_than_the_page_is_scaled_down_as_a_whole() {
    lms.player(model("/sco", "item-1")
        .replace("\"width\": 0, \"height\": 0", "\"width\": 1600, \"height\": 900"));
    open();
    awaitContent();

    var stage = driver.findElement(By.cssSelector(".stage")).getSize();
    assertThat(seen("width")).isEqualTo(stage.getWidth()).isLessThan(1200);
    assertThat(seen("height")).isEqualTo(stage.getHeight());
    assertThat(inside("innerWidth")).isEqualTo(1600);
    assertThat(driver.executeScript(
            "const m = document.querySelector('.main'); return m.scrollWidth - m.clientWidth"))
        .isEqualTo(0L);
    shot("player-scaled");

    driver.manage().window().setSize(new Dimension(2000, 1200));
    waitUntil(() -> seen("width") == 1600);
  }

  private long seen(String dimension) {
    return (Long) driver.executeScript(
        "return Math.round(document.querySelector('iframe.content').getBoundingClientRect()[arguments[0]])",
        dimension);
  }

  private long inside(String property) {
    return (Long) driver.executeScript(
        "return document.querySelector('iframe.content').contentWindow[arguments[0]]", property);
  }

  @Test
  void navigation_waits_for_a_late_terminate_as_long_as_the_switch_says() {
    server.page("/slow", LATE);
    lms.player(model("/slow", "item-1"));
    open();
    awaitContent();

    control("continue").click();
    waitUntil(() -> !lms.navigations().isEmpty());

    assertThat(lms.received().stream().map(ApiCall::name))
        .startsWith("Initialize", "SetValue", "Terminate");
  }

  @Test
  void time_limit_ends_the_content_where_the_switch_says_so() {
    server.close();
    server = new PlayerServer();
    server.page("/sco", CONTENT);
    var switches =
        Compatibility.standard(CmiVersion.SCORM_2004_4TH).with(Switch.ENFORCE_TIME_LIMIT, 1);
    var launch = LaunchData.of(CmiVersion.SCORM_2004_4TH, "L1", "Doe, Jo")
        .maxTimeAllowed("PT1S")
        .timeLimitAction("exit,message")
        .compatibility(switches)
        .build();
    lms = new TinyLms(server, launch);
    lms.player(model("/sco", "item-1").replace("\"message\": \"\"", "\"secondsLeft\": 1"));
    lms.next(model("/sco?item2", "item-2"));
    open();

    waitUntil(() -> lms.navigations().equals(List.of("exit")));
    assertThat(lms.received().stream().map(ApiCall::name)).contains("Terminate");
    waitUntil(
        () -> !driver.findElements(By.cssSelector("iframe.content[src$=item2]")).isEmpty());
    assertThat(message("timeUp").getText()).contains("time");
  }

  @Test
  void habits_of_real_content_lose_nothing_and_leave_nobody_stranded() {
    server.close();
    server = new PlayerServer();
    server.page("/habits", HABITS);
    server.page("/sco", "<!doctype html><title>next</title>");
    lms =
        new TinyLms(server, LaunchData.of(CmiVersion.SCORM_12, "L1", "Doe, Jo").build());
    lms.player(model("/habits", "item-1"));
    lms.next(model("/sco", "item-2"));
    open();
    awaitContent();

    driver.executeScript("document.querySelector('iframe.content').contentWindow.finish()");
    assertThat(lms.value("cmi.suspend_data")).isEqualTo("step 39");
    assertThat(lms.value("cmi.core.lesson_status")).isEqualTo("completed");
    message("close").findElement(By.tagName("button")).click();
    waitUntil(() -> !lms.navigations().isEmpty());

    assertThat(lms.navigations()).containsExactly("continue");
    assertThat(lms.value("cmi.core.lesson_status")).isEqualTo("passed");
    assertThat(lms.value("cmi.core.total_time")).isEqualTo("0000:01:00");
  }

  @Test
  void address_of_a_stranger_is_not_talked_to() {
    driver.get(server.url("/player/player.html?base=//example.org/x"));

    assertThat(message("expired").getText()).contains("session has ended");
    assertThat((String) driver.executeScript("return lmskitPlayer.transport.base"))
        .isEmpty();
  }

  private void open() {
    driver.get(server.url("/player/player.html?base=/lms/a"));
    waitUntil(() -> !driver.findElement(By.cssSelector(".title")).getText().isEmpty());
    waitUntil(() -> (Boolean)
        driver.executeScript("return document.querySelector('iframe.content, .message') !== null"));
  }

  private void awaitContent() {
    waitUntil(
        () -> (Boolean) driver.executeScript("const f = document.querySelector('iframe.content');"
            + "return f !== null && f.contentWindow.begun === true"));
  }

  private WebElement control(String name) {
    return driver.findElement(By.cssSelector("[data-control=" + name + "]"));
  }

  private WebElement message(String kind) {
    var by = By.cssSelector("[data-kind=" + kind + "]");
    waitUntil(() -> !driver.findElements(by).isEmpty());
    return driver.findElement(by);
  }

  private void waitUntil(java.util.function.BooleanSupplier condition) {
    new WebDriverWait(driver, Duration.ofSeconds(10), Duration.ofMillis(25))
        .until(d -> condition.getAsBoolean());
  }

  /** With {@code -Dplayer.shots=DIR} the pages are kept as pictures, to be looked at. */
  private void shot(String name) {
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

  private List<String> openedFrom(String window) {
    return driver.getWindowHandles().stream()
        .filter(handle -> !handle.equals(window))
        .toList();
  }

  private static String inWindow(String href) {
    return model(href, "item-1").replace("\"window\": \"frame\"", "\"window\": \"new\"");
  }

  private static String model(String href, String current) {
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
