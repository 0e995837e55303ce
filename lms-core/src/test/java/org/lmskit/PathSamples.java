package org.lmskit;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.lmskit.catalog.Requirement;
import org.lmskit.catalog.Subject;
import org.lmskit.model.EnrollmentId;
import org.lmskit.model.LearnerId;
import org.lmskit.observation.Checklist;
import org.lmskit.observation.Criterion;
import org.lmskit.observation.Scale;
import org.lmskit.path.LearningPath;
import org.lmskit.path.PathDraft;
import org.lmskit.path.PathId;
import org.lmskit.path.PathPlan;
import org.lmskit.path.StepId;

/** Something to do for the operations on learning paths. */
final class PathSamples {
  private static final PathId ONBOARDING = new PathId("onboarding");
  private static final StepId FIRST = new StepId("s1");

  private PathSamples() {}

  static void add(Lms lms, Map<Class<?>, Object> byType, Map<String, Object[]> byName) {
    for (String walk : List.of("walk", "walk-2")) {
      lms.observations()
          .publish(Checklist.of(walk, "A walk")
              .criterion(Criterion.of("c1", "Keeps to the lines", Scale.YES_NO)));
    }
    LearningPath path = LearningPath.of("onboarding", "Onboarding")
        .step("s1", "Fire safety", Subject.course("fire-safety"))
        .step("s2", "A walk", Subject.checklist("walk"));
    lms.paths().publish(path);
    EnrollmentId open = enroll(lms, "dora");
    EnrollmentId rests = enroll(lms, "emil");
    lms.pathEnrollments().suspend(rests, "away");
    EnrollmentId waived = enroll(lms, "fay");
    lms.pathEnrollments().waive(waived, FIRST, "knows it");
    EnrollmentId done = enroll(lms, "gus");
    lms.pathEnrollments().waive(done, FIRST, "knows it");
    lms.pathEnrollments().waive(done, new StepId("s2"), "knows it");

    LearningPath longer = path.step("s3", "Another walk", Subject.checklist("walk-2"));
    byType.put(PathId.class, ONBOARDING);
    byType.put(StepId.class, FIRST);
    byType.put(Requirement.class, Requirement.all(Requirement.step("s1")));
    byType.put(
        LearningPath.class,
        LearningPath.of("other", "Other").step("s1", "Fire safety", Subject.course("fire-safety")));
    byType.put(PathDraft.class, new PathDraft(2, 0, lms.scope().engine().now(), longer));
    byName.put(
        "Paths.publish[LearningPath, PathPlan]",
        new Object[] {longer, PathPlan.propose(path, longer)});
    String on = "PathEnrollments.";
    LearnerId fresh = new LearnerId("hal");
    byName.put(on + "enroll[LearnerId, PathId]", new Object[] {fresh, ONBOARDING});
    byName.put(
        on + "enroll[LearnerId, PathId, LocalDate]",
        new Object[] {fresh, ONBOARDING, LocalDate.parse("2026-03-01")});
    byName.put(on + "find[EnrollmentId]", new Object[] {open});
    byName.put(on + "progress[EnrollmentId]", new Object[] {open});
    byName.put(on + "lead[EnrollmentId, StepId]", new Object[] {open, FIRST});
    byName.put(on + "waive[EnrollmentId, StepId, String]", new Object[] {open, FIRST, "able"});
    byName.put(on + "suspend[EnrollmentId, String]", new Object[] {open, "away"});
    byName.put(on + "withdraw[EnrollmentId, String]", new Object[] {open, "left"});
    byName.put(on + "resume[EnrollmentId]", new Object[] {rests});
    byName.put(
        on + "liftWaiver[EnrollmentId, StepId, String]", new Object[] {waived, FIRST, "does not"});
    byName.put(on + "withdrawCompletion[EnrollmentId, String]", new Object[] {done, "a mistake"});
  }

  private static EnrollmentId enroll(Lms lms, String learner) {
    return lms.pathEnrollments().enroll(new LearnerId(learner), ONBOARDING).id();
  }
}
