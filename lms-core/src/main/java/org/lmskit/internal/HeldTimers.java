package org.lmskit.internal;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lmskit.model.ConflictException;
import org.lmskit.model.LearnerKey;
import org.lmskit.model.StoreFailureException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Timers that one call of {@code advance()} has to leave: those that failed, and those that wait for one that did. Each holds up
 * only what comes after it, and only in this form: an owner may set another one of the same id for a later time.
 */
final class HeldTimers {
  private static final Logger LOG = LoggerFactory.getLogger(HeldTimers.class);

  private final TimerHandlers handlers;
  private final boolean isJoined;
  private final Set<Timer> held = new HashSet<>();
  private final Map<Timer, LearnerKey> waiting = new LinkedHashMap<>();
  private final Map<LearnerKey, Set<Timer>> ofLearners = new HashMap<>();
  private final Set<Timer> common = new LinkedHashSet<>();
  private final Set<LearnerKey> asked = new HashSet<>();
  private final Map<LearnerKey, Set<Timer>> concerning = new HashMap<>();
  private @Nullable Operation operation;

  /** @param isJoined whether a failure of the store breaks a transaction of the host */
  HeldTimers(TimerHandlers handlers, boolean isJoined) {
    this.handlers = handlers;
    this.isJoined = isJoined;
  }

  /** What was to be done changes a learner for whom something is to be done before. */
  static final class Waits extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient LearnerKey learner;

    Waits(LearnerKey learner) {
      super("waits for what is due before for " + learner, null, false, false);
      this.learner = learner;
    }

    LearnerKey learner() {
      return learner;
    }
  }

  /** From here on it is asked in this operation. */
  void begin(Operation in) {
    operation = in;
    asked.clear();
    concerning.clear();
  }

  void fails(Timer timer) {
    waiting.remove(timer);
    hold(timer);
  }

  /** @param learner for whom something is to be done before */
  void waits(Timer timer, LearnerKey learner) {
    waiting.put(timer, learner);
    hold(timer);
  }

  /** It is to be tried again. */
  void release(Timer timer) {
    held.remove(timer);
    waiting.remove(timer);
    common.remove(timer);
    timer
        .learner()
        .ifPresent(learner -> ofLearners.computeIfPresent(learner, (key, those) -> {
          those.remove(timer);
          return those.isEmpty() ? null : those;
        }));
  }

  /** Something that failed did not fail again: what waits for it may go on. */
  List<Timer> releaseWaiting(Timer done) {
    List<Timer> released = waiting.entrySet().stream()
        .filter(one -> done.learner().isEmpty() || done.learner().get().equals(one.getValue()))
        .map(Map.Entry::getKey)
        .toList();
    released.forEach(this::release);
    return released;
  }

  private void hold(Timer timer) {
    held.add(timer);
    timer
        .learner()
        .ifPresentOrElse(
            learner -> ofLearners
                .computeIfAbsent(learner, key -> new LinkedHashSet<>())
                .add(timer),
            () -> common.add(timer));
  }

  boolean holds(Timer timer) {
    return held.contains(timer);
  }

  /** Whether it is held because it waits, and did not fail itself when it was tried. */
  boolean isWaiting(Timer timer) {
    return waiting.containsKey(timer);
  }

  /** Whether a timer depends on none that is held. */
  boolean isFree(Timer timer) {
    return !holds(timer)
        && timer.learner().filter(learner -> isOwed(learner, timer)).isEmpty();
  }

  /** @throws Waits if something is to be done for this learner before this timer */
  void require(LearnerKey learner, Timer timer) {
    if (isOwed(learner, timer)) {
      throw new Waits(learner);
    }
  }

  /** Asks at once for many what will be asked for each. */
  void foresee(Collection<LearnerKey> learners) {
    Set<LearnerKey> others =
        learners.stream().filter(asked::add).collect(Collectors.toUnmodifiableSet());
    if (!others.isEmpty()) {
      common.forEach(timer -> whom(timer, others)
          .forEach(learner ->
              concerning.computeIfAbsent(learner, key -> new HashSet<>()).add(timer)));
    }
  }

  private Set<LearnerKey> whom(Timer timer, Set<LearnerKey> learners) {
    try {
      return handlers.whom(timer, learners, Objects.requireNonNull(operation));
    } catch (
        RuntimeException
            e) { // what makes it fail may make this fail too: nobody may come before his turn
      if (e instanceof ConflictException || (isJoined && e instanceof StoreFailureException)) {
        throw e;
      }
      LOG.debug("whom the timer {} concerns cannot be told", timer.id(), e);
      return learners;
    }
  }

  private boolean isOwed(LearnerKey learner, Timer timer) {
    if (held.isEmpty()) {
      return false;
    }
    foresee(List.of(learner));
    return Stream.of(ofLearners, concerning)
        .flatMap(of -> of.getOrDefault(learner, Set.of()).stream())
        .anyMatch(before -> Timer.ORDER.compare(before, timer) < 0);
  }
}
