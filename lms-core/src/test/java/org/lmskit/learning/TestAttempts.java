package org.lmskit.learning;

import static org.lmskit.TestLms.ANN;
import static org.lmskit.TestLms.FIRE_SAFETY;

import java.math.BigDecimal;
import java.util.List;
import org.lmskit.Lms;
import org.lmskit.LmsModule;
import org.lmskit.TestLms;
import org.lmskit.catalog.Course;
import org.lmskit.catalog.Unit;
import org.lmskit.catalog.UnitContent;
import org.lmskit.learning.TestContent.Say;
import org.lmskit.model.Score;
import org.lmskit.model.UnitId;

/** A course of units whose content says what it is told to say. */
final class TestAttempts {
  final TestLms test = new TestLms();
  final Lms lms =
      test.builder().module(LmsModule.of(TestContent.KINDS, TestContent.TYPE)).build();

  Enrollment enroll(Unit... units) {
    lms.catalog().publish(Course.of("fire-safety", "Fire safety").withUnits(List.of(units)));
    Enrollment enrollment = lms.enrollments().enroll(ANN, FIRE_SAFETY);
    test.events();
    return enrollment;
  }

  int say(Enrollment enrollment, UnitId unit, Fact... facts) {
    return lms.attempts()
        .open(enrollment.id(), unit, TestContent.TYPE, new Say(List.of(facts), false));
  }

  Enrollment reload(Enrollment enrollment) {
    return lms.enrollments().find(enrollment.id()).orElseThrow();
  }

  static Unit unit(String id) {
    return Unit.of(id, "Unit " + id, UnitContent.of("test", "x"));
  }

  static Fact scaled(String scaled) {
    return new Fact.Score(Score.ofScaled(new BigDecimal(scaled)));
  }
}
