package org.lmskit.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lmskit.assignment.Company.PETRA;
import static org.lmskit.assignment.Company.line;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lmskit.Lms;
import org.lmskit.catalog.DayRule;
import org.lmskit.catalog.Subject;
import org.lmskit.learning.Enrollment;
import org.lmskit.learning.EnrollmentState;
import org.lmskit.learning.LearningReason;
import org.lmskit.model.PageRequest;
import org.lmskit.model.RejectedException;
import org.lmskit.model.UnitId;
import org.lmskit.store.InMemoryStore;
import org.lmskit.viewing.ViewedContent;
import org.lmskit.viewing.ViewingRequest;

/** What somebody does about a duty that he no longer has, as a host sees it. */
class WorkAfterExitTest {
  private final Company company = new Company(new InMemoryStore());
  private final Lms lms = company.lms;

  @AfterEach
  void close() {
    company.test.store.close();
  }

  @Test
  void work_done_after_an_exit_is_recorded_and_satisfies_the_duty_once_it_is_alive_again() {
    Subject racking = company.course("racking", 2);
    Subject first = company.course("first-aid", 1);
    lms.assignments()
        .publish(AssignmentRule.of("r1", Audience.unit("warehouse"), racking)
            .due(DayRule.assignment(30)));
    lms.assignments()
        .publish(
            AssignmentRule.of("r4", Audience.unit("warehouse"), first).due(DayRule.assignment(30)));
    company.on("2026-02-02");
    company.feed(line("1", PETRA, "warehouse", "2026-02-02", null));
    company.on("2026-02-05");
    company.read(PETRA, "racking", 1, 1);
    Enrollment started = company.open(PETRA, "racking");
    Enrollment untouched = company.open(PETRA, "first-aid");
    company.on("2026-02-12");
    company.feed(line("1", PETRA, "warehouse", "2026-02-02", "2026-02-12"));
    assertThat(company.standing(PETRA, racking, "2026-02-12")).isEqualTo("SUSPENDED 1 left 20");
    assertThat(company.standing(PETRA, first, "2026-02-12")).isEqualTo("WITHDRAWN 1");

    company.on("2026-02-20");
    for (Enrollment one : List.of(started, untouched)) {
      String page = one.equals(started) ? "u2" : "u1";
      lms.attempts()
          .open(one.id(), new UnitId(page), ViewedContent.PAGE, new ViewingRequest.Open("s"));
    }
    assertThat(company.standing(PETRA, racking, "2026-02-20")).isEqualTo("SUSPENDED 1 left 20");
    assertThat(company.standing(PETRA, first, "2026-02-20")).isEqualTo("WITHDRAWN 1");
    company.on("2026-03-09");
    company.feed(line("2", PETRA, "warehouse", "2026-03-09", null));

    assertThat(company.standing(PETRA, racking, "2026-03-09"))
        .isEqualTo("SATISFIED 1 due 2026-03-29 [rule r1]");
    assertThat(company.standing(PETRA, first, "2026-03-09"))
        .isEqualTo("SATISFIED 2 due 2026-04-08 [rule r4]");
    assertThat(lms.enrollments().of(PETRA, PageRequest.first(9)).items())
        .extracting(Enrollment::state)
        .containsExactly(EnrollmentState.COMPLETED, EnrollmentState.COMPLETED);
  }

  @Test
  void enrollment_that_somebody_took_back_takes_no_work_from_the_learner() {
    Subject racking = company.course("racking", 2);
    lms.assignments().publish(AssignmentRule.of("r1", Audience.unit("warehouse"), racking));
    company.feed(line("1", PETRA, "warehouse", "2026-01-05", null));
    Enrollment enrollment = company.open(PETRA, "racking");

    lms.enrollments().withdraw(enrollment.id(), "wrong course");

    assertThatThrownBy(() -> lms.attempts().start(enrollment.id(), new UnitId("u1")))
        .isInstanceOfSatisfying(
            RejectedException.class,
            e -> assertThat(e.reason()).isEqualTo(LearningReason.ENROLLMENT_CLOSED));
  }
}
