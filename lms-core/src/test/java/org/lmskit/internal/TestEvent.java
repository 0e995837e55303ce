package org.lmskit.internal;

import java.util.List;
import org.lmskit.event.EventHeader;
import org.lmskit.event.LmsEvent;
import org.lmskit.model.LearnerKey;

/** The events of the engine's own tests. */
sealed interface TestEvent extends LmsEvent {
  record Happened(EventHeader header, String what) implements TestEvent {}

  record Followed(EventHeader header, String what, LearnerKey learner) implements TestEvent {
    @Override
    public List<LearnerKey> learners() {
      return List.of(learner);
    }
  }
}
