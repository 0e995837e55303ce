package org.lmskit.scorm.player;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lmskit.scorm.player.PlayerPage.model;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lmskit.scorm.runtime.ApiCall;
import org.lmskit.scorm.runtime.CmiVersion;
import org.lmskit.scorm.runtime.Compatibility;
import org.lmskit.scorm.runtime.LaunchData;
import org.lmskit.scorm.runtime.Switch;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;

/** The player's page in a real browser, as a learner uses it. */
class PlayerTest {
  @RegisterExtension
  static final PlayerPage page = new PlayerPage();

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

  @Test
  void contents_show_status_place_and_availability() {
    page.open();

    var items = page.driver.findElements(By.cssSelector(".toc button.item"));
    assertThat(items).hasSize(4);
    assertThat(items.get(0).getText()).contains("What burns", "completed");
    assertThat(items.get(1).getAttribute("aria-current")).isEqualTo("step");
    assertThat(items.get(3).getAttribute("aria-disabled")).isEqualTo("true");

    items.get(3).click();

    var said = page.driver.findElement(By.cssSelector("[aria-live]"));
    assertThat(said.getText()).isEqualTo("Final test: First finish Extinguishers");
    assertThat(said.getSize().getWidth()).isGreaterThan(100);
    assertThat(page.lms.navigations()).isEmpty();
    page.shot("player-desktop");
  }

  @Test
  void controls_that_the_package_hides_are_not_there() {
    page.open();

    var controls = page.driver.findElements(By.cssSelector(".controls button"));
    assertThat(controls)
        .extracting(control -> control.getAttribute("data-control"))
        .containsExactly("previous", "continue", "suspendAll");
    assertThat(page.control("previous").getAttribute("aria-disabled")).isEqualTo("true");
  }

  @Test
  void next_lets_the_content_say_its_last_before_the_server_decides() {
    page.open();
    page.awaitContent();

    page.control("continue").click();
    page.waitUntil(() -> !page.lms.navigations().isEmpty());

    assertThat(page.lms.received().stream().map(ApiCall::name))
        .startsWith("Initialize", "SetValue", "SetValue", "Terminate");
    page.waitUntil(() ->
        page.driver.findElement(By.cssSelector("[aria-current]")).getText().contains("Final"));
    page.awaitContent();
    assertThat(page.driver.findElement(By.cssSelector("iframe.content")).getAttribute("src"))
        .endsWith("/sco?2");
  }

  @Test
  void landmarks_have_names_and_the_heading_gets_the_focus() {
    page.open();

    assertThat(page.driver.findElement(By.tagName("main")).isDisplayed()).isTrue();
    assertThat(page.driver.findElements(By.cssSelector("nav[aria-label]"))).hasSize(2);
    assertThat(page.driver.findElement(By.cssSelector("iframe.content")).getAttribute("title"))
        .isEqualTo("Extinguishers");
    assertThat(page.driver.switchTo().activeElement().getText()).isEqualTo("Extinguishers");
    assertThat(page.driver.findElement(By.cssSelector("[aria-live]")).getText())
        .isEqualTo("Now showing: Extinguishers");
  }

  @Test
  void keyboard_reaches_and_uses_the_contents() {
    page.open();
    var first = page.driver.findElement(By.cssSelector(".toc button.item"));

    page.driver.executeScript("arguments[0].focus()", first);
    first.sendKeys(Keys.ARROW_DOWN);
    assertThat(page.driver.switchTo().activeElement().getText()).contains("Extinguishers");
    page.driver.switchTo().activeElement().sendKeys(Keys.ARROW_UP);
    page.driver.switchTo().activeElement().sendKeys(Keys.ENTER);

    page.waitUntil(() -> page.lms.navigations().equals(List.of("choice")));
  }

  @Test
  void phone_has_the_contents_behind_a_button() {
    page.driver.manage().window().setSize(new Dimension(500, 800));
    page.driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        java.util.Map.of("width", 390, "height", 800, "deviceScaleFactor", 1, "mobile", true));
    try {
      page.open();
      page.awaitContent();
      var toc = page.driver.findElement(By.cssSelector(".toc"));
      assertThat(toc.isDisplayed()).isFalse();
      page.shot("player-phone");

      page.driver.findElement(By.cssSelector(".toggle")).click();
      assertThat(toc.isDisplayed()).isTrue();
      page.shot("player-phone-contents");
      page.driver.switchTo().activeElement().sendKeys(Keys.ESCAPE);

      assertThat(toc.isDisplayed()).isFalse();
      assertThat((Boolean)
              page.driver.executeScript("return document.documentElement.scrollWidth <= 390"))
          .isTrue();
    } finally {
      page.driver.executeCdpCommand("Emulation.clearDeviceMetricsOverride", java.util.Map.of());
    }
  }

  @Test
  void dark_colours_follow_the_learners_choice() {
    page.driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        java.util.Map.of(
            "features",
            List.of(java.util.Map.of("name", "prefers-color-scheme", "value", "dark"))));
    try {
      page.open();
      page.awaitContent();
      page.shot("player-dark");

      assertThat(page.driver.findElement(By.cssSelector(".header")).getCssValue("background-color"))
          .isEqualTo("rgba(26, 31, 41, 1)");
    } finally {
      page.driver.executeCdpCommand(
          "Emulation.setEmulatedMedia", java.util.Map.of("features", List.of()));
    }
  }

  @Test
  void end_of_the_course_says_what_was_reached() {
    page.lms.next("""
        {"title": "Fire safety", "toc": [], "controls": {}, "content": null, "exitUrl": "/courses",
         "ended": {"by": "exit", "completion": "completed", "success": "passed"}}
        """);
    page.open();
    page.awaitContent();
    page.control("continue").click();

    assertThat(page.message("ended").getText()).contains("finished", "completed, passed");
    page.shot("player-end");
    page.message("ended").findElement(By.tagName("button")).click();
    page.waitUntil(() -> page.driver.getTitle().equals("courses"));
  }

  @Test
  void content_gets_the_size_that_it_was_made_for() {
    page.lms.player(model("/sco", "item-1")
        .replace("\"width\": 0, \"height\": 0", "\"width\": 400, \"height\": 900"));
    page.open();
    page.awaitContent();

    var size = page.driver.findElement(By.cssSelector("iframe.content")).getSize();
    assertThat(size).isEqualTo(new Dimension(400, 900));
  }

  @Test
  void content_that_is_wider_than_the_page_is_scaled_down_as_a_whole() {
    page.lms.player(model("/sco", "item-1")
        .replace("\"width\": 0, \"height\": 0", "\"width\": 1600, \"height\": 900"));
    page.open();
    page.awaitContent();

    var stage = page.driver.findElement(By.cssSelector(".stage")).getSize();
    assertThat(seen("width")).isEqualTo(stage.getWidth()).isLessThan(1200);
    assertThat(seen("height")).isEqualTo(stage.getHeight());
    assertThat(inside("innerWidth")).isEqualTo(1600);
    assertThat(page.driver.executeScript(
            "const m = document.querySelector('.main'); return m.scrollWidth - m.clientWidth"))
        .isEqualTo(0L);
    page.shot("player-scaled");

    page.driver.manage().window().setSize(new Dimension(2000, 1200));
    page.waitUntil(() -> seen("width") == 1600);
  }

  private long seen(String dimension) {
    return (Long) page.driver.executeScript(
        "return Math.round(document.querySelector('iframe.content').getBoundingClientRect()[arguments[0]])",
        dimension);
  }

  private long inside(String property) {
    return (Long) page.driver.executeScript(
        "return document.querySelector('iframe.content').contentWindow[arguments[0]]", property);
  }

  @Test
  void navigation_waits_for_a_late_terminate_as_long_as_the_switch_says() {
    page.server.page("/slow", LATE);
    page.lms.player(model("/slow", "item-1"));
    page.open();
    page.awaitContent();

    page.control("continue").click();
    page.waitUntil(() -> !page.lms.navigations().isEmpty());

    assertThat(page.lms.received().stream().map(ApiCall::name))
        .startsWith("Initialize", "SetValue", "Terminate");
  }

  @Test
  void time_limit_ends_the_content_where_the_switch_says_so() {
    page.server.close();
    page.server = new PlayerServer();
    page.server.page("/sco", PlayerPage.CONTENT);
    var switches =
        Compatibility.standard(CmiVersion.SCORM_2004_4TH).with(Switch.ENFORCE_TIME_LIMIT, 1);
    var launch = LaunchData.of(CmiVersion.SCORM_2004_4TH, "L1", "Doe, Jo")
        .maxTimeAllowed("PT1S")
        .timeLimitAction("exit,message")
        .compatibility(switches)
        .build();
    page.lms = new TinyLms(page.server, launch);
    page.lms.player(model("/sco", "item-1").replace("\"message\": \"\"", "\"secondsLeft\": 1"));
    page.lms.next(model("/sco?item2", "item-2"));
    page.open();

    page.waitUntil(() -> page.lms.navigations().equals(List.of("exit")));
    assertThat(page.lms.received().stream().map(ApiCall::name)).contains("Terminate");
    page.waitUntil(() ->
        !page.driver.findElements(By.cssSelector("iframe.content[src$=item2]")).isEmpty());
    assertThat(page.message("timeUp").getText()).contains("time");
  }

  @Test
  void habits_of_real_content_lose_nothing_and_leave_nobody_stranded() {
    page.server.close();
    page.server = new PlayerServer();
    page.server.page("/habits", HABITS);
    page.server.page("/sco", "<!doctype html><title>next</title>");
    page.lms = new TinyLms(
        page.server, LaunchData.of(CmiVersion.SCORM_12, "L1", "Doe, Jo").build());
    page.lms.player(model("/habits", "item-1"));
    page.lms.next(model("/sco", "item-2"));
    page.open();
    page.awaitContent();

    page.driver.executeScript("document.querySelector('iframe.content').contentWindow.finish()");
    assertThat(page.lms.value("cmi.suspend_data")).isEqualTo("step 39");
    assertThat(page.lms.value("cmi.core.lesson_status")).isEqualTo("completed");
    page.message("close").findElement(By.tagName("button")).click();
    page.waitUntil(() -> !page.lms.navigations().isEmpty());

    assertThat(page.lms.navigations()).containsExactly("continue");
    assertThat(page.lms.value("cmi.core.lesson_status")).isEqualTo("passed");
    assertThat(page.lms.value("cmi.core.total_time")).isEqualTo("0000:01:00");
  }
}
