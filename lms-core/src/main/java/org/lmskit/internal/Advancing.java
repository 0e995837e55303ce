package org.lmskit.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lmskit.model.ConflictException;
import org.lmskit.model.LearnerKey;
import org.lmskit.model.StoreFailureException;
import org.lmskit.store.Query;
import org.lmskit.store.Reader;
import org.lmskit.store.Stored;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One call of {@code advance()} for one tenant: sees to what is due in the order of time, in bounded transactions. A timer that
 * fails is left where it is, with all that depends on it; the others go on. For one thread.
 */
public final class Advancing {
  private static final Logger LOG = LoggerFactory.getLogger(Advancing.class);
  private static final int BATCH = 200;

  /** One transaction takes no more timers once it recorded so many events, or looked at so many records. */
  private static final int ENOUGH = 20_000;

  private final Scope scope;
  private final TimerHandlers timers;
  private final Deque<Timer> again = new ArrayDeque<>();
  private final HeldTimers held;
  private final TimerFailures failures = new TimerFailures();
  private final Freed freed = new Freed();
  private final Set<String> traced = new HashSet<>();

  /** Shared ones that could not be seen to for all whom they concern at once. */
  private final Set<Timer> apart = new HashSet<>();

  private final List<Timer> chosen = new ArrayList<>();
  private final List<Timer> seen = new ArrayList<>();

  /** What is due and was set, but not seen to, in the transaction at hand. */
  private final Set<Timer> left = new HashSet<>();

  /** Whose timers are sought; empty: all. */
  private Set<LearnerKey> whose = Set.of();

  private int seenTo;
  private boolean isBatch;
  private boolean isBegun;

  /** Up to this one each has a transaction of its own. */
  private @Nullable Timer singlyUpTo;

  private @Nullable Timer current;

  Advancing(Scope scope, TimerHandlers timers) {
    this.scope = scope;
    this.timers = timers;
    this.held = new HeldTimers(timers, scope.engine().store().isJoined());
  }

  /** What a tenant's timers failed with, as far as they are still there. */
  public static List<TimerFailure> failures(Reader reader) {
    return TimerFailures.of(reader);
  }

  /**
   * Sees to the next timers in one transaction, without those that failed in earlier calls.
   *
   * @return false if there is nothing left, unless a {@link #retry} helps
   * @throws ConflictException if others were faster in a store that the host joined
   */
  public boolean step() {
    begin();
    if (freed.isAll()) {
      if (nothingIsDue() || (attempt(op -> next(op, Set.of())) && chosen.isEmpty())) {
        freed.clear();
      }
    } else if (!freed.isNobody()) {
      Set<LearnerKey> some = freed.some();
      if (attempt(op -> next(op, some)) && chosen.isEmpty()) {
        freed.remove(some);
      }
    }
    return !freed.isNobody();
  }

  /**
   * Tries one timer that failed in an earlier call, and nothing else. If that helps there may be a {@link #step} to be done.
   *
   * @return false if each had its turn
   */
  public boolean retry() {
    begin();
    Timer timer = again.poll();
    if (timer == null) {
      return false;
    }
    held.release(timer);
    boolean isDone = attempt(op -> find(op, timer))
        || (apart.contains(timer) && !held.holds(timer) && attempt(op -> find(op, timer)));
    if (isDone) {
      held.releaseWaiting(timer).forEach(freed::add);
      goesOn(timer);
    } else if (held.isWaiting(timer)) {
      failures.waits(scope, timer);
    }
    return true;
  }

  /** What comes after it may be seen to. */
  private void goesOn(Timer timer) {
    if (timer.learner().isPresent() || timers.isShared(timer)) {
      freed.add(timer);
    }
  }

  private void begin() {
    if (!isBegun) {
      again.addAll(failures.begin(scope));
      again.forEach(held::fails);
      isBegun = true;
    }
  }

  /** How many timers it saw to. */
  public int seenTo() {
    return seenTo;
  }

  /** Those that could not be seen to. */
  public List<TimerFailure> failures() {
    return failures.met();
  }

  private boolean nothingIsDue() {
    return scope.read(
        "lms.advance",
        "",
        reader ->
            reader.list(TimerHandlers.dueBy(scope.engine().now()).limit(1)).isEmpty());
  }

  /**
   * The next ones that depend on none that is held.
   *
   * @param learners of whom; empty: of all
   */
  private List<Timer> next(Operation op, Set<LearnerKey> learners) {
    whose = learners;
    isBatch = singlyUpTo == null;
    int most = isBatch ? BATCH : 1;
    List<Timer> free = new ArrayList<>();
    Query<Timer> all = TimerHandlers.dueBy(op.present()).limit(BATCH);
    Query<Timer> due = whose.isEmpty()
        ? all
        : all.whereAny("learner", whose.stream().map(LearnerKey::value).toList());
    List<Stored<Timer>> page = op.tx().list(due);
    while (true) {
      held.foresee(page.stream()
          .flatMap(stored -> stored.value().learner().stream())
          .collect(Collectors.toSet()));
      page.stream()
          .map(Stored::value)
          .filter(held::isFree)
          .limit(most - free.size())
          .forEach(free::add);
      if (page.size() < BATCH || free.size() == most) {
        return free;
      }
      page = op.tx().list(due.after(page.get(page.size() - 1)));
    }
  }

  /** This one alone, if nothing has to come before it. */
  private List<Timer> find(Operation op, Timer timer) {
    isBatch = false;
    whose = Set.of();
    List<Timer> there = op.tx().find(Timer.KIND, timer.id()).stream()
        .map(Stored::value)
        .filter(timer::equals)
        .toList();
    if (!there.isEmpty()) {
      current = timer;
      timer.learner().ifPresent(learner -> held.require(learner, timer));
    }
    return there;
  }

  /** @return whether it was committed, with what it chose */
  private boolean attempt(Function<Operation, List<Timer>> wanted) {
    try {
      seenTo += scope.writeUntold("lms.advance", "", op -> {
        current = null;
        chosen.clear();
        seen.clear();
        left.clear();
        held.begin(op);
        op.seesToEverybody(learner -> held.require(learner, Objects.requireNonNull(current)));
        chosen.addAll(wanted.apply(op));
        return see(op);
      });
    } catch (HeldTimers.Waits e) {
      if (!comesApart(culprit())) {
        held.waits(culprit(), e.learner());
      }
      return false;
    } catch (
        RuntimeException
            e) { // whatever a reaction of the host throws: it must stop nobody but itself
      afterFailure(e);
      return false;
    }
    afterCommit();
    return true;
  }

  private int see(Operation op) {
    timers.foresee(op, chosen);
    Predicate<Timer> follows = mayFollow(op);
    op.due().add(chosen, timer -> isSet(timer, op) && isSought(timer) && follows.test(timer));
    boolean isApart = false; // each of those whom it concerns is committed before he is seen to
    // what is left comes with the next transaction
    while (!isApart && op.effort() < ENOUGH && (current = op.due().next()) != null) {
      isApart = apart.contains(current);
      seen.add(current);
      left.remove(current);
      op.setApart(isApart);
      timers.see(op, current);
    }
    current = null;
    failures.forget(op, seen);
    return seen.size();
  }

  /** Whether it can be seen to at once. */
  private boolean isSet(Timer timer, Operation op) {
    boolean isDue = !timer.at().isAfter(op.present());
    if (isDue) {
      left.add(timer);
    }
    return isDue;
  }

  /** What is due before for others may not have been looked for. */
  private boolean isSought(Timer timer) {
    return whose.isEmpty() || timer.learner().filter(whose::contains).isPresent();
  }

  /** What is set meanwhile takes its place among those that were chosen, and comes later if it is due behind them. */
  private Predicate<Timer> mayFollow(Operation op) {
    if (isBatch && chosen.size() < BATCH) {
      return held::isFree;
    }
    Timer last = chosen.isEmpty() ? null : chosen.get(chosen.size() - 1);
    return timer -> last != null && comes(timer, last) && held.isFree(timer);
  }

  /** One that is alone shows by itself whether it fails: all others have a transaction of their own. */
  private boolean comes(Timer timer, Timer last) {
    int order = Timer.ORDER.compare(timer, last);
    return isBatch ? order <= 0 : order == 0;
  }

  private void afterCommit() {
    failures.forgotten(seen);
    if (!freed.isAll()) {
      left.forEach(freed::add);
    }
    Timer last = singlyUpTo;
    if (last != null && chosen.stream().allMatch(one -> Timer.ORDER.compare(one, last) >= 0)) {
      singlyUpTo = null;
    }
    try {
      scope.tell();
    } catch (RuntimeException e) { // it is committed, and told with what is committed next
      LOG.warn("listeners of tenant {} cannot be told; they are told later", scope.tenant(), e);
    }
  }

  private void afterFailure(RuntimeException problem) {
    boolean isConflict = problem instanceof ConflictException;
    boolean isOfTheStore =
        current == null || isConflict || problem instanceof StoreFailureException;
    if (chosen.isEmpty() || (isOfTheStore && scope.engine().store().isJoined())) {
      throw problem;
    }
    if (isBatch && (current == null || isConflict) && (chosen.size() > 1 || seen.size() > 1)) {
      singlyUpTo = chosen.get(chosen.size() - 1); // which of them it is shows one by one
      return;
    }
    Timer failed = culprit();
    if (comesApart(failed)) {
      return;
    }
    held.fails(failed);
    TimerFailure failure = failures.fails(scope, failed, problem);
    LOG.warn(
        "timer {} of tenant {} failed {} times in a row; it is tried again later",
        failed.id(),
        scope.tenant(),
        failure.tries(),
        traced.add(failure.problem()) ? problem : null);
  }

  /** A shared one is tried once more, so that each of those whom it concerns is seen to, fails or waits by himself. */
  private boolean comesApart(Timer failed) {
    return timers.isShared(failed) && apart.add(failed);
  }

  private Timer culprit() {
    return current == null ? chosen.get(0) : current;
  }
}
