package org.lmskit.examples.academy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody who answers for others, in a real browser: a wrong key is found and corrected, a practical observed and signed. */
class ManagingBrowserTest {
  private static final String QUIZ = "manage/analysis/dock-quiz";
  private static final String SUSPECT = "#item-dock-4 .tag.bad";

  @TempDir
  static Path profile;

  @TempDir
  static Path data;

  private static Visitor visitor;
  private static AcademyProcess academy;

  @BeforeAll
  static void start() throws IOException {
    visitor = Visitor.start(profile);
    academy = AcademyProcess.start(data, 0);
    visitor.open(academy.url() + "manage");
    visitor.click("#set-up");
    visitor.see(".cards");
  }

  @AfterAll
  static void end() throws InterruptedException {
    if (visitor != null) {
      visitor.close();
    }
    if (academy != null) {
      academy.close();
    }
  }

  @Test
  void a_wrong_key_is_found_by_the_answers_and_corrected_after_a_look_at_what_it_changes() {
    visitor.open(academy.url() + QUIZ);
    visitor.see(SUSPECT, "The key looks wrong");
    visitor.see("#item-dock-4 .likely", "Stop and have it fixed");
    visitor.see("#item-dock-4 .rest", "−0.57");
    visitor.click("#item-dock-4 a.button");
    visitor.click("input[name=right][value=C]");
    visitor.click("#rehearse");

    visitor.see("#changed", "11");
    assertThat(visitor.texts("#changes tbody tr"))
        .contains(
            "Aino Berg 6 7 of 7 Still passed",
            "Gil Prado 3 4 of 7 Pass gained",
            "Hana Ito 4 3 of 7 Pass lost");
    visitor.shot("key");
    visitor.open(academy.url() + QUIZ);
    visitor.see(SUSPECT, "The key looks wrong");
    visitor.driver().navigate().back();
    visitor.see("input[name=reason]").sendKeys("The key named the wrong option");
    visitor.click("#apply");

    visitor.see("h1", "The key is corrected");
    visitor.open(academy.url() + QUIZ);
    visitor.click("#item-dock-4 summary");
    assertThat(visitor.texts("#item-dock-4 .tag.bad")).isEmpty();
    assertThat(visitor.texts("#item-dock-4 tbody th")).contains("Stop and have it fixed key");
  }

  @Test
  void a_practical_that_was_observed_and_signed_shows_in_the_heat_map() {
    visitor.open(academy.url() + "manage/skills");
    String before = skills("Ann Mercer");
    become("dmitri", "manage/practicals");
    for (String criterion : new String[] {"check", "look", "speed", "stack", "park"}) {
      visitor.click("input[name=points-" + criterion + "][value='3']");
    }
    visitor.click("#observe");
    visitor.see("#seen .tag", "Waits for a signature");
    become("carla", "manage/practicals");
    visitor.see("#queue input[name=proof]").sendKeys("Carla Ruiz");
    visitor.click("#queue form button");
    visitor.see(".notice", "Nothing waits for your signature.");

    visitor.open(academy.url() + "manage/skills");
    assertThat(before).contains("0 / 2");
    assertThat(skills("Ann Mercer")).contains("2 / 2").doesNotContain("0 / 2");
    visitor.open(academy.url() + "manage/compliance");
    assertThat(visitor.texts("tbody tr")).anyMatch(row -> row.startsWith("Ann Mercer"));
  }

  private static void become(String person, String page) {
    visitor.open(academy.url() + page);
    visitor.click("#learner option[value=" + person + "]");
    visitor.see("#learner option[value=" + person + "][selected]");
  }

  private static String skills(String person) {
    visitor.see(".heat");
    return visitor.texts(".heat tbody tr").stream()
        .filter(row -> row.startsWith(person))
        .findFirst()
        .orElseThrow();
  }
}
