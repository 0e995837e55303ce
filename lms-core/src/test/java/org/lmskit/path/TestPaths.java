package org.lmskit.path;

import static org.lmskit.TestLms.ANN;

import java.util.List;
import org.lmskit.Lms;
import org.lmskit.TestLms;
import org.lmskit.catalog.Course;
import org.lmskit.catalog.Subject;
import org.lmskit.learning.Fact;
import org.lmskit.model.CourseId;
import org.lmskit.path.progress.PathEnrollment;
import org.lmskit.viewing.ViewingRule;

/** Four courses, and learning paths over them. */
final class TestPaths {
  final TestLms test = new TestLms();
  final Lms lms = test.start();

  TestPaths() {
    for (String course : List.of("a", "b", "c", "d")) {
      lms.catalog()
          .publish(
              Course.of(course, course).unit("u1", "Unit", test.page(course, ViewingRule.OPENED)));
    }
  }

  void complete(String course, Fact... facts) {
    CourseId id = new CourseId(course);
    var open =
        lms.enrollments().findOpen(ANN, id).orElseGet(() -> lms.enrollments().enroll(ANN, id));
    lms.attempts()
        .record(
            open.id(),
            TestLms.U1,
            List.of(facts.length == 0 ? new Fact.Completion() : facts[0], new Fact.Completion()),
            test.time.get());
  }

  PathEnrollment current(PathEnrollment enrollment) {
    return lms.pathEnrollments().find(enrollment.id()).orElseThrow();
  }

  static LearningPath path(String... courses) {
    LearningPath path = LearningPath.of("path", "Path");
    for (String course : courses) {
      path = path.step(course, "Course " + course, Subject.course(course));
    }
    return path;
  }
}
