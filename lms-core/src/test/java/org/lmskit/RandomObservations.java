package org.lmskit;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.lmskit.model.LearnerId;
import org.lmskit.model.LearnerKey;
import org.lmskit.model.OrgUnitId;
import org.lmskit.model.PositionId;
import org.lmskit.observation.Checklist;
import org.lmskit.observation.ChecklistId;
import org.lmskit.observation.Criterion;
import org.lmskit.observation.Observation;
import org.lmskit.observation.ObservationEntry;
import org.lmskit.observation.Scale;
import org.lmskit.workforce.AppointmentEntry;
import org.lmskit.workforce.Learner;
import org.lmskit.workforce.Position;

/** Random observations of the people of a {@link RandomHistory}. */
final class RandomObservations {
  static final String CHECKLIST = "walk";

  private final TestLms test;
  private final Random random;

  RandomObservations(TestLms test, Random random) {
    this.test = test;
    this.random = random;
  }

  static void publish(Lms lms, int variant) {
    lms.observations()
        .publish(Checklist.of(CHECKLIST, "Walk " + variant)
            .criterion(Criterion.of("c1", "Looks around", Scale.points(3)).critical(1))
            .criterion(Criterion.of("c2", "Keeps to the lines", Scale.points(3)))
            .passingWith(3));
  }

  void act(Lms lms) {
    var all = lms.observations();
    LearnerId learner = learner();
    List<Observation> known = all.of(learner, TestLms.ALL).items();
    if (known.isEmpty() || random.nextInt(3) == 0) {
      publish(lms, random.nextInt(2));
      Observation seen = all.observe(entry(learner));
      if (random.nextInt(4) > 0) {
        all.signOff(seen.id(), manager(lms, learner), TestLms.PROOF);
      }
      return;
    }
    Observation one = known.get(known.size() - 1 - random.nextInt(Math.min(2, known.size())));
    switch (random.nextInt(12)) {
      case 0 -> all.correct(one.id(), entry(learner), "misread");
      case 1 -> all.decline(one.id(), manager(lms, learner), "was not there");
      case 2 -> all.uphold(one.id(), "seen by others too");
      case 3 -> all.invalidate(one.id(), "nobody else saw it");
      case 4 -> all.retire(new ChecklistId(CHECKLIST));
      default -> all.signOff(one.id(), manager(lms, learner), TestLms.PROOF);
    }
  }

  private ObservationEntry entry(LearnerId learner) {
    return ObservationEntry.of(CHECKLIST, learner.value(), learner().value())
        .points("c1", random.nextInt(4))
        .points("c2", 1 + random.nextInt(3))
        .at(test.time.get().minus(Duration.ofHours(random.nextInt(30))))
        .commented(random.nextBoolean() ? "went well" : "");
  }

  /** Somebody who may sign; where nobody can yet, somebody is put above the learner. */
  private LearnerId manager(Lms lms, LearnerId learner) {
    LocalDate today = LocalDate.ofInstant(test.time.get(), ZoneOffset.UTC);
    List<LearnerKey> managers = lms.workforce().managers(learner, today);
    return lms.workforce().learners(managers).values().stream()
        .map(Learner::id)
        .findFirst()
        .orElseGet(() -> appointed(lms, learner, today));
  }

  private LearnerId appointed(Lms lms, LearnerId learner, LocalDate today) {
    LearnerId manager = new LearnerId("m" + random.nextInt(2));
    lms.workforce().define(new Position(new PositionId("p0"), "Job"));
    lms.workforce().place(new OrgUnitId("o0"), "Part", null, today.minusDays(400));
    String job = "m " + learner + " " + today;
    ZoneId zone = ZoneId.of("Asia/Tokyo");
    lms.workforce()
        .appoint(AppointmentEntry.of(job, learner.value(), "o0", "p0", zone, today.minusDays(1))
            .under(manager.value()));
    return manager;
  }

  private LearnerId learner() {
    return new LearnerId("l" + random.nextInt(4));
  }
}
