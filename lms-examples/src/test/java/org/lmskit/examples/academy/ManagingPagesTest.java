package org.lmskit.examples.academy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The pages of a learner in a quiz and of those who answer for it, over HTTP, with Academy's sample. */
class ManagingPagesTest {
  private static final String KEY = "/manage/analysis/dock-quiz/items/dock-4";
  private static final String ANSWERS = "wq-load=uphill&wq-riders=true&wq-stop=stop&wq-speed=6"
      + "&wq-report=I+close+the+bay+and+tell+the+lead.";

  private AcademyOnLoopback academy;

  @BeforeEach
  void start() throws Exception {
    academy = new AcademyOnLoopback();
    academy.post("/manage/sample", "");
  }

  @AfterEach
  void stop() {
    academy.close();
  }

  @Test
  void an_essay_waits_for_a_person_other_than_its_author() throws Exception {
    String sitting = sit();
    academy.post(sitting, ANSWERS + "&submit=yes");

    String own = academy.get("/manage/grading").body();
    become("dmitri");
    String queue = academy.get("/manage/grading").body();
    String grade = first(queue, "action=\"(/manage/grading/[^\"]+)\"");
    String after =
        academy.post(grade, "points-close=2&points-tell=0.5&comment=Whom%3F").body();

    assertThat(own).contains("This is your own answer").doesNotContain("action=\"/manage/grading/");
    assertThat(queue)
        .contains("I close the bay and tell the lead.", "Ann Mercer", "Closes the bay, 0 to 2");
    assertThat(after).contains("No answer waits to be graded.");
    become("ann");
    assertThat(academy.get(sitting).body()).contains("5.5 of 11", "2.5 of 3", "“Whom?”");
  }

  @Test
  void points_above_the_rubric_are_refused_and_the_answer_goes_on_waiting() throws Exception {
    academy.post(sit(), ANSWERS + "&submit=yes");
    become("dmitri");
    String grade =
        first(academy.get("/manage/grading").body(), "action=\"(/manage/grading/[^\"]+)\"");

    for (String points : new String[] {"2.5", "-1", "many", ""}) {
      HttpResponse<String> refused =
          academy.post(grade, "points-close=" + points + "&points-tell=1");
      assertThat(refused.statusCode()).as(points).isBetween(400, 499);
      assertThat(refused.body()).as(points).contains("class=\"button").doesNotContain("Exception");
    }

    assertThat(academy.get("/manage/grading").body()).contains(grade);
  }

  @Test
  void one_refused_answer_of_a_quiz_keeps_the_others() throws Exception {
    String sitting = sit();

    HttpResponse<String> refused =
        academy.post(sitting, ANSWERS.replace("wq-speed=6", "wq-speed=six") + "&submit=yes");

    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.body())
        .contains("write just the number", "All other answers are saved", sitting);
    assertThat(academy.get(sitting).body())
        .contains("value=\"stop\"", "I close the bay and tell the lead.", "id=\"submit\"");
  }

  @Test
  void a_part_against_the_clock_is_begun_and_what_is_said_to_choices_waits_for_its_release()
      throws Exception {
    String drill = sit("warehouse-drill");
    assertThat(academy.get(drill).body())
        .contains("wd-first", "enter-quick", "from when you begin")
        .doesNotContain("wd-alarm", "bring the whole stack down", "poster");

    academy.post(drill, "wd-first=push&enter=quick");
    assertThat(academy.get(drill).body())
        .contains("wd-alarm", "Answer until", "leave-quick", "value=\"push\" checked")
        .doesNotContain("enter-quick");
    academy.post(drill, "wd-first=push&wd-alarm=lower&leave=quick");
    assertThat(academy.get(drill).body()).contains("Closed since").doesNotContain("wd-alarm");
    String failed = academy.post(drill, "wd-first=push&submit=yes").body();

    assertThat(failed)
        .contains("1 of 2", "Walk through the hall with your mentor")
        .doesNotContain("bring the whole stack down", "poster", "Right:");

    String again = sit("warehouse-drill");
    academy.post(again, "wd-first=clear&enter=quick");
    assertThat(academy.post(again, "wd-first=clear&wd-alarm=lower&submit=yes").body())
        .contains("You know what to do.", "Nobody can be hurt where nobody is. See the poster");
    assertThat(academy.get(drill).body()).contains("Pushing it can bring the whole stack down.");
  }

  @Test
  void totals_that_may_never_fall_only_rise() throws Exception {
    String rehearsed = academy.get(KEY + "?right=C&mode=NEVER_LOWER").body();
    HttpResponse<String> done =
        academy.post(KEY, "right=C&mode=NEVER_LOWER&version=1&reason=The+key+was+wrong");

    assertThat(rehearsed)
        .contains("id=\"lost\">0<", "id=\"gained\">1<")
        .doesNotContain("Pass lost");
    assertThat(done.statusCode()).isEqualTo(200);
    assertThat(done.body())
        .contains("The key is corrected", "1 person passes only now", "0 people no longer");
  }

  @Test
  void a_key_that_changed_since_it_was_looked_at_is_not_applied() throws Exception {
    academy.post(KEY, "right=C&mode=REPLACE&version=1&reason=The+key+was+wrong");

    HttpResponse<String> late =
        academy.post(KEY, "right=A&mode=REPLACE&version=1&reason=I+thought+so");

    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(late.body()).contains("The question has changed", "Nothing was done");
    assertThat(academy.get(KEY).body())
        .contains("Stop and have it fixed <span class=\"tag\">key today");
  }

  /** Ann begins the quiz of the sample. */
  private String sit() throws Exception {
    return sit("warehouse-quiz");
  }

  private String sit(String of) throws Exception {
    academy.post("/courses/" + of + "/enrol", "");
    String course = academy.get("/courses/" + of).body();
    return academy
        .post(first(course, "action=\"(/enrollments/[^\"]+)\""), "")
        .uri()
        .getPath();
  }

  private void become(String person) throws IOException, InterruptedException {
    academy.post("/learner", "learner=" + person);
  }

  private static String first(String page, String pattern) {
    Matcher found = Pattern.compile(pattern).matcher(page);
    assertThat(found.find()).as(pattern + " in " + page).isTrue();
    return found.group(1);
  }
}
