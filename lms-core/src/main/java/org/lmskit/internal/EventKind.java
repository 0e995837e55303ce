package org.lmskit.internal;

import java.util.List;
import org.lmskit.event.LmsEvent;
import org.lmskit.model.LearnerKey;
import org.lmskit.store.Kind;

/**
 * How events are stored: one ordered kind for all families, told apart by their type's name. They have no time of
 * their own, since nobody asks for all events of a time: one index less for each.
 */
public final class EventKind {
  private EventKind() {}

  /**
   * The kind that stores these families.
   *
   * @param families sealed interfaces whose permitted types are records, or further families
   */
  public static Kind<LmsEvent> of(List<Class<? extends LmsEvent>> families) {
    return Kind.<LmsEvent>ordered("event", event -> event.id().value())
        .index("type", event -> event.getClass().getSimpleName())
        .many(
            "learner", event -> event.learners().stream().map(LearnerKey::value).toList())
        .body(JsonBody.ofFamilies(LmsEvent.class, families));
  }
}
