package org.lmskit.examples.quickstart;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.lmskit.Lms;
import org.lmskit.catalog.Course;
import org.lmskit.certification.Certification;
import org.lmskit.certification.CertificationId;
import org.lmskit.content.InMemoryContentStore;
import org.lmskit.learning.Enrollment;
import org.lmskit.model.CourseId;
import org.lmskit.model.LearnerId;
import org.lmskit.model.OrgUnitId;
import org.lmskit.model.PositionId;
import org.lmskit.observation.Checklist;
import org.lmskit.observation.ChecklistId;
import org.lmskit.observation.Criterion;
import org.lmskit.observation.Observation;
import org.lmskit.observation.ObservationEntry;
import org.lmskit.observation.ObservedUnits;
import org.lmskit.observation.Scale;
import org.lmskit.observation.SignOffTask;
import org.lmskit.observation.Signature;
import org.lmskit.observation.SignedRecord;
import org.lmskit.store.InMemoryStore;
import org.lmskit.workforce.AppointmentEntry;
import org.lmskit.workforce.LearnerProfile;
import org.lmskit.workforce.Position;

/** A practical is observed by somebody qualified, signed off by the manager, and questioned when the observer falls. */
public final class ObserveAndSign {
  private static final LearnerId SAM = new LearnerId("sam");
  private static final LearnerId TOM = new LearnerId("tom");
  private static final CertificationId ASSESSOR = new CertificationId("assessor");
  private static final LocalDate SINCE = LocalDate.of(2026, 1, 1);
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-06-03T10:00:00Z"), ZoneOffset.UTC);

  private ObserveAndSign() {}

  /** Tells the story on the console. */
  public static void main(String[] args) {
    run(System.out);
  }

  static void run(PrintStream out) {
    Lms lms = Lms.on(new InMemoryStore(), new InMemoryContentStore(CLOCK))
        .clock(CLOCK)
        .signatures(claim -> claim.proof().equals("code of " + claim.signer()))
        .build();
    people(lms);
    Checklist practical = Checklist.of("practical", "Forklift practical")
        .criterion(Criterion.of("c1", "Checks the truck", Scale.points(3)).critical(2))
        .criterion(Criterion.of("c2", "Looks around", Scale.points(3)).critical(2))
        .criterion(Criterion.of("c3", "Stacks", Scale.points(3)))
        .passingWith(6)
        .observedBy("assessor")
        .signedOffWithin(7);
    lms.observations().publish(practical);
    lms.catalog()
        .publish(Course.of("forklift", "Forklift")
            .unit("practical", "Practical", ObservedUnits.of(new ChecklistId("practical"))));
    Enrollment enrollment =
        lms.enrollments().enroll(new LearnerId("zoe"), new CourseId("forklift"));

    Observation seen = lms.observations()
        .observe(ObservationEntry.of("practical", "zoe", "sam")
            .points("c1", 3)
            .points("c2", 2)
            .points("c3", 1)
            .commented("calm and exact"));
    for (SignOffTask task : lms.observations().signOffQueue(TOM)) {
      out.println("Tom may sign until " + task.until() + ": " + task.title().text());
    }
    Observation passed = lms.observations().signOff(seen.id(), TOM, "code of tom");
    Signature signature = passed.signature().orElseThrow();
    SignedRecord record = lms.observations().signedRecord(seen.id()).orElseThrow();
    out.println(
        passed.state() + ", signed the very record: " + signature.record().equals(record.digest()));
    out.println(
        "the course is " + lms.enrollments().find(enrollment.id()).orElseThrow().state());

    lms.certifications().revoke(SAM, ASSESSOR, LocalDate.of(2026, 5, 15), "forged papers");
    for (Observation affected : lms.observations().affectedEvidence()) {
      out.println("in doubt: " + affected.state() + " of " + affected.observedOn());
      lms.observations().uphold(affected.id(), "Tom stood beside him");
    }
    out.println("still in doubt: " + lms.observations().affectedEvidence().size());
  }

  private static void people(Lms lms) {
    lms.workforce().place(new OrgUnitId("warehouse"), "Warehouse", null, SINCE);
    lms.workforce().define(new Position(new PositionId("driver"), "Driver"));
    lms.workforce().save(TOM, LearnerProfile.named("Tom Thumb"));
    lms.workforce()
        .appoint(AppointmentEntry.of(
                "job-1", "zoe", "warehouse", "driver", ZoneId.of("Europe/Lisbon"), SINCE)
            .under("tom"));
    lms.certifications()
        .publish(Certification.of("assessor", "Forklift assessor", Period.ofMonths(6), SINCE));
    lms.certifications()
        .recordExternal(SAM, ASSESSOR, SINCE, LocalDate.of(2026, 7, 1), "seen on paper");
  }
}
