package org.lmskit.scorm.player;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lmskit.scorm.player.PlayerPage.model;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lmskit.scorm.runtime.ApiCall;
import org.openqa.selenium.By;
import org.openqa.selenium.WindowType;

/** What goes wrong in the page of a real browser has a message and a way on. */
class PlayerTroubleTest {
  @RegisterExtension
  static final PlayerPage page = new PlayerPage();

  @Test
  void second_tab_is_refused_and_can_take_over() {
    page.open();
    page.awaitContent();
    var first = page.driver.getWindowHandle();
    page.driver.switchTo().newWindow(WindowType.TAB);
    page.driver.get(page.server.url("/player/player.html?base=/lms/a"));

    var message = page.message("tab");
    assertThat(message.getText()).contains("already open");
    page.shot("player-second-tab");
    message.findElement(By.tagName("button")).click();
    page.waitUntil(
        () -> page.driver.findElements(By.cssSelector("iframe.content")).size() == 1);
    page.awaitContent();
    page.driver.close();
    page.driver.switchTo().window(first);

    assertThat(page.message("superseded").getText()).contains("goes on somewhere else");
    assertThat(page.lms.received().stream().map(ApiCall::name))
        .startsWith("Initialize", "SetValue", "SetValue", "Terminate", "Initialize");
  }

  @Test
  void second_tab_is_refused_also_where_the_browser_has_no_locks() {
    // as on a page without TLS
    var script = java.util.Map.<String, Object>of(
        "source", "Object.defineProperty(Navigator.prototype, 'locks', { value: undefined })");
    page.driver.executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", script);
    page.open();
    page.awaitContent();
    var first = page.driver.getWindowHandle();
    page.driver.switchTo().newWindow(WindowType.TAB);
    page.driver.executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", script);
    page.driver.get(page.server.url("/player/player.html?base=/lms/a"));

    page.message("tab").findElement(By.tagName("button")).click();
    page.awaitContent();
    page.driver.close();
    page.driver.switchTo().window(first);

    assertThat(page.message("superseded").getText()).contains("goes on somewhere else");
    // the script stays with its tab
    page.driver.switchTo().newWindow(WindowType.TAB);
    var other = page.driver.getWindowHandle();
    page.driver.switchTo().window(first).close();
    page.driver.switchTo().window(other);
  }

  @Test
  void missing_file_has_a_message_and_a_way_on() {
    page.lms.player(model("/gone", "item-1"));
    page.open();

    assertThat(page.message("missing").getText()).contains("missing", "404");
    page.message("missing").findElements(By.tagName("button")).get(1).click();
    page.waitUntil(() -> page.driver.getTitle().equals("courses"));
  }

  @Test
  void lost_connection_is_told_and_forgotten_when_all_is_saved() {
    page.open();
    page.awaitContent();
    page.lms.failNext(3);
    page.driver.executeScript("window.API_1484_11.SetValue('cmi.location', 'here')");

    var message = page.message("offline");
    page.shot("player-offline");
    assertThat(message.getText()).contains("not saved yet");
    page.waitUntil(
        () -> page.driver.findElements(By.cssSelector("[data-kind=offline]")).isEmpty());

    assertThat(page.lms.value("cmi.location")).isEqualTo("here");
    assertThat(page.driver.findElement(By.cssSelector(".saved")).getText())
        .isEqualTo("All work saved");
  }

  @Test
  void expired_launch_has_a_message_and_a_way_on() {
    page.open();
    page.awaitContent();
    page.lms.refuse("EXPIRED");
    page.driver.executeScript("window.API_1484_11.SetValue('cmi.location', 'here')");

    var message = page.message("expired");
    assertThat(message.getText()).contains("session has ended");
    message.findElements(By.tagName("button")).get(1).click();
    page.waitUntil(() -> page.driver.getTitle().equals("courses"));
  }

  @Test
  void link_that_expired_before_it_was_opened_has_a_way_on_too() {
    page.lms.refuse("EXPIRED");
    page.driver.get(page.server.url("/player/player.html?base=/lms/a"));

    page.message("expired").findElements(By.tagName("button")).get(1).click();
    page.waitUntil(() -> page.driver.getTitle().equals("courses"));
  }

  @Test
  void revoked_launch_does_not_promise_to_save_what_it_cannot() {
    page.open();
    page.awaitContent();
    page.lms.refuse("REVOKED");
    page.driver.executeScript("window.API_1484_11.SetValue('cmi.location', 'here')");

    assertThat(page.message("expired").getText()).contains("cannot be saved any more");
  }

  @Test
  void launch_that_a_later_one_has_overtaken_leads_back_and_not_round_in_a_circle() {
    page.open();
    page.awaitContent();
    page.lms.refuse("SUPERSEDED");
    page.driver.executeScript("window.API_1484_11.SetValue('cmi.location', 'here')");

    assertThat(page.message("superseded").findElements(By.tagName("button"))).hasSize(1);
    page.driver.navigate().refresh();
    assertThat(page.message("superseded").getText()).contains("no longer records");
    assertThat(page.driver.findElements(By.cssSelector("iframe.content"))).isEmpty();
    page.message("superseded").findElement(By.tagName("button")).click();
    page.waitUntil(() -> page.driver.getTitle().equals("courses"));
  }

  @Test
  void forged_link_has_a_message_and_a_way_on() {
    page.lms.refuse("LINK_INVALID");
    page.driver.get(page.server.url("/player/player.html?base=/lms/a"));

    assertThat(page.message("invalid").getText()).contains("does not work");
    page.message("invalid").findElement(By.tagName("button")).click();
    page.waitUntil(() -> page.driver.getTitle().equals("courses"));
  }

  @Test
  void error_of_the_content_can_be_answered_by_loading_it_again() {
    page.open();
    page.awaitContent();
    page.driver.executeScript(
        "const frame = document.querySelector('iframe.content').contentWindow;"
            + "frame.setTimeout('throw new Error(\"broken\")', 0)");

    page.message("error").findElement(By.tagName("button")).click();

    page.waitUntil(
        () -> page.driver.findElements(By.cssSelector("[data-kind=error]")).isEmpty());
    page.awaitContent();
  }

  @Test
  void refused_request_says_why() {
    page.lms.next(model("/sco", "item-1")
        .replace("\"message\": \"\"", "\"message\": \"First finish this part.\""));
    page.open();
    page.awaitContent();
    page.control("continue").click();

    assertThat(page.message("refused").getText()).contains("First finish this part.");
    page.awaitContent();
  }

  @Test
  void time_limit_that_comes_while_a_request_fails_is_enforced_after_it() {
    reachTimeLimitWhileContinueIsHeld();

    page.driver.executeScript("held.fail(new Error('no connection'))");

    page.waitUntil(() -> page.lms.navigations().equals(List.of("exit")));
    assertThat(page.message("timeUp").getText()).contains("time");
    page.awaitContent();
  }

  @Test
  void time_limit_of_content_that_a_request_takes_away_does_not_end_the_next_one() {
    reachTimeLimitWhileContinueIsHeld();

    page.driver.executeScript("held.send()");

    assertThat(isTrue("return limit.then(() => true)")).isTrue();
    assertThat(page.lms.navigations()).containsExactly("continue");
    assertThat(page.driver.findElements(By.cssSelector("[data-kind=timeUp]"))).isEmpty();
    page.awaitContent();
  }

  /** The navigation waits until the test sends it or lets it fail. */
  private static void reachTimeLimitWhileContinueIsHeld() {
    page.open();
    page.awaitContent();
    page.driver.executeScript("""
        const transport = lmskitPlayer.transport, navigate = transport.navigate.bind(transport);
        transport.navigate = (...request) => new Promise((resolve, reject) => {
          transport.navigate = navigate;
          window.held = { send: () => resolve(navigate(...request)), fail: reject };
        });
        """);
    page.control("continue").click();
    page.waitUntil(() -> isTrue("return window.held !== undefined"));
    page.driver.executeScript("window.limit = lmskitPlayer.timeIsUp('exit,message')");
  }

  private static boolean isTrue(String script) {
    return (Boolean) page.driver.executeScript(script);
  }

  @Test
  void address_of_a_stranger_is_not_talked_to() {
    page.driver.get(page.server.url("/player/player.html?base=//example.org/x"));

    assertThat(page.message("expired").getText()).contains("session has ended");
    assertThat((String) page.driver.executeScript("return lmskitPlayer.transport.base"))
        .isEmpty();
  }
}
