package org.lmskit.scorm.player;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lmskit.scorm.player.PlayerPage.inWindow;
import static org.lmskit.scorm.player.PlayerPage.model;

import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lmskit.scorm.runtime.ApiCall;
import org.openqa.selenium.By;

/** Content of other origins and in windows of its own, in the page of a real browser. */
class PlayerWindowsTest {
  @RegisterExtension
  static final PlayerPage page = new PlayerPage();

  @Test
  void content_of_another_origin_works_through_messages() {
    page.lms.player(model(page.server.otherOrigin("/sco"), "item-1"));
    page.open();

    page.waitUntil(() -> page.lms.received().contains(new ApiCall("Initialize", "")));
    assertThat((Boolean) page.driver.executeScript("return 'API_1484_11' in window"))
        .isFalse();
    page.control("continue").click();
    page.waitUntil(() -> !page.lms.navigations().isEmpty());

    assertThat(page.lms.received().stream().map(ApiCall::name))
        .startsWith("Initialize", "SetValue", "SetValue", "Terminate");
  }

  @Test
  void content_in_a_window_of_its_own_is_heard_and_left() {
    page.lms.player(inWindow("/sco"));
    page.open();

    page.waitUntil(() -> page.lms.received().contains(new ApiCall("Initialize", "")));
    assertThat(page.message("window").getText()).contains("window of its own");
    page.control("continue").click();

    page.waitUntil(() -> !page.lms.navigations().isEmpty());
    assertThat(page.lms.received().stream().map(ApiCall::name))
        .startsWith("Initialize", "SetValue", "SetValue", "Terminate");
  }

  @Test
  void what_content_in_a_window_leads_to_takes_its_place_there() {
    page.lms.player(inWindow("/sco"));
    page.open();
    page.waitUntil(() -> page.lms.received().contains(new ApiCall("Initialize", "")));

    page.lms.player(inWindow("/sco?2"));
    page.driver.executeScript("lmskitPlayer.reload()");

    page.waitUntil(() -> (Boolean)
        page.driver.executeScript("return lmskitPlayer.stage.window.location.search === '?2'"
            + " && lmskitPlayer.stage.window.begun === true"));
    page.lms.player(inWindow("/sco?2#next"));
    page.driver.executeScript("lmskitPlayer.stage.window.begun = false; lmskitPlayer.reload()");
    page.waitUntil(() -> (Boolean)
        page.driver.executeScript("return lmskitPlayer.stage.window.location.hash === '#next'"
            + " && lmskitPlayer.stage.window.begun === true"));
    page.lms.player(model("/sco?3", "item-1"));
    page.driver.executeScript("lmskitPlayer.reload()");
    page.awaitContent();
    page.waitUntil(() -> page.driver.getWindowHandles().size() == 1);
  }

  @Test
  void content_of_another_origin_in_a_window_of_its_own_is_heard_and_left() {
    page.lms.player(inWindow(page.server.otherOrigin("/sco")));
    page.open();

    page.waitUntil(() -> page.lms.received().contains(new ApiCall("Initialize", "")));
    assertThat(page.message("window").getText()).contains("window of its own");
    assertThat(page.driver.findElements(By.cssSelector("iframe.content"))).isEmpty();
    page.control("continue").click();

    page.waitUntil(() -> !page.lms.navigations().isEmpty());
    assertThat(page.lms.received().stream().map(ApiCall::name))
        .startsWith("Initialize", "SetValue", "SetValue", "Terminate");
    page.waitUntil(() -> page.driver.getWindowHandles().size() == 1);
  }

  @Test
  void what_content_of_another_origin_in_a_window_leads_to_takes_its_place_there() {
    page.lms.player(inWindow(page.server.otherOrigin("/sco")));
    page.open();
    page.waitUntil(() -> page.lms.received().contains(new ApiCall("Initialize", "")));

    page.lms.player(inWindow(page.server.otherOrigin("/sco?2")));
    page.driver.executeScript("lmskitPlayer.reload()");

    page.waitUntil(
        () -> Collections.frequency(page.lms.received(), new ApiCall("Initialize", "")) == 2);
    page.lms.player(model("/sco", "item-1"));
    page.driver.executeScript("lmskitPlayer.reload()");
    page.awaitContent();
    page.waitUntil(() -> page.driver.getWindowHandles().size() == 1);
  }

  @Test
  void learner_who_opens_the_window_of_another_origin_again_has_lost_nothing() {
    page.lms.player(inWindow(page.server.otherOrigin("/sco")));
    page.open();
    page.waitUntil(() -> page.lms.received().contains(new ApiCall("Initialize", "")));
    var player = page.driver.getWindowHandle();
    page.openedFrom(player).forEach(handle -> {
      page.driver.switchTo().window(handle);
      page.driver.executeScript("window.close()");
    });
    page.driver.switchTo().window(player);

    page.message("window").findElement(By.tagName("button")).click();

    page.waitUntil(
        () -> Collections.frequency(page.lms.received(), new ApiCall("Initialize", "")) == 2);
    assertThat(page.lms.received().stream().map(ApiCall::name))
        .startsWith("Initialize", "SetValue", "SetValue", "Terminate", "Initialize");
  }

  @Test
  void host_that_isolates_its_pages_gets_the_content_into_the_page() {
    page.server.on("/isolated", exchange -> {
      exchange.getResponseHeaders().set("Cross-Origin-Opener-Policy", "same-origin");
      PlayerServer.reply(
          exchange,
          200,
          "text/html; charset=utf-8",
          "<!doctype html><div id=\"player\"></div>"
              + "<script type=\"module\" src=\"/player/player-page.js\"></script>");
    });
    page.lms.player(inWindow(page.server.otherOrigin("/sco")));
    page.driver.get(page.server.url("/isolated?base=/lms/a"));

    page.message("blocked").findElements(By.tagName("button")).get(1).click();

    page.waitUntil(() -> page.lms.received().contains(new ApiCall("Initialize", "")));
    assertThat(page.driver.findElements(By.cssSelector("iframe.content"))).hasSize(1);
    var player = page.driver.getWindowHandle();
    page.openedFrom(player)
        .forEach(handle -> page.driver.switchTo().window(handle).close());
    page.driver.switchTo().window(player);
  }

  @Test
  void blocked_window_is_told_and_the_content_can_come_into_the_page() {
    page.server.page(
        "/embedding",
        "<!doctype html><iframe sandbox=\"allow-scripts allow-same-origin\" style=\"width:90vw;height:90vh\""
            + " src=\"/player/player.html?base=/lms/a\"></iframe>");
    page.lms.player(inWindow("/sco"));
    page.driver.get(page.server.url("/embedding"));
    page.driver.switchTo().frame(0);

    assertThat(page.message("blocked").getText()).contains("did not open a window");
    page.message("blocked").findElements(By.tagName("button")).get(1).click();
    page.awaitContent();

    assertThat(page.driver.findElements(By.cssSelector("[data-kind=blocked]"))).isEmpty();
    page.waitUntil(() -> page.lms.received().contains(new ApiCall("Initialize", "")));
  }
}
