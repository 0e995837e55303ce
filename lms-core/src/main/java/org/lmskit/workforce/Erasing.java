package org.lmskit.workforce;

import java.util.Optional;
import org.lmskit.internal.Operation;
import org.lmskit.internal.Principals;
import org.lmskit.model.LearnerId;
import org.lmskit.model.LearnerKey;
import org.lmskit.model.NotFoundException;
import org.lmskit.model.PrincipalId;
import org.lmskit.store.Stored;
import org.lmskit.workforce.WorkforceEvent.LearnerErased;
import org.lmskit.workforce.WorkforceEvent.PrincipalErased;

/** Takes persons out of everything but the log, where their keys stay and lead nowhere. */
final class Erasing {
  private Erasing() {}

  static LearnerKey learner(Operation op, LearnerId id) {
    Stored<Learner> learner = op.tx()
        .find(Learner.KIND, id.value())
        .orElseThrow(() -> NotFoundException.of("learner", id));
    LearnerKey key = learner.value().key();
    op.tx().delete(learner);
    PersonalText.erase(op, key);
    op.record(new LearnerErased(op.header(), key));
    op.dropTimers(key);
    forget(op, new PrincipalId(id.value()));
    return key;
  }

  static LearnerKey principal(Operation op, PrincipalId id) {
    return forget(op, id).orElseThrow(() -> NotFoundException.of("principal", id));
  }

  private static Optional<LearnerKey> forget(Operation op, PrincipalId id) {
    Optional<LearnerKey> key = Principals.forget(op, id);
    key.ifPresent(known -> {
      PersonalText.erase(op, known);
      op.record(new PrincipalErased(op.header(), known));
    });
    return key;
  }
}
