package org.lmskit.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lmskit.assignment.Company.line;
import static org.lmskit.catalog.DayRule.assignment;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lmskit.Lms;
import org.lmskit.TestStore;
import org.lmskit.catalog.Course;
import org.lmskit.catalog.Subject;
import org.lmskit.catalog.Text;
import org.lmskit.catalog.VersionPlan;
import org.lmskit.certification.Certification;
import org.lmskit.event.LmsEvent;
import org.lmskit.learning.Enrollment;
import org.lmskit.learning.Fact;
import org.lmskit.model.CourseId;
import org.lmskit.model.LearnerId;
import org.lmskit.model.LearnerKey;
import org.lmskit.model.TenantId;
import org.lmskit.model.UnitId;
import org.lmskit.path.LearningPath;
import org.lmskit.path.PathId;
import org.lmskit.path.PathPlan;
import org.lmskit.recognition.Equivalency;
import org.lmskit.store.InMemoryStore;
import org.lmskit.store.Store;
import org.lmskit.workforce.Learners;

/** Who was erased is not trained again, given duties or reminded of anything, whatever time or somebody brings. */
class ErasedPeopleTest {
  private static final LearnerId ANN = new LearnerId("ann");
  private static final LearnerId BEN = new LearnerId("ben");

  @ParameterizedTest
  @EnumSource(TestStore.class)
  void nothing_happens_to_who_was_erased(TestStore kind) {
    try (Store store = kind.open()) {
      Company company = new Company(store);
      LearnerKey ann = worked(company, ANN);
      LearnerKey ben = worked(company, BEN);
      company.on("2026-04-20");
      company.lms.workforce().erase(ANN);
      company.test.heard.clear();

      everythingChanges(company);
      company.on("2026-06-20");
      company.on("2028-01-01");

      assertThat(about(company, ann)).isEmpty();
      assertThat(about(company, ben))
          .contains(
              "EnrollmentMigrated",
              "EnrollmentOpened",
              "PathEnrolled",
              "AssignmentOpened",
              "DueSoon",
              "Overdue",
              "CertificationAwarded",
              "RenewalWindowOpened",
              "CertificationExpired");
    }
  }

  @Test
  void what_is_still_told_of_who_was_erased_leads_to_nothing() {
    Company company = new Company(new InMemoryStore());
    Lms lms = company.lms;
    LearnerKey ann = worked(company, ANN);
    Enrollment open = company.open(ANN, "open");
    Enrollment more = lms.enrollments().enroll(ANN, new CourseId("more"));
    lms.certifications().publish(policy("e", "more"));
    lms.workforce().erase(ANN);
    everythingChanges(company);
    company.at("2026-06-20T12:00:00Z");
    company.test.heard.clear();

    lms.enrollments().withdraw(open.id(), "gone");
    lms.attempts()
        .record(
            more.id(), new UnitId("u1"), List.of(new Fact.Completion()), company.test.time.get());
    company.on("2026-06-21");

    assertThat(about(company, ann))
        .contains("EnrollmentWithdrawn", "EnrollmentCompleted")
        .doesNotContain("EnrollmentMigrated", "CertificationAwarded", "EnrollmentOpened");
  }

  /** Done with a course and a path, certified, on another course, and with a duty. */
  private static LearnerKey worked(Company company, LearnerId learner) {
    Lms lms = company.lms;
    company.on("2026-04-01");
    if (lms.catalog().find(new CourseId("done")).isEmpty()) {
      for (String course : List.of("done", "step", "open", "duty", "more")) {
        company.course(course, 1);
      }
      lms.paths().publish(path("step"));
      lms.certifications().publish(policy("c", "done"));
      lms.assignments()
          .publish(AssignmentRule.of("r", Audience.unit("warehouse"), Subject.course("duty"))
              .due(assignment(30))
              .reminding(Reminders.before(7)));
    }
    company.feed(line("a-" + learner, learner, "warehouse", "2026-04-01", null));
    lms.enrollments().enroll(learner, new CourseId("done"));
    company.read(learner, "done", 1, 1);
    lms.pathEnrollments().enroll(learner, new PathId("path"));
    company.read(learner, "step", 1, 1);
    lms.enrollments().enroll(learner, new CourseId("open"));
    return company.test.store.read(
        TenantId.DEFAULT, reader -> Learners.findKey(reader, learner).orElseThrow());
  }

  private static void everythingChanges(Company company) {
    Lms lms = company.lms;
    for (String id : List.of("done", "open")) {
      Course first = lms.catalog().find(new CourseId(id)).orElseThrow().course();
      Course second = first.withTitle(Text.of("Second"));
      lms.catalog()
          .publish(
              second,
              VersionPlan.propose(first, second)
                  .sunset(LocalDate.parse("2026-06-01"))
                  .retrainingCompleted());
    }
    lms.paths()
        .publish(
            path("step", "more"),
            PathPlan.propose(path("step"), path("step", "more")).retrainingCompleted());
    lms.assignments()
        .publish(
            AssignmentRule.of("all", Audience.staff(), Subject.course("more")).due(assignment(30)));
    lms.certifications().publish(policy("c", "done").retroactive(true));
    lms.certifications().publish(policy("d", "more"));
    lms.recognitions().declare(Equivalency.of("done", "more"));
  }

  private static LearningPath path(String... courses) {
    LearningPath path = LearningPath.of("path", "Path");
    for (String course : courses) {
      path = path.step(course, "Course " + course, Subject.course(course));
    }
    return path;
  }

  private static Certification policy(String id, String course) {
    return Certification.of(id, id, Period.ofMonths(12), LocalDate.parse("2020-01-01"))
        .renewalWindow(Period.ofDays(60))
        .primary(Subject.course(course));
  }

  private static List<String> about(Company company, LearnerKey key) {
    return company.test.heard.stream()
        .filter(event -> event.learners().contains(key))
        .map(LmsEvent::getClass)
        .map(Class::getSimpleName)
        .distinct()
        .toList();
  }
}
