package org.lmskit.examples.quickstart;

import java.io.PrintStream;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.lmskit.Lms;
import org.lmskit.catalog.Course;
import org.lmskit.catalog.DayRule;
import org.lmskit.catalog.Subject;
import org.lmskit.content.ContentStore;
import org.lmskit.content.InMemoryContentStore;
import org.lmskit.learning.Attempt;
import org.lmskit.learning.Fact;
import org.lmskit.model.CourseId;
import org.lmskit.model.EnrollmentId;
import org.lmskit.model.LearnerId;
import org.lmskit.model.RejectedException;
import org.lmskit.model.UnitId;
import org.lmskit.path.LearningPath;
import org.lmskit.path.PathId;
import org.lmskit.path.Step;
import org.lmskit.path.progress.PathEnrollment;
import org.lmskit.path.progress.PathProgress;
import org.lmskit.store.InMemoryStore;
import org.lmskit.store.Store;
import org.lmskit.viewing.Viewable;
import org.lmskit.viewing.ViewingRule;

/** A path of two steps, of which the second opens a week after the start, once the first is done. */
public final class OnboardingPath {
  private static final LearnerId MIRA = new LearnerId("mira");
  private static final UnitId UNIT = new UnitId("u1");

  private OnboardingPath() {}

  /** Tells the story on the console. */
  public static void main(String[] args) {
    run(System.out);
  }

  static void run(PrintStream out) {
    Store store = new InMemoryStore();
    ContentStore content = new InMemoryContentStore(Clock.systemUTC());
    Lms monday = at("2026-05-18T08:00:00Z", store, content);
    monday.catalog().publish(course("safety"));
    monday.catalog().publish(course("privacy"));
    LearningPath path = LearningPath.of("onboarding", "Onboarding")
        .step(Step.of("s1", "Safety induction", Subject.course("safety")).due(DayRule.hire(3)))
        .step(Step.of("s2", "Data protection", Subject.course("privacy"))
            .opening(DayRule.hire(7))
            .due(DayRule.hire(14)))
        .inSequence();
    monday.paths().check(path).forEach(problem -> out.println(problem.message()));
    monday.paths().publish(path);

    PathEnrollment mira = monday.pathEnrollments().enroll(MIRA, new PathId("onboarding"));
    complete(monday, "safety");
    tell(out, monday.pathEnrollments().progress(mira.id()));
    try {
      complete(monday, "privacy");
    } catch (RejectedException e) {
      out.println(e.reason() + " " + e.details().get("opensOn"));
    }

    Lms nextWeek = at("2026-05-25T08:00:00Z", store, content);
    complete(nextWeek, "privacy");
    tell(out, nextWeek.pathEnrollments().progress(mira.id()));
  }

  private static void tell(PrintStream out, PathProgress progress) {
    progress
        .steps()
        .forEach(step -> out.println(step.step().title() + ": " + step.state()
            + step.dueOn().map(day -> ", due " + day).orElse("")));
    out.println(progress.progress() + ", " + progress.enrollment().state());
  }

  /** Opens the only unit of a course, and says that it is completed. */
  private static void complete(Lms lms, String course) {
    EnrollmentId open =
        lms.enrollments().findOpen(MIRA, new CourseId(course)).orElseThrow().id();
    Attempt attempt = lms.attempts().start(open, UNIT);
    lms.attempts().end(attempt.id());
    lms.attempts().record(open, UNIT, List.of(new Fact.Completion()), attempt.startedAt());
  }

  private static Lms at(String now, Store store, ContentStore content) {
    Clock clock = Clock.fixed(Instant.parse(now), ZoneOffset.UTC);
    return Lms.on(store, content).clock(clock).build();
  }

  private static Course course(String id) {
    return Course.of(id, id)
        .unit(
            "u1",
            "Unit",
            Viewable.link(URI.create("https://acme.example/" + id), ViewingRule.OPENED));
  }
}
