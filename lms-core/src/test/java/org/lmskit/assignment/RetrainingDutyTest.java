package org.lmskit.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lmskit.assignment.Company.PETRA;
import static org.lmskit.assignment.Company.line;
import static org.lmskit.catalog.DayRule.assignment;

import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.lmskit.Lms;
import org.lmskit.TestStore;
import org.lmskit.catalog.Course;
import org.lmskit.catalog.Subject;
import org.lmskit.catalog.Text;
import org.lmskit.catalog.VersionPlan;
import org.lmskit.model.CourseId;
import org.lmskit.model.LearnerId;
import org.lmskit.path.LearningPath;
import org.lmskit.path.PathId;
import org.lmskit.path.PathPlan;
import org.lmskit.workforce.AppointmentEntry;

/** Duties of those who completed a version before one that has all train again took effect, on 1 June. */
@ParameterizedClass
@EnumSource(TestStore.class)
class RetrainingDutyTest {
  private static final LearnerId YUKI = new LearnerId("yuki");
  private static final LocalDate DAY = LocalDate.of(2026, 6, 1);

  private final Company company;
  private final Lms lms;
  private final Subject course;

  RetrainingDutyTest(TestStore store) {
    company = new Company(store.open());
    lms = company.lms;
    course = company.course("c", 1);
    company.on("2026-04-01");
    lms.assignments()
        .publish(AssignmentRule.of("r", Audience.unit("warehouse"), course).due(assignment(30)));
    company.feed(line("a", PETRA, "warehouse", "2026-04-01", null));
  }

  @AfterEach
  void close() {
    company.test.store.close();
  }

  private void publishSecond() {
    Course first = lms.catalog().find(new CourseId("c")).orElseThrow().course();
    Course second = first.withTitle(Text.of("Second"));
    lms.catalog()
        .publish(second, VersionPlan.propose(first, second).effective(DAY).retrainingCompleted());
  }

  @Test
  void duty_opens_again_on_the_effective_day_and_not_on_that_of_the_publication() {
    company.on("2026-04-10");
    company.read(PETRA, "c", 1, 1);
    company.on("2026-05-01");
    publishSecond();

    company.on("2026-05-31");
    assertThat(company.standing(PETRA, course, "2026-05-31"))
        .isEqualTo("SATISFIED 1 due 2026-05-01 [rule r]");
    assertThat(lms.enrollments().findOpen(PETRA, new CourseId("c"))).isEmpty();
    company.on("2026-06-01");

    assertThat(company.standing(PETRA, course, "2026-06-01"))
        .isEqualTo("ACTIVE 2 due 2026-07-01 [rule r]");
    assertThat(company.open(PETRA, "c").version()).isEqualTo(2);
    company.read(PETRA, "c", 1, 1);
    assertThat(company.standing(PETRA, course, "2026-06-01"))
        .isEqualTo("SATISFIED 2 due 2026-07-01 [rule r]");
  }

  @Test
  void what_is_completed_on_the_day_itself_counts() {
    company.on("2026-05-01");
    publishSecond();
    company.on("2026-06-01");
    company.read(PETRA, "c", 1, 1);
    company.on("2026-06-10");

    assertThat(company.standing(PETRA, course, "2026-06-10"))
        .isEqualTo("SATISFIED 1 due 2026-05-01 [rule r]");
    assertThat(lms.enrollments().findOpen(PETRA, new CourseId("c"))).isEmpty();
  }

  @Test
  void whose_day_begins_before_that_of_the_tenant_trains_on_the_new_version_at_once() {
    lms.workforce()
        .appoint(AppointmentEntry.of(
            "y", "yuki", "racks", "associate", ZoneId.of("Asia/Tokyo"), DAY.minusMonths(2)));
    company.on("2026-04-10");
    company.read(YUKI, "c", 1, 1);
    publishSecond();

    company.at("2026-05-31T15:00:00Z");
    lms.advance();

    assertThat(company.standing(YUKI, course, "2026-06-01"))
        .isEqualTo("ACTIVE 2 due 2026-07-01 [rule r]");
    assertThat(company.open(YUKI, "c").version()).isEqualTo(2);
    company.on("2026-06-01");
    assertThat(company.open(YUKI, "c").cycle()).isEqualTo(2);
  }

  @Test
  void whose_day_begins_after_that_of_the_tenant_trains_once_on_the_new_version() {
    LearnerId kim = new LearnerId("kim");
    lms.workforce()
        .appoint(AppointmentEntry.of(
            "k",
            "kim",
            "racks",
            "associate",
            ZoneId.of("America/Los_Angeles"),
            DAY.minusMonths(2)));
    company.on("2026-04-10");
    company.read(kim, "c", 1, 1);
    publishSecond();
    company.at("2026-05-31T23:00:00Z");
    lms.advance();
    assertThat(company.open(kim, "c").version()).isEqualTo(2);
    company.read(kim, "c", 1, 1);

    company.at("2026-06-01T08:00:00Z");
    lms.advance();

    assertThat(lms.enrollments().findOpen(kim, new CourseId("c"))).isEmpty();
    assertThat(company.standing(kim, course, "2026-06-01")).startsWith("SATISFIED");
  }

  @Test
  void duty_of_a_learning_path_opens_again_on_its_effective_day() {
    PathId id = new PathId("p");
    Subject path = Subject.path("p");
    LearningPath first = LearningPath.of("p", "First").step("s", "Step", course);
    LearningPath second = LearningPath.of("p", "Second").step("s", "Step", course);
    lms.paths().publish(first);
    lms.assignments()
        .publish(
            AssignmentRule.of("of path", Audience.unit("warehouse"), path).due(assignment(30)));
    company.on("2026-04-10");
    company.read(PETRA, "c", 1, 1);
    lms.paths()
        .publish(second, PathPlan.propose(first, second).effective(DAY).retrainingCompleted());

    company.on("2026-05-31");
    assertThat(company.standing(PETRA, path, "2026-05-31")).startsWith("SATISFIED 1");
    assertThat(lms.paths().find(id).orElseThrow().number()).isEqualTo(1);
    company.on("2026-06-01");

    assertThat(lms.paths().find(id).orElseThrow().number()).isEqualTo(2);
    assertThat(company.standing(PETRA, path, "2026-06-01")).startsWith("ACTIVE 2 due 2026-07-01");
    assertThat(lms.pathEnrollments().findOpen(PETRA, id).orElseThrow().version())
        .isEqualTo(2);
  }
}
