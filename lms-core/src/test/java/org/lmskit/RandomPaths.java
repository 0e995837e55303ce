package org.lmskit;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.lmskit.admission.AdmissionPolicy;
import org.lmskit.admission.AdmissionRequest;
import org.lmskit.catalog.Course;
import org.lmskit.catalog.DayRule;
import org.lmskit.catalog.Requirement;
import org.lmskit.catalog.Subject;
import org.lmskit.catalog.UnitContent;
import org.lmskit.model.CourseId;
import org.lmskit.model.LearnerId;
import org.lmskit.path.LearningPath;
import org.lmskit.path.Opening;
import org.lmskit.path.PathId;
import org.lmskit.path.PathPlan;
import org.lmskit.path.PathVersion;
import org.lmskit.path.Step;
import org.lmskit.path.StepId;
import org.lmskit.path.progress.PathEnrollment;
import org.lmskit.recognition.Equivalency;

/** Random operations on learning paths, once the course of a {@link RandomHistory} is published. */
final class RandomPaths {
  private static final List<String> PATHS = List.of("inner", "outer");

  private final Random random;

  RandomPaths(Random random) {
    this.random = random;
  }

  void act(Lms lms, LearnerId learner, LocalDate day) {
    if (random.nextInt(6) == 0) {
      publish(lms, day);
      return;
    }
    if (random.nextInt(2) == 0) {
      around(lms, learner, day);
      return;
    }
    PathId path = new PathId(PATHS.get(random.nextInt(2)));
    List<PathEnrollment> all = lms.pathEnrollments().of(learner, TestLms.ALL).items();
    if (all.isEmpty() || random.nextInt(4) == 0) {
      lms.pathEnrollments().enroll(learner, path, day);
      return;
    }
    PathEnrollment one = all.get(random.nextInt(all.size()));
    StepId step = new StepId("s" + (1 + random.nextInt(3)));
    var paths = lms.pathEnrollments();
    switch (random.nextInt(9)) {
      case 0 -> paths.suspend(one.id(), "");
      case 1 -> paths.resume(one.id());
      case 2 -> paths.withdraw(one.id(), "no longer needed");
      case 3 -> paths.withdrawCompletion(one.id(), "somebody else sat there");
      case 4, 5 -> paths.waive(one.id(), step, "did it before");
      case 6 -> paths.liftWaiver(one.id(), step, "did not");
      default -> paths.lead(one.id(), step);
    }
  }

  /** What surrounds paths: recognition, admission, completions taken away. */
  private void around(Lms lms, LearnerId learner, LocalDate day) {
    CourseId course = TestLms.FIRE_SAFETY;
    CourseId second = new CourseId("second"); // on which hardly anybody is enrolled
    AdmissionPolicy policy = AdmissionPolicy.values()[random.nextInt(3)];
    List<AdmissionRequest> requests = lms.admissions().of(learner, TestLms.ALL).items();
    AdmissionRequest request =
        requests.isEmpty() ? null : requests.get(random.nextInt(requests.size()));
    switch (random.nextInt(request == null ? 7 : 10)) {
      case 0 -> lms.recognitions().recognise(learner, course, day, null, "seen on paper");
      case 1 ->
        lms.recognitions()
            .withdraw(learner, course, day.minusDays(random.nextInt(2)), "was forged");
      case 2, 3 -> {
        lms.catalog()
            .publish(Course.of("second", "Second").unit("u1", "U", UnitContent.of("test", "x")));
        lms.recognitions().declare(Equivalency.of("second", "fire-safety").until(day));
      }
      case 4, 5 -> {
        lms.admissions().allow(second, policy);
        lms.admissions().request(learner, second);
      }
      case 6 ->
        lms.enrollments()
            .of(learner, TestLms.ALL)
            .items()
            .forEach(one -> lms.enrollments().withdrawCompletion(one.id(), "was an error"));
      case 7 -> lms.admissions().approve(request.id());
      case 8 -> lms.admissions().decline(request.id(), "not now");
      default -> lms.admissions().withdraw(request.id());
    }
  }

  private void publish(Lms lms, LocalDate day) {
    RandomObservations.publish(lms, 0);
    LearningPath inner = path("inner", Subject.course("fire-safety"));
    LearningPath path = random.nextBoolean() || lms.paths().find(inner.id()).isEmpty()
        ? inner
        : path("outer", Subject.path("inner"));
    PathVersion before = lms.paths().newest(path.id()).orElse(null);
    if (before == null) {
      lms.paths().publish(path);
      return;
    }
    PathPlan plan = PathPlan.propose(before.path(), path);
    PathPlan dated = random.nextBoolean() ? plan.sunset(day) : plan;
    PathPlan retraining = random.nextBoolean() ? dated.retrainingCompleted() : dated;
    lms.paths().publish(path, random.nextInt(3) == 0 ? retraining.effective(day) : retraining);
  }

  private LearningPath path(String id, Subject first) {
    LearningPath path = LearningPath.of(id, "Path " + random.nextInt(3))
        .step(Step.of("s1", "First", first).opening(DayRule.hire(random.nextInt(3))))
        .step(Step.of("s2", "Second", Subject.checklist(RandomObservations.CHECKLIST))
            .opening(Opening.AT_ONCE.after("s1"))
            .due(DayRule.followingStep("s1", 10)));
    if (random.nextBoolean()) {
      return path.step(Step.of("s3", "Third", Subject.course("fire-safety"))
          .unless(Requirement.step("s2"))
          .opening(Opening.AT_ONCE.after("s1")));
    }
    return random.nextBoolean()
        ? path.withCompletion(Requirement.any(Requirement.step("s1"), Requirement.step("s2")))
        : path;
  }
}
