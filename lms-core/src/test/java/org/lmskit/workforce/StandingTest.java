package org.lmskit.workforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lmskit.TestLms.ANN;
import static org.lmskit.TestLms.BEN;

import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lmskit.Lms;
import org.lmskit.TestLms;
import org.lmskit.model.GroupId;
import org.lmskit.model.LearnerKey;
import org.lmskit.model.Problem;
import org.lmskit.workforce.WorkforceEvent.GroupMembershipChanged;
import org.lmskit.workforce.WorkforceEvent.LearnerAttributeChanged;

/** Attributes and groups hold on days, and are told in any order. */
class StandingTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
  private static final GroupId NIGHT = new GroupId("night");
  private static final GroupId FIRST_AID = new GroupId("first-aid");

  private final TestLms test = new TestLms();
  private final Lms lms = test.start();

  private Map<String, String> attributes(LocalDate day) {
    return lms.workforce().find(ANN).orElseThrow().attributesOn(day);
  }

  private List<LearnerKey> having(String name, String value, LocalDate day) {
    return lms.scope().read("test", "", reader -> Attributes.having(reader, name, value, day));
  }

  @Test
  void an_attribute_holds_from_its_day_until_the_next() {
    lms.workforce().attribute(ANN, "grade", "senior", TODAY.plusDays(10));
    lms.workforce().attribute(ANN, "grade", "junior", TODAY.minusDays(10));
    lms.workforce().attribute(ANN, "grade", "", TODAY.plusDays(20));

    assertThat(attributes(TODAY.minusDays(11))).isEmpty();
    assertThat(attributes(TODAY.minusDays(10))).containsEntry("grade", "junior");
    assertThat(attributes(TODAY.plusDays(9))).containsEntry("grade", "junior");
    assertThat(attributes(TODAY.plusDays(10))).containsEntry("grade", "senior");
    assertThat(attributes(TODAY.plusDays(20))).isEmpty();
  }

  @Test
  void those_who_have_a_value_on_a_day_are_found() {
    LearnerKey ann = lms.workforce().attribute(ANN, "grade", "senior", TODAY).key();
    lms.workforce().attribute(BEN, "grade", "senior", TODAY.minusDays(5));
    lms.workforce().attribute(BEN, "grade", "lead", TODAY);

    assertThat(having("grade", "senior", TODAY)).containsExactly(ann);
    assertThat(having("grade", "senior", TODAY.minusDays(1))).hasSize(1).doesNotContain(ann);
  }

  @Test
  void a_profile_changes_attributes_from_today_on_and_leaves_others_alone() {
    lms.workforce().save(ANN, LearnerProfile.named("Ann").withAttribute("shift", "night"));
    lms.workforce().attribute(ANN, "grade", "senior", TODAY.minusDays(10));
    test.pass(Duration.ofDays(7));

    lms.workforce().save(ANN, LearnerProfile.named("Ann").withAttribute("site", "Porto"));

    assertThat(attributes(TODAY)).isEqualTo(Map.of("shift", "night", "grade", "senior"));
    assertThat(attributes(TODAY.plusDays(7))).isEqualTo(Map.of("site", "Porto", "grade", "senior"));
  }

  @Test
  void telling_the_same_again_records_nothing() {
    lms.workforce().attribute(ANN, "grade", "senior", TODAY);
    lms.workforce().join(ANN, NIGHT, TODAY);
    test.events();

    lms.workforce().attribute(ANN, "grade", "senior", TODAY);
    lms.workforce().join(ANN, NIGHT, TODAY);

    assertThat(test.events()).isEmpty();
  }

  @Test
  void groups_are_those_of_the_day() {
    lms.workforce().join(ANN, NIGHT, TODAY);
    lms.workforce().leave(ANN, NIGHT, TODAY.plusDays(3));
    lms.workforce().join(ANN, FIRST_AID, TODAY.plusDays(1));

    assertThat(lms.workforce().groups(ANN, TODAY.minusDays(1))).isEmpty();
    assertThat(lms.workforce().groups(ANN, TODAY)).containsExactly(NIGHT);
    assertThat(lms.workforce().groups(ANN, TODAY.plusDays(2))).containsExactly(FIRST_AID, NIGHT);
    assertThat(lms.workforce().groups(ANN, TODAY.plusDays(3))).containsExactly(FIRST_AID);
    assertThat(lms.workforce().members(NIGHT, TODAY.plusDays(2))).hasSize(1);
    assertThat(lms.workforce().members(NIGHT, TODAY.plusDays(3))).isEmpty();
  }

  @Test
  void events_are_dated_and_keep_the_value_of_an_attribute_to_themselves() {
    lms.workforce().attribute(ANN, "nickname", "Annie", TODAY.plusDays(3));
    lms.workforce().join(ANN, NIGHT, TODAY.minusDays(3));

    assertThat(test.heard)
        .filteredOn(event -> event instanceof LearnerAttributeChanged)
        .singleElement()
        .satisfies(event -> assertThat(event.effectiveOn()).isEqualTo(TODAY.plusDays(3)))
        .asString()
        .contains("nickname")
        .doesNotContain("Annie");
    assertThat(test.heard)
        .filteredOn(event -> event instanceof GroupMembershipChanged)
        .singleElement()
        .satisfies(event -> assertThat(event.effectiveOn()).isEqualTo(TODAY.minusDays(3)));
  }

  @Test
  void an_erased_person_leaves_no_attribute() {
    lms.workforce().attribute(ANN, "grade", "senior", TODAY);

    lms.workforce().erase(ANN);

    assertThat(having("grade", "senior", TODAY)).isEmpty();
  }

  @Test
  void order_of_a_feed_does_not_change_what_holds_when() {
    List<FeedLine> lines = new ArrayList<>();
    for (int day = 0; day < 6; day++) {
      lines.add(new FeedLine.Standing(
          "r" + day,
          ANN,
          Map.of("grade", day % 2 == 0 ? "a" : "b", "site", "porto"),
          day % 3 == 0 ? List.of(NIGHT) : List.of(),
          day % 3 == 1 ? List.of(NIGHT) : List.of(),
          TODAY.plusDays(day)));
    }
    lms.workforce().feed(lines);
    for (int seed = 0; seed < 5; seed++) {
      TestLms other = new TestLms();
      Lms again = other.start();
      Collections.shuffle(lines, new Random(seed));
      lines.forEach(line -> again.workforce().feed(List.of(line)));

      assertThat(again.workforce().find(ANN).orElseThrow().attributes())
          .isEqualTo(lms.workforce().find(ANN).orElseThrow().attributes());
      for (int day = 0; day < 8; day++) {
        assertThat(again.workforce().groups(ANN, TODAY.plusDays(day)))
            .isEqualTo(lms.workforce().groups(ANN, TODAY.plusDays(day)));
      }
    }
  }

  @Test
  void csv_tells_groups_and_attributes_from_a_day_on() throws IOException {
    CsvFeed csv = CsvFeed.read(
        "people.csv",
        new StringReader("learner,name,groups,valid-from,attribute.grade\n"
            + "ann,Ann,night;first-aid,2026-04-01,senior\n"
            + "ann,Ann,-night,2026-05-01,\n"
            + "ben,Ben,night,,\n"));

    lms.workforce().feed(csv.lines());

    assertThat(csv.problems()).extracting(Problem::location).containsExactly("people.csv:4");
    assertThat(lms.workforce().groups(ANN, LocalDate.of(2026, 4, 30)))
        .containsExactly(FIRST_AID, NIGHT);
    assertThat(lms.workforce().groups(ANN, LocalDate.of(2026, 5, 1))).containsExactly(FIRST_AID);
    assertThat(attributes(LocalDate.of(2026, 4, 1))).containsEntry("grade", "senior");
    assertThat(attributes(LocalDate.of(2026, 5, 1))).isEmpty();
  }
}
