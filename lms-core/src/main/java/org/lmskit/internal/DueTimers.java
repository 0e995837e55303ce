package org.lmskit.internal;

import java.util.Collection;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The timers that an operation sees to, the earliest first, with those that are set meanwhile. */
final class DueTimers {
  private final NavigableSet<Timer> timers = new TreeSet<>(Timer.ORDER);
  private Predicate<Timer> isWanted = timer -> false;

  /**
   * These are to be seen to, and others that are set meanwhile.
   *
   * @param others which of those
   */
  void add(Collection<Timer> due, Predicate<Timer> others) {
    timers.addAll(due);
    isWanted = isWanted.or(others);
  }

  void set(Timer timer) {
    if (isWanted.test(timer)) {
      timers.add(timer);
    }
  }

  void drop(Timer timer) {
    timers.remove(timer);
  }

  /** Whether this one is still to be seen to. */
  boolean holds(Timer timer) {
    return timer.equals(timers.ceiling(timer));
  }

  /** The next one, which is no longer among them; null if none is left. */
  @Nullable
  Timer next() {
    return timers.pollFirst();
  }
}
