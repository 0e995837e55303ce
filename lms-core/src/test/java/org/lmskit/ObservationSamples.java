package org.lmskit;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.lmskit.certification.CertificationId;
import org.lmskit.certification.Path;
import org.lmskit.model.LearnerId;
import org.lmskit.observation.Checklist;
import org.lmskit.observation.ChecklistId;
import org.lmskit.observation.Criterion;
import org.lmskit.observation.ObservationEntry;
import org.lmskit.observation.ObservationId;
import org.lmskit.observation.Scale;
import org.lmskit.workforce.AppointmentEntry;

/** Something to do for the operations on checklists and observations. */
final class ObservationSamples {
  private static final LearnerId TOM = new LearnerId("tom");
  private static final CertificationId FORKLIFT = new CertificationId("forklift");
  private static final LocalDate ON = LocalDate.parse("2026-02-28");
  private static final Checklist DRIVING = Checklist.of("driving", "Driving")
      .criterion(Criterion.of("c1", "Looks around", Scale.points(3)).critical(2))
      .passingWith(2)
      .observedBy("forklift");
  private static final ObservationEntry SEEN =
      ObservationEntry.of("driving", "zoe", "sam").points("c1", 3).commented("calm");

  private ObservationSamples() {}

  static void add(Lms lms, Map<Class<?>, Object> byType, Map<String, Object[]> byName) {
    lms.workforce()
        .appoint(AppointmentEntry.of(
                "job-zoe", "zoe", "hq", "worker", ZoneId.of("Europe/Lisbon"), ON.minusDays(90))
            .under("tom"));
    lms.certifications().complete(new LearnerId("sam"), FORKLIFT, Path.PRIMARY, ON);
    lms.observations().publish(DRIVING);
    ObservationId waiting = lms.observations().observe(SEEN).id();
    ObservationId signed = lms.observations().observe(SEEN).id();
    lms.observations().signOff(signed, TOM, TestLms.PROOF);

    byType.put(Checklist.class, DRIVING.passingWith(3));
    byType.put(ChecklistId.class, DRIVING.id());
    byType.put(ObservationEntry.class, SEEN);
    byType.put(ObservationId.class, signed);
    String on = "Observations.";
    byName.put(
        on + "signOff[ObservationId, LearnerId, String]",
        new Object[] {waiting, TOM, TestLms.PROOF});
    byName.put(
        on + "decline[ObservationId, LearnerId, String]", new Object[] {waiting, TOM, "not seen"});
    byName.put(on + "workload[LocalDate, LocalDate]", new Object[] {ON, ON.plusDays(9)});
  }
}
