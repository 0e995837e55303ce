package org.lmskit.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lmskit.Refused.assertRefused;
import static org.lmskit.TestLms.ALL;
import static org.lmskit.TestLms.ANN;
import static org.lmskit.TestLms.FIRE_SAFETY;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lmskit.Lms;
import org.lmskit.TestLms;
import org.lmskit.admission.AdmissionRequest.State;
import org.lmskit.model.EnrollmentId;
import org.lmskit.model.PrincipalId;

class AdmissionsTest {
  private final TestLms test = new TestLms();
  private final Lms lms = test.start();

  @BeforeEach
  void publish() {
    lms.catalog().publish(test.fireSafety());
  }

  @Test
  void nobody_enrolls_himself_where_nobody_allowed_it() {
    assertThat(lms.admissions().policy(FIRE_SAFETY)).isEqualTo(AdmissionPolicy.CLOSED);
    assertRefused(AdmissionReason.COURSE_CLOSED, () -> lms.admissions().request(ANN, FIRE_SAFETY));
  }

  @Test
  void an_open_course_takes_who_asks_at_once() {
    lms.admissions().allow(FIRE_SAFETY, AdmissionPolicy.OPEN);
    test.events();

    AdmissionRequest request = lms.admissions().request(ANN, FIRE_SAFETY);

    assertThat(request.state()).isEqualTo(State.APPROVED);
    EnrollmentId enrollment =
        lms.enrollments().findOpen(ANN, FIRE_SAFETY).orElseThrow().id();
    assertThat(request.enrollment()).contains(enrollment);
    assertThat(test.events())
        .containsExactly(
            "LearnerRegistered", "AdmissionRequested", "EnrollmentOpened", "AdmissionApproved");
    assertRefused(
        AdmissionReason.ALREADY_ENROLLED, () -> lms.admissions().request(ANN, FIRE_SAFETY));
  }

  @Test
  void a_request_waits_until_somebody_approves_it() {
    lms.admissions().allow(FIRE_SAFETY, AdmissionPolicy.BY_APPROVAL);

    AdmissionRequest request = lms.admissions().request(ANN, FIRE_SAFETY);

    assertThat(lms.admissions().request(ANN, FIRE_SAFETY)).isEqualTo(request);
    assertThat(lms.enrollments().findOpen(ANN, FIRE_SAFETY)).isEmpty();
    assertThat(lms.admissions().waiting(FIRE_SAFETY, ALL).items()).containsExactly(request);
    AdmissionRequest approved = lms.as(new PrincipalId("boss")).admissions().approve(request.id());
    assertThat(approved.byOrNull()).isNotNull().isNotEqualTo(request.byOrNull());
    assertThat(lms.enrollments().findOpen(ANN, FIRE_SAFETY)).isPresent();
    assertThat(lms.admissions().waiting(FIRE_SAFETY, ALL).items()).isEmpty();
    assertThat(lms.admissions().of(ANN, ALL).items()).containsExactly(approved);
  }

  @Test
  void a_request_is_declined_with_a_reason_and_can_be_made_again() {
    lms.admissions().allow(FIRE_SAFETY, AdmissionPolicy.BY_APPROVAL);
    AdmissionRequest request = lms.admissions().request(ANN, FIRE_SAFETY);
    assertRefused(
        AdmissionReason.REASON_MISSING, () -> lms.admissions().decline(request.id(), " "));

    AdmissionRequest declined = lms.admissions().decline(request.id(), "not before May");

    assertThat(declined.state()).isEqualTo(State.DECLINED);
    assertThat(lms.workforce().text(declined.noteOrNull())).contains("not before May");
    assertRefused(AdmissionReason.REQUEST_CLOSED, () -> lms.admissions().approve(request.id()));
    assertThat(lms.admissions().request(ANN, FIRE_SAFETY).id()).isNotEqualTo(request.id());
  }

  @Test
  void a_learner_takes_his_request_back() {
    lms.admissions().allow(FIRE_SAFETY, AdmissionPolicy.BY_APPROVAL);
    AdmissionRequest request = lms.admissions().request(ANN, FIRE_SAFETY);

    assertThat(lms.admissions().withdraw(request.id()).state()).isEqualTo(State.WITHDRAWN);

    assertRefused(AdmissionReason.REQUEST_CLOSED, () -> lms.admissions().approve(request.id()));
  }

  @Test
  void who_was_enrolled_meanwhile_keeps_that_enrollment() {
    lms.admissions().allow(FIRE_SAFETY, AdmissionPolicy.BY_APPROVAL);
    AdmissionRequest request = lms.admissions().request(ANN, FIRE_SAFETY);
    EnrollmentId enrollment = lms.enrollments().enroll(ANN, FIRE_SAFETY).id();

    assertThat(lms.admissions().approve(request.id()).enrollment()).contains(enrollment);
  }
}
