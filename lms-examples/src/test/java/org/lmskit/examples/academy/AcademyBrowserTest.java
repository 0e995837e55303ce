package org.lmskit.examples.academy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lmskit.content.DirectoryContentStore;
import org.lmskit.examples.samples.SamplePackage;
import org.lmskit.store.Store;
import org.lmskit.store.jdbc.JdbcStore;
import org.lmskit.xapi.Activity;
import org.lmskit.xapi.Statement;
import org.lmskit.xapi.StatementQuery;
import org.lmskit.xapi.lrs.Lrs;

/**
 * A person takes a course in a real browser, and the process is killed in the middle. Every test has
 * a process and a data folder of its own.
 */
class AcademyBrowserTest {
  private static final List<String> ANSWERS = List.of(
      "Raise the alarm",
      "Carbon dioxide",
      "By the nearest safe stairs",
      "Remove the wedge and report it",
      "Go home");

  @TempDir
  static Path profile;

  private static Visitor visitor;

  @TempDir
  Path folder;

  private Path data;
  private AcademyProcess academy;

  @BeforeAll
  static void startBrowser() {
    visitor = Visitor.start(profile);
  }

  @AfterAll
  static void endBrowser() {
    if (visitor != null) {
      visitor.close();
    }
  }

  @BeforeEach
  void startAcademy() throws IOException {
    data = folder.resolve("data");
    academy = AcademyProcess.start(data, 0);
  }

  @AfterEach
  void endAcademy() throws InterruptedException {
    visitor.open("about:blank");
    academy.close();
  }

  @Test
  void a_scorm_12_quiz_is_uploaded_passed_and_still_there_after_a_kill() throws Exception {
    upload(SamplePackage.FIRE_SAFETY);
    visitor.click("#enrol");
    visitor.click(".launch");

    for (int question = 1; question <= ANSWERS.size(); question++) {
      visitor.seeInContent("#step", "Question " + question + " of 5");
      visitor.choose("//fieldset", ANSWERS.get(question - 1));
      visitor.click("#next");
    }
    visitor.see("#verdict", "Passed");
    visitor.leaveContent();
    visitor.shot("player-1.2");
    visitor.control("exitAll");
    visitor.click("[data-kind=ended] button");

    visitor.see("#status", "Completed");
    visitor.see("#score", "80 of 100");
    visitor.shot("course-completed");
    restart();
    visitor.open(academy.url() + "courses/fire-safety");
    visitor.see("#status", "Completed");
    visitor.see("#score", "80 of 100");
    awaitStatement("passed Fire safety · 80 of 100");
    academy.kill();
    assertThat(statements())
        .containsSubsequence(
            "registered fire-safety",
            "launched package",
            "initialized package",
            "answered first-action",
            "answered assembly-point",
            "passed package",
            "completed fire-safety")
        .contains("completed package", "terminated package");
  }

  @Test
  void a_scorm_2004_course_goes_on_where_it_was_left_and_where_it_was_killed() throws Exception {
    upload(SamplePackage.PALLET_RACKING);
    visitor.click("#enrol");
    visitor.click(".launch");
    read("Page 1 of 3");
    saved("Page 2 of 3");
    visitor.control("suspendAll");
    visitor.click("[data-kind=ended] button");
    visitor.see("#status", "In progress");

    visitor.click(".launch");
    read("Page 2 of 3");
    saved("Page 3 of 3");
    restart();
    visitor.open(academy.url() + "courses/pallet-racking");
    visitor.see("#status", "In progress");

    visitor.click(".launch");
    read("Page 3 of 3");
    read("Page 1 of 3");
    read("Page 2 of 3");
    read("Page 3 of 3");
    check();
    visitor.shot("player-2004");
    restart();
    visitor.open(academy.url() + "courses/pallet-racking");
    visitor.see("#status", "Completed");
    visitor.see("#score", "75 %");
    awaitStatement("completed Pallet racking");
    academy.kill();
    assertThat(statements())
        .containsSubsequence(
            "registered pallet-racking",
            "initialized inspect",
            "completed inspect",
            "initialized load",
            "completed load",
            "initialized check",
            "passed check")
        .contains("completed pallet-racking", "passed package");
  }

  /** What a killed process was delivering, another takes over when its lease ends. */
  private void awaitStatement(String begin) {
    visitor.openUntil(
        academy.url() + "statements?agent=ann",
        "#statements summary",
        line -> line.startsWith("Ann Mercer " + begin));
  }

  /** Reads a page of a lesson and turns it. */
  private static void read(String page) {
    visitor.seeInContent("#step", page);
    visitor.click("#next");
    visitor.leaveContent();
  }

  /** Looks at a page of a lesson until the player has saved that. */
  private static void saved(String page) {
    visitor.seeInContent("#step", page);
    visitor.leaveContent();
    visitor.awaitSaved();
  }

  private static void check() {
    visitor.seeInContent("#title", "Knowledge check");
    for (int statement = 1; statement <= 4; statement++) {
      visitor.choose("//fieldset[" + statement + "]", statement == 1 ? "False" : "True");
    }
    visitor.click("[type=submit]");
    visitor.see("#result", "3 of 4 right: passed.");
    visitor.leaveContent();
    visitor.awaitSaved();
  }

  private void upload(SamplePackage sample) throws IOException {
    visitor.open(academy.url() + "import");
    Path zip = sample.zipInto(Files.createDirectories(folder.resolve("upload")));
    visitor.see("#package").sendKeys(zip.toString());
    visitor.click("#upload");
    visitor.click("#publish");
  }

  private void restart() throws Exception {
    academy.kill();
    academy = AcademyProcess.start(data, academy.port());
  }

  /** What the record store on disk holds, the oldest first: the verb, and the object's own name. */
  private List<String> statements() {
    try (Store store = JdbcStore.sqlite(data.resolve("lmskit.db"), Academy.kinds())) {
      Lrs lrs = Lrs.on(store, DirectoryContentStore.at(data.resolve("content")));
      return lrs
          .query(StatementQuery.builder().ascending(true).limit(100).build())
          .statements()
          .stream()
          .map(recorded -> line(recorded.statement()))
          .toList();
    }
  }

  private static String line(Statement statement) {
    String object = ((Activity) statement.object()).id().value();
    return statement.verb().display().values().get("en-US") + " "
        + object.substring(object.lastIndexOf('/') + 1);
  }
}
