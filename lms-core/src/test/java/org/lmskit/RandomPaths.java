package org.lmskit;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.lmskit.catalog.DayRule;
import org.lmskit.catalog.Requirement;
import org.lmskit.catalog.Subject;
import org.lmskit.model.LearnerId;
import org.lmskit.path.LearningPath;
import org.lmskit.path.Opening;
import org.lmskit.path.PathId;
import org.lmskit.path.PathPlan;
import org.lmskit.path.PathVersion;
import org.lmskit.path.Step;
import org.lmskit.path.StepId;
import org.lmskit.path.progress.PathEnrollment;

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

  private void publish(Lms lms, LocalDate day) {
    LearningPath inner = path("inner", Subject.course("fire-safety"));
    LearningPath path = random.nextBoolean() || lms.paths().find(inner.id()).isEmpty()
        ? inner
        : path("outer", Subject.path("inner"));
    PathVersion before = lms.paths().find(path.id()).orElse(null);
    if (before == null) {
      lms.paths().publish(path);
      return;
    }
    PathPlan plan = PathPlan.propose(before.path(), path);
    PathPlan dated = random.nextBoolean() ? plan.sunset(day) : plan;
    lms.paths().publish(path, random.nextBoolean() ? dated.retrainingCompleted() : dated);
  }

  private LearningPath path(String id, Subject first) {
    LearningPath path = LearningPath.of(id, "Path " + random.nextInt(3))
        .step(Step.of("s1", "First", first).opening(DayRule.hire(random.nextInt(3))))
        .step(Step.of("s2", "Second", Subject.checklist("walk"))
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
