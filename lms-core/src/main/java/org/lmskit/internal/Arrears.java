package org.lmskit.internal;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lmskit.model.LearnerKey;
import org.lmskit.model.NotFoundException;
import org.lmskit.model.RejectedException;

/**
 * Sees to it that an operation first emits what became due, before its now, for the learners whom it changes. Whom it
 * changes shows when it records something about him; then it is too late, so the whole work is undone and run again.
 */
final class Arrears {
  private final Operation operation;
  private final TimerHandlers timers;
  private final Set<LearnerKey> settled = new HashSet<>();
  private final Set<LearnerKey> seen = new LinkedHashSet<>();
  private final Set<LearnerKey> owing = new LinkedHashSet<>();
  private Consumer<LearnerKey> told = learner -> {};
  private boolean isSecond;
  private @Nullable Boolean isAnythingDue;

  Arrears(Operation operation, TimerHandlers timers) {
    this.operation = operation;
    this.timers = timers;
  }

  /** The work is to be run again, after what is due for these learners. */
  static final class Owed extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Set<LearnerKey> learners;

    Owed(Set<LearnerKey> learners) {
      super("due before: " + learners, null, false, false);
      this.learners = Set.copyOf(learners);
    }

    Set<LearnerKey> learners() {
      return learners;
    }
  }

  /** In a second run all was asked before; who is new in it owes nothing. */
  private Set<LearnerKey> owedBy(Collection<LearnerKey> learners) {
    return isSecond
        ? timers.dueLearners(operation, learners)
        : timers.mayBeOwed(operation, learners);
  }

  /** Work begins again, after what is due for these learners. */
  void begin(Collection<LearnerKey> first) {
    isSecond = !first.isEmpty();
    settle(first);
  }

  /** Emits what is due for these learners. */
  void settle(Collection<LearnerKey> learners) {
    List<LearnerKey> others = learners.stream().filter(settled::add).collect(Collectors.toList());
    if (!others.isEmpty() && isAnythingDue()) {
      timers.catchUp(operation, others);
    }
  }

  /**
   * Nobody is owed anything from here on.
   *
   * @param changed is told whom the operation changes, and may break it off
   */
  void forgive(Consumer<LearnerKey> changed) {
    isAnythingDue = false;
    told = changed;
  }

  /** A record of a learner is read, by which the operation may be refused. */
  void looksAt(LearnerKey learner) {
    seen.add(learner);
  }

  /** Something is recorded about a learner, for the first time or again. */
  void changes(LearnerKey learner) {
    told.accept(learner);
    if (settled.add(learner) && isAnythingDue()) {
      owing.addAll(owedBy(List.of(learner)));
    }
  }

  /** Does the work, unless something is due before. */
  <R> R judge(Supplier<R> work) {
    try {
      R result = work.get();
      if (!owing.isEmpty()) {
        throw new Owed(owing);
      }
      return result;
    } catch (RejectedException | NotFoundException e) {
      seen.removeAll(settled);
      if (!seen.isEmpty() && isAnythingDue()) {
        owing.addAll(owedBy(seen));
      }
      if (!owing.isEmpty()) {
        throw new Owed(owing);
      }
      throw e;
    }
  }

  /** Asked once, before the operation sets timers of its own; mostly that is all there is to do. */
  private boolean isAnythingDue() {
    if (isAnythingDue == null) {
      isAnythingDue = !operation
          .tx()
          .list(TimerHandlers.dueBy(operation.present()).limit(1))
          .isEmpty();
    }
    return isAnythingDue;
  }
}
