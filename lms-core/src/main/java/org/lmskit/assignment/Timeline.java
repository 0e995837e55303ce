package org.lmskit.assignment;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A duty over time.
 *
 * @param moments its changes, in order
 * @param reminders what becomes due by time alone, in order, each once
 */
record Timeline(List<Moment> moments, List<Reminder> reminders) {
  Timeline {
    moments = List.copyOf(moments);
    reminders = List.copyOf(reminders);
  }

  /** Where it stands on a day, after all that happens on it. */
  Optional<Situation> on(LocalDate day) {
    return moments.stream()
        .filter(moment -> !moment.day().isAfter(day))
        .reduce((first, second) -> second)
        .map(Moment::situation);
  }
}
