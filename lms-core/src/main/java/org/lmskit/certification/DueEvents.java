package org.lmskit.certification;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects, along a replay, what becomes due between the facts. */
final class DueEvents {
  private static final DueEvent.Type[] TYPES = DueEvent.Type.values();

  private final List<DueEvent> due = new ArrayList<>();
  private final Policies policies;
  private final Replay replay;
  private LocalDate day = LocalDate.MIN;
  private @Nullable Grant grant;
  private int changes;

  /** How many of the three types are behind the award. */
  private int passed;

  DueEvents(Policies policies, Replay replay) {
    this.policies = policies;
    this.replay = replay;
  }

  List<DueEvent> due() {
    return List.copyOf(due);
  }

  /** Goes on to the beginning of a day, before its facts. */
  void advance(LocalDate to) {
    Grant of = grant;
    if (of != null && !replay.rests()) {
      while (passed < TYPES.length && passes(of, TYPES[passed], to)) {
        passed++;
      }
    }
    day = to;
  }

  /** Takes in what the facts of the day changed. */
  void settle() {
    Grant current = replay.current();
    if (current == null) {
      return;
    }
    if (current != grant) {
      grant = current;
      passed = 0;
    } else if (current.changeCount() != changes) {
      passed = Math.min(passed, passedOn(current));
    }
    changes = current.changeCount();
  }

  private boolean passes(Grant of, DueEvent.Type type, LocalDate to) {
    if (isWithoutWindow(of, type)) {
      return true;
    }
    LocalDate threshold = threshold(of, type);
    LocalDate on = threshold.isBefore(day) ? day : threshold;
    if (on.isAfter(to)) {
      return false;
    }
    due.add(new DueEvent(type, on, of.completedOn));
    return true;
  }

  private boolean isWithoutWindow(Grant of, DueEvent.Type type) {
    return type == DueEvent.Type.RENEWAL_WINDOW_OPENED
        && !of.windowOpens(policies).isBefore(of.span(policies).until());
  }

  private LocalDate threshold(Grant of, DueEvent.Type type) {
    if (type == DueEvent.Type.RENEWAL_WINDOW_OPENED) {
      return of.windowOpens(policies);
    }
    return type == DueEvent.Type.CERTIFICATION_EXPIRED
        ? of.span(policies).until()
        : of.graceEnds(policies);
  }

  private int passedOn(Grant of) {
    int count = 0;
    while (count < TYPES.length && !threshold(of, TYPES[count]).isAfter(day)) {
      count++;
    }
    return count;
  }
}
