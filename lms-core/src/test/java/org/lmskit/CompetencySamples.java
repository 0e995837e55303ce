package org.lmskit;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.lmskit.catalog.Subject;
import org.lmskit.competency.AggregationPolicy;
import org.lmskit.competency.Competency;
import org.lmskit.competency.CompetencyId;
import org.lmskit.competency.EvidenceEntry;
import org.lmskit.competency.EvidenceId;
import org.lmskit.competency.EvidenceMapping;
import org.lmskit.competency.Framework;
import org.lmskit.competency.FrameworkId;
import org.lmskit.competency.Need;
import org.lmskit.model.PositionId;

/** Something to do for the operations on competencies. */
final class CompetencySamples {
  private static final LocalDate ON = LocalDate.parse("2026-02-01");

  private CompetencySamples() {}

  static void add(Lms lms, Map<Class<?>, Object> byType, Map<String, Object[]> byName) {
    Framework framework = Framework.of("safety", "Safety")
        .competency(Competency.of("fire", "Fires", "knows the exits", "leads others out"));
    lms.competencies().publish(framework);
    lms.competencies().need(new PositionId("worker"), ON, List.of(Need.of("fire", 1, 2)));
    EvidenceMapping mapping = EvidenceMapping.of(Subject.course("fire-safety"), "fire", 1);
    lms.competencies().map(mapping);
    EvidenceEntry rated = EvidenceEntry.rating("ann", "fire", 1, ON);
    EvidenceId evidence = lms.competencies().record(rated).id();

    byType.put(
        Framework.class, framework.competency(Competency.of("aid", "First aid", "can bandage")));
    byType.put(FrameworkId.class, framework.id());
    byType.put(CompetencyId.class, new CompetencyId("fire"));
    byType.put(EvidenceId.class, evidence);
    byType.put(EvidenceMapping.class, EvidenceMapping.of(Subject.checklist("driving"), "fire", 2));
    byType.put(EvidenceEntry.class, EvidenceEntry.rating("ben", "fire", 2, ON));
    byType.put(AggregationPolicy.class, AggregationPolicy.LATEST);
    byName.put(
        "Competencies.need[PositionId, LocalDate, List]",
        new Object[] {new PositionId("worker"), ON.plusDays(1), List.of(Need.of("fire", 2, 2))});
    byName.put(
        "Competencies.unmap[Subject, CompetencyId]",
        new Object[] {mapping.subject(), mapping.competency()});
  }
}
