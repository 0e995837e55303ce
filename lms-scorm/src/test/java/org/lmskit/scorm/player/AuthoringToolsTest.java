package org.lmskit.scorm.player;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lmskit.learning.Success;
import org.lmskit.model.EnrollmentId;
import org.lmskit.scorm.Launch;
import org.openqa.selenium.By;
import org.openqa.selenium.NoSuchElementException;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * Packages of our own that behave as the content of well-known authoring tools does, on the engine in a
 * real browser: what the learner did is there again, and what he achieved is recorded.
 */
class AuthoringToolsTest {
  private static final String COURSE =
      "const f = document.querySelector('iframe.content').contentWindow;"
          + "const course = f.course || f.frames[0].course;";

  @TempDir
  private static Path folder;

  private static Chromium chromium;
  private static ChromeDriver driver;
  private EngineSite site;
  private EnrollmentId enrollment;
  private Launch launch;

  @BeforeAll
  static void startBrowser() throws IOException {
    chromium = Chromium.start();
    driver = chromium.driver();
  }

  @AfterAll
  static void endBrowser() {
    if (chromium != null) {
      chromium.close();
    }
  }

  @BeforeEach
  void startSite() {
    site = new EngineSite();
  }

  @AfterEach
  void stopSite() {
    driver.get("about:blank");
    site.close();
  }

  @Test
  void slides_with_a_driver_resume_after_the_tab_was_closed_and_pass_by_their_score() {
    enroll("storyline");
    launch();
    assertThat(said("course.entry")).isEqualTo("ab-initio");
    assertThat(driver.findElements(By.cssSelector("[data-item]"))).isEmpty();
    act("course.next(); course.next()");
    var left = position();
    closeTab();

    launch();

    assertThat(left).isEqualTo("3/12");
    assertThat(position()).isEqualTo(left);
    assertThat(said("course.entry")).isEqualTo("resume");
    assertThat(said("course.bookmark()")).isEqualTo("slide3");
    assertThat(said("String(course.keptLength() > 3000)")).isEqualTo("true");
    act("course.quiz(100)");
    act("course.close()");
    awaitResult(Success.PASSED, "100");
    assertThat(message("close")).contains("close");
    press("[data-kind=close] button");
    waitUntil(() -> !driver.findElements(By.cssSelector("[data-kind=ended]")).isEmpty());
  }

  @Test
  void slides_with_a_driver_fail_below_the_mastery_score() {
    enroll("storyline");
    launch();
    act("course.next()");

    act("course.quiz(50)");

    waitUntil(() -> site.result(enrollment).success() == Success.FAILED);
  }

  @Test
  void support_sees_what_content_called_in_the_browser() {
    enroll("storyline");
    launch();

    act("course.next()");

    waitUntil(() -> site.called(launch)
        .containsAll(List.of("LMSInitialize", "LMSGetValue", "LMSSetValue", "LMSCommit")));
  }

  @Test
  void lessons_below_two_frames_resume_by_suspend_all_and_complete() {
    enroll("rise");
    launch();
    assertThat(said("String(course.isFirst)")).isEqualTo("true");
    act("course.next(); course.next()");
    var left = position();
    press("[data-control=suspendAll]");
    waitUntil(() -> !driver.findElements(By.cssSelector("[data-kind=ended]")).isEmpty());

    launch();

    assertThat(left).isEqualTo("3/{\"1\":30,\"2\":30,\"3\":0}");
    assertThat(position()).isEqualTo(left);
    assertThat(said("String(course.isFirst)")).isEqualTo("false");
    assertThat(said("course.bookmark()")).isEqualTo("#/lessons/3");
    assertThat(site.result(enrollment).progress()).isEqualByComparingTo("0.5");
    act("course.quiz(90)");
    awaitResult(Success.PASSED, "90");
  }

  @Test
  void simulation_that_closes_its_window_without_terminate_loses_nothing() {
    enroll("captivate");
    launch();
    assertThat(said("course.entry")).isEqualTo("ab-initio");
    act("course.next(); course.next()");
    var left = position();
    act("course.close()");
    assertThat(message("close")).isNotEmpty();
    closeTab();

    launch();

    assertThat(left).isEqualTo("3/BCD");
    assertThat(said("course.entry")).isEqualTo("resume");
    assertThat(position()).isEqualTo(left);
    act("course.quiz(85)");
    assertThat(said("course.problems.join('; ')")).isEmpty();
    awaitResult(Success.PASSED, "85");
  }

  @Test
  void presentation_that_finishes_twice_and_begins_again_resumes_where_it_was() {
    enroll("ispring");
    launch();
    assertThat(said("course.first + course.unknown + course.has2004")).isEqualTo("truefalse");
    act("course.next(); course.next()");
    assertThat(said("course.backAfterAWhile()")).isEqualTo("true");
    act("course.next()");
    var left = position();
    closeTab();

    launch();

    assertThat(left).isEqualTo("3/1,2,3");
    assertThat(position()).isEqualTo(left);
    assertThat(said("course.entry")).isEqualTo("resume");
    act("course.quiz(75)");
    awaitResult(Success.PASSED, "75");
    closeTab();
    waitUntil(() -> site.result(enrollment).timeOnTask().toSeconds() > 0);
  }

  @Test
  void pages_that_speak_while_they_are_taken_away_are_completed_one_by_one() {
    enroll("exelearning");
    launch();
    assertThat(position()).isEqualTo("index/incomplete/");
    act("course.note('seen home')");
    press("[data-control=continue]");
    awaitTitle("below");
    press("[data-item=ITEM-3]");
    awaitTitle("test");
    assertThat(status("ITEM-2")).contains("completed");
    act("course.quiz(60)");
    press("[data-item=ITEM-1]");
    awaitTitle("index");

    assertThat(position()).isEqualTo("index/completed/seen home");
    assertThat(status("ITEM-3")).contains("passed");
    press("[data-control=exitAll]");
    waitUntil(() -> site.result(enrollment).completed());
  }

  @Test
  void what_content_asks_for_while_it_is_taken_away_gives_way_to_what_the_learner_asked_for() {
    enroll("leaving");
    launch();

    press("[data-item=B]");
    waitUntil(() -> status("B").contains("current"));
    awaitCourse();
    // had its last words been lost, the page would have ended as passed
    assertThat(status("A")).contains("not passed");

    var tracking = site.view(launch).registration().tracking();
    assertThat(position()).isEqualTo("b");
    assertThat(tracking.attempts(tracking.tree().root())).isEqualTo(1);
    assertThat(driver.findElements(By.cssSelector("[data-kind=ended]"))).isEmpty();
  }

  private void enroll(String tool) {
    enrollment = site.enroll("ann", site.publish(zip(tool)));
  }

  private void launch() {
    launch = site.launch(enrollment);
    driver.get(site.url(launch));
    awaitCourse();
  }

  /** Whatever the learner had not saved has to come by itself. */
  private void closeTab() {
    driver.get("about:blank");
  }

  private void awaitCourse() {
    waitUntil(
        () -> (Boolean) driver.executeScript("const f = document.querySelector('iframe.content');"
            + "if (!f || !f.contentWindow) return false; const w = f.contentWindow;"
            + "return Boolean(w.course || (w.frames.length > 0 && w.frames[0].course));"));
  }

  private void awaitTitle(String title) {
    waitUntil(() -> (Boolean) driver.executeScript(
        "const f = document.querySelector('iframe.content');"
            + "return Boolean(f && f.contentWindow && f.contentWindow.course)"
            + " && f.contentDocument.title === arguments[0]",
        title));
  }

  private String position() {
    return said("course.position()");
  }

  private String said(String expression) {
    return (String) driver.executeScript(COURSE + "return " + expression);
  }

  private void act(String statement) {
    driver.executeScript(COURSE + statement);
  }

  /** The page may be drawn anew while the button is looked for. */
  private void press(String selector) {
    new WebDriverWait(driver, Duration.ofSeconds(20), Duration.ofMillis(25))
        .ignoring(StaleElementReferenceException.class, NoSuchElementException.class)
        .until(d -> {
          d.findElement(By.cssSelector(selector)).click();
          return true;
        });
  }

  private String status(String item) {
    return driver.findElement(By.cssSelector("[data-item=" + item + "]")).getText();
  }

  private String message(String kind) {
    var by = By.cssSelector("[data-kind=" + kind + "]");
    waitUntil(() -> !driver.findElements(by).isEmpty());
    return driver.findElement(by).getText();
  }

  private void awaitResult(Success success, String raw) {
    waitUntil(() -> site.result(enrollment).success() == success
        && site.result(enrollment).completed()
        && site.result(enrollment).score().flatMap(score -> score.raw()).isPresent());
    assertThat(site.result(enrollment).score().flatMap(score -> score.raw()).orElseThrow())
        .isEqualByComparingTo(new BigDecimal(raw));
  }

  private void waitUntil(BooleanSupplier condition) {
    new WebDriverWait(driver, Duration.ofSeconds(20), Duration.ofMillis(25))
        .until(d -> condition.getAsBoolean());
  }

  private static Path zip(String tool) {
    var target = folder.resolve(tool + ".zip");
    try (var zip = new ZipOutputStream(Files.newOutputStream(target));
        var files = Files.walk(source(tool))) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        zip.putNextEntry(new ZipEntry(source(tool).relativize(file).toString().replace('\\', '/')));
        Files.copy(file, zip);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return target;
  }

  private static Path source(String tool) {
    try {
      return Path.of(AuthoringToolsTest.class.getResource("/content/" + tool).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
