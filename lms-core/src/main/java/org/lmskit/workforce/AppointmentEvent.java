package org.lmskit.workforce;

import java.util.ArrayList;
import java.util.List;
import org.lmskit.event.EventHeader;
import org.lmskit.model.LearnerKey;

/** What happened to an appointment. */
public sealed interface AppointmentEvent extends WorkforceEvent {
  /** The appointment as it is told now; if it was cancelled, as it was told. */
  Appointment appointment();

  /** The person whose it is. */
  default LearnerKey learner() {
    return appointment().learner();
  }

  /** The person whose it is, then the one under whom. */
  @Override
  default List<LearnerKey> learners() {
    List<LearnerKey> keys = new ArrayList<>(List.of(appointment().learner()));
    appointment().manager().ifPresent(keys::add);
    return keys;
  }

  /**
   * It was told for the first time. It takes effect on its first day, past or future.
   *
   * @param header what all events have in common
   * @param appointment all of it
   */
  record AppointmentRecorded(EventHeader header, Appointment appointment)
      implements AppointmentEvent {}

  /**
   * It was told otherwise: it ended, or it never was as it was told before. It takes effect on the
   * first day on which the two differ.
   *
   * @param header what all events have in common
   * @param before as it was told
   * @param appointment as it is told now
   */
  record AppointmentCorrected(EventHeader header, Appointment before, Appointment appointment)
      implements AppointmentEvent {}

  /**
   * It never was.
   *
   * @param header what all events have in common
   * @param appointment as it was told
   */
  record AppointmentCancelled(EventHeader header, Appointment appointment)
      implements AppointmentEvent {}
}
