package org.lmskit.assignment;

import java.util.List;

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
}
