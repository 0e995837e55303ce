package org.lmskit.assignment;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the host is told about a duty as its due day comes and goes.
 *
 * @param daysBeforeOrNull how many days before the due day {@code DueSoon} comes, or when the duty begins if that is
 *     later; null for never
 * @param escalateAfter after how many days past the due day it is escalated: the first to the manager, the next to his
 *     manager, and so on; ascending, each at least 1
 */
public record Reminders(@Nullable Integer daysBeforeOrNull, List<Integer> escalateAfter) {
  /** Neither reminder nor escalation. */
  public static final Reminders NONE = new Reminders(null, List.of());

  /** @throws IllegalArgumentException if a number is negative, or the escalations do not ascend */
  public Reminders {
    escalateAfter = List.copyOf(escalateAfter);
    if (daysBeforeOrNull != null && daysBeforeOrNull < 0) {
      throw new IllegalArgumentException("a reminder " + daysBeforeOrNull + " days before");
    }
    int last = 0;
    for (int days : escalateAfter) {
      if (days <= last) {
        throw new IllegalArgumentException("escalations after " + escalateAfter + " days");
      }
      last = days;
    }
  }

  /** A reminder so many days before the due day. */
  public static Reminders before(int days) {
    return new Reminders(days, List.of());
  }

  /** The same, escalated after these numbers of days past the due day. */
  public Reminders escalating(Integer... daysAfter) {
    return new Reminders(daysBeforeOrNull, List.of(daysAfter));
  }

  /** How many days before the due day. */
  public Optional<Integer> daysBefore() {
    return Optional.ofNullable(daysBeforeOrNull);
  }
}
