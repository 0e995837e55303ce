package org.lmskit.examples.quickstart;

import java.io.PrintStream;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.lmskit.Lms;
import org.lmskit.admission.AdmissionPolicy;
import org.lmskit.admission.AdmissionRequest;
import org.lmskit.catalog.Course;
import org.lmskit.catalog.Requirement;
import org.lmskit.content.InMemoryContentStore;
import org.lmskit.learning.BulkReport;
import org.lmskit.learning.Enrollment;
import org.lmskit.learning.Fact;
import org.lmskit.model.CourseId;
import org.lmskit.model.LearnerId;
import org.lmskit.model.UnitId;
import org.lmskit.recognition.Equivalency;
import org.lmskit.store.InMemoryStore;
import org.lmskit.viewing.Viewable;
import org.lmskit.viewing.ViewingRule;

/** Ways into a course: one by one, by request, all at once, and what counts although it was done elsewhere. */
public final class EnrollLearners {
  private static final LearnerId ANN = new LearnerId("ann");
  private static final CourseId FIRE_SAFETY = new CourseId("fire-safety");

  private EnrollLearners() {}

  /** Tells the story on the console. */
  public static void main(String[] args) {
    run(System.out);
  }

  static void run(PrintStream out) {
    Clock clock = Clock.fixed(Instant.parse("2026-03-02T08:00:00Z"), ZoneOffset.UTC);
    Lms lms = Lms.on(new InMemoryStore(), new InMemoryContentStore(clock))
        .clock(clock)
        .build();
    lms.catalog().publish(course("fire-safety"));
    lms.catalog().publish(course("fire-safety-2019"));

    lms.admissions().allow(FIRE_SAFETY, AdmissionPolicy.BY_APPROVAL);
    AdmissionRequest request = lms.admissions().request(ANN, FIRE_SAFETY);
    out.println("ann asks: " + request.state());
    Enrollment ann = lms.enrollments()
        .find(lms.admissions().approve(request.id()).enrollment().orElseThrow())
        .orElseThrow();
    lms.attempts()
        .record(ann.id(), new UnitId("u1"), List.of(new Fact.Completion()), clock.instant());
    out.println("ann: " + lms.enrollments().find(ann.id()).orElseThrow().state());

    List<LearnerId> everybody =
        IntStream.range(0, 1_000).mapToObj(i -> new LearnerId("l" + i)).toList();
    BulkReport report = lms.enrollments().enrollAll(FIRE_SAFETY, everybody);
    out.println("enrolled " + report.enrolled());
    out.println(
        "again: " + lms.enrollments().enrollAll(FIRE_SAFETY, everybody).already() + " are already");

    LearnerId ben = new LearnerId("ben");
    lms.recognitions().declare(Equivalency.of("fire-safety-2019", "fire-safety"));
    lms.recognitions()
        .recognise(
            ben,
            new CourseId("fire-safety-2019"),
            LocalDate.of(2019, 5, 4),
            null,
            "certificate of the fire brigade");
    out.println("ben still needs "
        + lms.pathEnrollments()
            .evaluate(ben, Requirement.completed("fire-safety"))
            .remaining()
            .orElseThrow());
  }

  private static Course course(String id) {
    return Course.of(id, "Fire safety")
        .unit(
            "u1",
            "Alarms",
            Viewable.link(URI.create("https://acme.example/" + id), ViewingRule.OPENED));
  }
}
