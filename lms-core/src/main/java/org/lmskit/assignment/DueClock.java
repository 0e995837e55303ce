package org.lmskit.assignment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects, along a duty, what becomes due between its changes. */
final class DueClock {
  private final List<Reminder> told = new ArrayList<>();
  private @Nullable Situation situation;
  private Reminders reminders = Reminders.NONE;

  /** Since when it is open with this due day: nothing comes earlier. */
  private LocalDate since = LocalDate.MIN;

  List<Reminder> told() {
    return told;
  }

  /** Takes in what changed on a day. */
  void set(LocalDate day, Situation next, Reminders by) {
    Situation before = situation;
    boolean goesOn = before != null
        && before.state() == next.state()
        && before.cycle() == next.cycle()
        && before.dueOn().equals(next.dueOn());
    if (!goesOn) {
      since = day;
    }
    situation = next;
    reminders = by;
    tell(day);
  }

  /** Goes on to the 00:00 of a day. */
  void advance(LocalDate to) {
    tell(to);
  }

  private void tell(LocalDate to) {
    Situation of = situation;
    if (of == null || of.state() != AssignmentState.ACTIVE || of.dueOnOrNull() == null) {
      return;
    }
    LocalDate due = of.dueOnOrNull();
    reminders
        .daysBefore()
        .ifPresent(days -> tell(Reminder.Type.DUE_SOON, due.minusDays(days), of, 0, to));
    tell(Reminder.Type.OVERDUE, due.plusDays(1), of, 0, to);
    for (int i = 0; i < reminders.escalateAfter().size(); i++) {
      LocalDate on = due.plusDays(reminders.escalateAfter().get(i));
      tell(Reminder.Type.ESCALATED, on, of, i + 1, to);
    }
  }

  private void tell(
      Reminder.Type type, LocalDate threshold, Situation of, int level, LocalDate to) {
    LocalDate on = threshold.isBefore(since) ? since : threshold;
    LocalDate due = of.dueOnOrNull();
    if (on.isAfter(to) || due == null) {
      return;
    }
    Reminder reminder = new Reminder(type, on, of.cycle(), due, level);
    if (told.stream().noneMatch(reminder::isSame)) {
      told.add(reminder);
    }
  }
}
