package org.lmskit.internal;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lmskit.model.LearnerKey;

/** Timers that one call of {@code advance()} has to leave: those that failed, and those that wait for one that did. */
final class HeldTimers {
  private final TimerHandlers handlers;
  private final Map<String, Timer> held = new LinkedHashMap<>();
  private final Set<String> waiting = new HashSet<>();
  private final Set<Timer> common = new LinkedHashSet<>();
  private final Set<LearnerKey> owed = new HashSet<>();
  private final Set<LearnerKey> asked = new HashSet<>();
  private final Set<LearnerKey> concerned = new HashSet<>();
  private @Nullable Operation operation;

  HeldTimers(TimerHandlers handlers) {
    this.handlers = handlers;
  }

  /** What was to be done changes a learner for whom something is to be done before. */
  static final class Waits extends RuntimeException {
    private static final long serialVersionUID = 1;

    Waits(LearnerKey learner) {
      super("waits for what is due before for " + learner, null, false, false);
    }
  }

  /** From here on it is asked in this operation. */
  void begin(Operation in) {
    operation = in;
    asked.clear();
    concerned.clear();
  }

  void fails(Timer timer) {
    waiting.remove(timer.id());
    hold(timer);
  }

  void waits(Timer timer) {
    waiting.add(timer.id());
    hold(timer);
  }

  /** It is to be tried again. */
  void release(Timer timer) {
    held.remove(timer.id());
    count();
  }

  /** Something that failed did not fail again: what waits may go on. */
  void releaseWaiting() {
    held.keySet().removeAll(waiting);
    waiting.clear();
    count();
  }

  private void hold(Timer timer) {
    held.put(timer.id(), timer);
    timer.learner().ifPresentOrElse(owed::add, () -> common.add(timer));
  }

  private void count() {
    List<Timer> left = List.copyOf(held.values());
    owed.clear();
    common.clear();
    left.forEach(this::hold);
  }

  boolean holds(Timer timer) {
    return held.containsKey(timer.id());
  }

  /** Whether a timer depends on none that is held. */
  boolean isFree(Timer timer) {
    return !holds(timer) && timer.learner().filter(learner -> !isFree(learner)).isEmpty();
  }

  /** @throws Waits if something is to be done for this learner before */
  void require(LearnerKey learner) {
    if (!isFree(learner)) {
      throw new Waits(learner);
    }
  }

  /** Asks at once for many what will be asked for each. */
  void foresee(Collection<LearnerKey> learners) {
    Set<LearnerKey> others =
        learners.stream().filter(asked::add).collect(Collectors.toUnmodifiableSet());
    if (!others.isEmpty()) {
      common.forEach(timer -> concerned.addAll(
          handlers.whom(timer, others, Objects.requireNonNull(operation))));
    }
  }

  private boolean isFree(LearnerKey learner) {
    if (held.isEmpty()) {
      return true;
    }
    foresee(List.of(learner));
    return !concerned.contains(learner) && !owed.contains(learner);
  }
}
