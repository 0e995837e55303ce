package org.lmskit;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Random;
import org.lmskit.catalog.Subject;
import org.lmskit.competency.AggregationPolicy;
import org.lmskit.competency.Competency;
import org.lmskit.competency.CompetencyId;
import org.lmskit.competency.Evidence;
import org.lmskit.competency.EvidenceEntry;
import org.lmskit.competency.EvidenceMapping;
import org.lmskit.competency.EvidenceSource;
import org.lmskit.competency.Framework;
import org.lmskit.competency.Need;
import org.lmskit.model.LearnerId;
import org.lmskit.model.PositionId;

/** Random evidence and needs for the people of a {@link RandomHistory}. */
final class RandomCompetencies {
  private final Random random;

  RandomCompetencies(Random random) {
    this.random = random;
  }

  void act(Lms lms, LearnerId learner, LocalDate day) {
    var all = lms.competencies();
    switch (random.nextInt(8)) {
      case 0 -> all.publish(framework());
      case 1 ->
        all.need(
            new PositionId("p" + random.nextInt(2)),
            day,
            List.of(Need.of("k0", level(), 1 + random.nextInt(3)), Need.of("k1", level(), 1)));
      case 2 -> all.map(mapping());
      case 3 -> all.unmap(mapping().subject(), new CompetencyId("k" + random.nextInt(2)));
      case 4 -> {
        List<Evidence> known = all.evidence(learner);
        if (!known.isEmpty()) {
          all.withdraw(known.get(random.nextInt(known.size())).id(), day, "a mistake");
        }
      }
      default -> all.record(entry(learner, day));
    }
  }

  private Framework framework() {
    AggregationPolicy policy = AggregationPolicy.values()[random.nextInt(3)];
    return Framework.of("f", "Skills")
        .counting(policy)
        .competency(Competency.of("k0", "First", "one", "two", "three"))
        .competency(Competency.of("k1", "Second", "one", "two", "three"));
  }

  private EvidenceMapping mapping() {
    Subject subject = switch (random.nextInt(4)) {
      case 0 -> Subject.course("fire-safety");
      case 1 -> Subject.path("inner");
      case 2 -> Subject.checklist(RandomObservations.CHECKLIST);
      default -> Subject.certification("c" + random.nextInt(2));
    };
    EvidenceMapping mapping = EvidenceMapping.of(subject, "k" + random.nextInt(2), level());
    return random.nextBoolean() ? mapping.validFor(Period.ofMonths(1)) : mapping;
  }

  private EvidenceEntry entry(LearnerId learner, LocalDate day) {
    EvidenceEntry entry = EvidenceEntry.rating(
            learner.value(), "k" + random.nextInt(2), random.nextInt(4), day)
        .from(EvidenceSource.values()[random.nextInt(6)])
        .noted(random.nextBoolean() ? "seen at work" : "");
    return random.nextBoolean() ? entry.until(day.plusDays(1 + random.nextInt(90))) : entry;
  }

  private int level() {
    return 1 + random.nextInt(3);
  }
}
