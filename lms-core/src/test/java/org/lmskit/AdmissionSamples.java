package org.lmskit;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.lmskit.admission.AdmissionPolicy;
import org.lmskit.admission.AdmissionRequestId;
import org.lmskit.catalog.Course;
import org.lmskit.learning.Fact;
import org.lmskit.model.CourseId;
import org.lmskit.model.EnrollmentId;
import org.lmskit.model.LearnerId;
import org.lmskit.model.Score;
import org.lmskit.model.UnitId;
import org.lmskit.recognition.Equivalency;
import org.lmskit.viewing.ViewingRule;

/** Something to do for the operations on admission, recognition and completed enrollments. */
final class AdmissionSamples {
  private static final CourseId LADDERS = new CourseId("ladder-safety");
  private static final LocalDate ON = LocalDate.parse("2026-02-20");

  private AdmissionSamples() {}

  static void add(
      TestLms test, Lms lms, Map<Class<?>, Object> byType, Map<String, Object[]> byName) {
    lms.catalog()
        .publish(Course.of("ladder-safety", "Ladders")
            .unit("l1", "Up", test.page("ladders", ViewingRule.OPENED)));
    lms.admissions().allow(LADDERS, AdmissionPolicy.BY_APPROVAL);
    LearnerId nora = new LearnerId("nora");
    AdmissionRequestId waiting = lms.admissions().request(nora, LADDERS).id();
    LearnerId otto = new LearnerId("otto");
    lms.recognitions().recognise(otto, LADDERS, ON, null, "a certificate");
    LearnerId pia = new LearnerId("pia");
    EnrollmentId done = lms.enrollments().enroll(pia, LADDERS).id();
    lms.attempts().record(done, new UnitId("l1"), List.of(new Fact.Completion()), test.time.get());

    byType.put(AdmissionPolicy.class, AdmissionPolicy.OPEN);
    byType.put(AdmissionRequestId.class, waiting);
    byType.put(Score.class, Score.ofScaled(new BigDecimal("0.9")));
    byType.put(Equivalency.class, Equivalency.of("fire-safety", "ladder-safety"));
    byName.put(
        "Admissions.request[LearnerId, CourseId]", new Object[] {new LearnerId("rita"), LADDERS});
    byName.put(
        "Recognitions.withdraw[LearnerId, CourseId, LocalDate, String]",
        new Object[] {otto, LADDERS, ON, "a forgery"});
    byName.put(
        "Recognitions.recognise[LearnerId, CourseId, LocalDate, Score, String]",
        new Object[] {new LearnerId("rita"), LADDERS, ON, null, "a certificate"});
    byName.put(
        "Enrollments.enrollAll[CourseId, Collection]",
        new Object[] {LADDERS, List.of(new LearnerId("rita"), new LearnerId("sam"))});
    byName.put(
        "Enrollments.withdrawCompletion[EnrollmentId, String]", new Object[] {done, "a mistake"});
  }
}
