package org.lmskit.internal;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.lmskit.model.LearnerKey;
import org.lmskit.store.Query;

/**
 * Whose timers may be seen to again after something that held them up was: all of them at first, and then those of few learners,
 * so that nobody looks through all that is held each time.
 */
final class Freed {
  private final Set<LearnerKey> learners = new LinkedHashSet<>();
  private boolean isAll = true;

  /** Whatever is due may be seen to. */
  boolean isAll() {
    return isAll;
  }

  boolean isNobody() {
    return !isAll && learners.isEmpty();
  }

  /** So many as fit into one query. */
  Set<LearnerKey> some() {
    return learners.stream().limit(Query.MAX_VALUES).collect(Collectors.toUnmodifiableSet());
  }

  /** Nothing more is to be done for these. */
  void remove(Set<LearnerKey> done) {
    learners.removeAll(done);
  }

  /** Nothing more is to be done for anybody. */
  void clear() {
    learners.clear();
    isAll = false;
  }

  void addAll() {
    isAll = true;
  }

  /** This one may be seen to, and what comes after it. */
  void add(Timer timer) {
    timer.learner().ifPresentOrElse(learners::add, this::addAll);
  }
}
