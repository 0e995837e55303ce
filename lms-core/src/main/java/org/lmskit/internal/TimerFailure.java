package org.lmskit.internal;

/**
 * That a timer could not be seen to. It stays due, what depends on it waits, and every call of {@code advance()} tries it again.
 *
 * @param timer its id
 * @param tries how many calls in a row failed
 * @param problem the class of what was thrown the last time; the log has the rest
 */
public record TimerFailure(String timer, int tries, String problem) {
  static TimerFailure first(String timer, RuntimeException problem) {
    return new TimerFailure(timer, 1, problem.getClass().getName());
  }

  TimerFailure again(RuntimeException next) {
    return new TimerFailure(timer, tries + 1, next.getClass().getName());
  }

  /** It had its turn, and has to wait for another one that fails. */
  TimerFailure waits() {
    return new TimerFailure(timer, tries + 1, problem);
  }
}
