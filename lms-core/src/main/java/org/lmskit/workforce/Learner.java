package org.lmskit.workforce;

import java.time.Instant;
import org.lmskit.internal.JsonBody;
import org.lmskit.model.LearnerId;
import org.lmskit.model.LearnerKey;
import org.lmskit.store.Kind;

/**
 * A person who learns: the one record that ties the host's id to the key under which everything else
 * knows him. Erasing it leaves only the key.
 *
 * @param id the host's own id
 * @param key a random pseudonym
 * @param since when the engine first heard of him
 * @param profile what the host told of him
 */
public record Learner(LearnerId id, LearnerKey key, Instant since, LearnerProfile profile) {
  /** Learners by the host's id, found by key too. */
  public static final Kind<Learner> KIND = Kind.<Learner>mutable(
          "learner", learner -> learner.id().value())
      .time(Learner::since)
      .unique("key", learner -> learner.key().value())
      .body(JsonBody.of(Learner.class));

  /** The same person with another profile. */
  public Learner with(LearnerProfile next) {
    return new Learner(id, key, since, next);
  }
}
