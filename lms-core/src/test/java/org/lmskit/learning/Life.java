package org.lmskit.learning;

import static org.lmskit.TestLms.ANN;
import static org.lmskit.catalog.Requirement.all;
import static org.lmskit.catalog.Requirement.any;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lmskit.Lms;
import org.lmskit.TestLms;
import org.lmskit.catalog.Course;
import org.lmskit.catalog.Requirement;
import org.lmskit.catalog.ScorePolicy;
import org.lmskit.catalog.Subject;
import org.lmskit.catalog.Unit;
import org.lmskit.certification.Certification;
import org.lmskit.certification.CertificationHistory;
import org.lmskit.certification.CertificationId;
import org.lmskit.model.CourseId;
import org.lmskit.model.EnrollmentId;
import org.lmskit.viewing.ViewingRule;

/** One who takes the course, and to whom all is told afterwards. */
final class Life {
  static final Instant FROM = Instant.parse("2026-05-01T10:00:00Z");

  private static final CourseId COURSE = new CourseId("course");

  final TestLms test = new TestLms();
  final Lms lms = test.start();
  final EnrollmentId enrollment;

  Life(ScorePolicy policy, boolean chooses) {
    test.time.set(FROM);
    Course course = Course.of("course", "Course");
    for (String unit : List.of("u1", "u2", "u3")) {
      course = course.unit(
          Unit.of(unit, unit, test.page(unit, ViewingRule.OPENED)).withScorePolicy(policy));
    }
    Requirement choice = all(done("u1"), any(done("u2"), done("u3")));
    lms.catalog().publish(chooses ? course.withCompletion(choice) : course);
    enrollment = lms.enrollments().enroll(ANN, COURSE).id();
    test.time.set(FROM.plus(100, ChronoUnit.DAYS));
  }

  private static Requirement done(String unit) {
    return new Requirement.Completed(Subject.unit(unit));
  }

  void certified() {
    lms.certifications()
        .publish(Certification.of("c", "C", Period.ofMonths(1), day(0))
            .renewalWindow(Period.ofDays(25))
            .primary(Subject.course("course")));
  }

  List<Object> outcome() {
    List<Object> all = summary(lms.enrollments().find(enrollment).orElseThrow(), true);
    CertificationHistory history = lms.certifications().history(ANN, new CertificationId("c"));
    all.add(history.awards());
    all.add(history.statusOn(day(130)));
    return all;
  }

  Enrollment told(List<Told> all) {
    all.forEach(one -> lms.attempts().record(enrollment, one.unit(), one.facts(), one.at()));
    return lms.enrollments().find(enrollment).orElseThrow();
  }

  static LocalDate day(int day) {
    return LocalDate.ofInstant(FROM, ZoneOffset.UTC).plusDays(day);
  }

  /** What is known of an enrollment, the days of its completion included or not. */
  static List<Object> summary(Enrollment of, boolean withCompletion) {
    List<Object> all = new ArrayList<>();
    if (withCompletion) {
      all.add(of.state());
      all.add(of.completed().map(Completed::on));
      all.add(of.completed().map(Completed::at));
      all.add(of.completed().map(Completed::success));
      all.add(of.completed().flatMap(done -> Optional.ofNullable(done.scoreOrNull())));
    }
    all.add(of.startedAt());
    all.add(of.success());
    for (UnitResult unit : of.units()) {
      all.add(unit.completedAt());
      all.add(unit.success());
      all.add(unit.score());
    }
    return all;
  }
}
