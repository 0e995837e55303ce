package org.lmskit.workforce;

import java.util.List;
import org.lmskit.event.EventHeader;
import org.lmskit.event.LmsEvent;
import org.lmskit.model.GroupId;
import org.lmskit.model.LearnerKey;

/** What happened to people and to the organisation. */
public sealed interface WorkforceEvent extends LmsEvent
    permits WorkforceEvent.LearnerRegistered,
        WorkforceEvent.LearnerProfileChanged,
        WorkforceEvent.LearnerAttributeChanged,
        WorkforceEvent.GroupMembershipChanged,
        WorkforceEvent.LearnerErased,
        WorkforceEvent.PrincipalErased,
        AppointmentEvent,
        OrganizationEvent {
  /**
   * The engine heard of a person for the first time, or for the first time since he was erased.
   *
   * @param header what all events have in common
   * @param learner his new key
   */
  record LearnerRegistered(EventHeader header, LearnerKey learner) implements WorkforceEvent {
    @Override
    public List<LearnerKey> learners() {
      return List.of(learner);
    }
  }

  /**
   * The host told something new of a person; what, stands in his erasable record alone.
   *
   * @param header what all events have in common
   * @param learner whom
   */
  record LearnerProfileChanged(EventHeader header, LearnerKey learner) implements WorkforceEvent {
    @Override
    public List<LearnerKey> learners() {
      return List.of(learner);
    }
  }

  /**
   * An attribute of a person is another from a day on, the one on which this takes effect; what it is stands in his
   * erasable record alone.
   *
   * @param header what all events have in common
   * @param learner whose
   * @param attribute its name
   */
  record LearnerAttributeChanged(EventHeader header, LearnerKey learner, String attribute)
      implements WorkforceEvent {
    @Override
    public List<LearnerKey> learners() {
      return List.of(learner);
    }
  }

  /**
   * A person belongs to a group, or no longer does, from a day on, the one on which this takes effect.
   *
   * @param header what all events have in common
   * @param learner who
   * @param group of what
   * @param member false if he no longer does
   */
  record GroupMembershipChanged(
      EventHeader header, LearnerKey learner, GroupId group, boolean member)
      implements WorkforceEvent {
    @Override
    public List<LearnerKey> learners() {
      return List.of(learner);
    }
  }

  /**
   * A person was forgotten: the key leads nowhere any more.
   *
   * @param header what all events have in common
   * @param learner the key that he had
   */
  record LearnerErased(EventHeader header, LearnerKey learner) implements WorkforceEvent {
    @Override
    public List<LearnerKey> learners() {
      return List.of(learner);
    }
  }

  /**
   * A principal was forgotten: the key of what he did leads nowhere any more.
   *
   * @param header what all events have in common
   * @param principal the key that he had
   */
  record PrincipalErased(EventHeader header, LearnerKey principal) implements WorkforceEvent {}
}
