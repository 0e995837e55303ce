package org.lmskit;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.lmskit.model.LearnerId;
import org.lmskit.observation.Checklist;
import org.lmskit.observation.ChecklistId;
import org.lmskit.observation.Criterion;
import org.lmskit.observation.Observation;
import org.lmskit.observation.ObservationEntry;
import org.lmskit.observation.Scale;

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
      all.observe(entry(learner));
      return;
    }
    Observation one = known.get(random.nextInt(known.size()));
    switch (random.nextInt(8)) {
      case 0 -> all.correct(one.id(), entry(learner), "misread");
      case 1 -> all.decline(one.id(), learner(), "was not there");
      case 2 -> all.uphold(one.id(), "seen by others too");
      case 3 -> all.invalidate(one.id(), "nobody else saw it");
      case 4 -> all.retire(new ChecklistId(CHECKLIST));
      default -> all.signOff(one.id(), learner(), TestLms.PROOF);
    }
  }

  private ObservationEntry entry(LearnerId learner) {
    return ObservationEntry.of(CHECKLIST, learner.value(), learner().value())
        .points("c1", random.nextInt(4))
        .points("c2", random.nextInt(4))
        .at(test.time.get().minus(Duration.ofHours(random.nextInt(200))))
        .commented(random.nextBoolean() ? "went well" : "");
  }

  private LearnerId learner() {
    return new LearnerId("l" + random.nextInt(4));
  }
}
