package org.lmskit.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lmskit.model.ConflictException;
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
  private final Map<Timer, TimerFailure> failures = new LinkedHashMap<>();
  private final Set<String> traced = new HashSet<>();

  /** Shared ones that could not be seen to for all whom they concern at once. */
  private final Set<Timer> apart = new HashSet<>();

  private final List<Timer> chosen = new ArrayList<>();
  private int seenTo;
  private int begun;
  private boolean isBatch;
  private boolean isBegun;
  private boolean isDrained;

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
    List<TimerFailure> known =
        reader.list(Query.of(TimerFailure.KIND)).stream().map(Stored::value).toList();
    List<String> ids = known.stream().map(TimerFailure::timer).toList();
    Set<String> there =
        reader.findAll(Timer.KIND, ids).stream().map(Stored::id).collect(Collectors.toSet());
    return known.stream().filter(failure -> there.contains(failure.timer())).toList();
  }

  /**
   * Sees to the next timers in one transaction, without those that failed in earlier calls.
   *
   * @return false if there is nothing left, unless a {@link #retry} helps
   * @throws ConflictException if others were faster in a store that the host joined
   */
  public boolean step() {
    begin();
    if (!isDrained) {
      isDrained = nothingIsDue() || (attempt(this::next) && chosen.isEmpty());
    }
    return !isDrained;
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
      held.releaseWaiting();
    } else if (held.isWaiting(timer)) {
      scope.writeUntold("lms.advance", timer.id(), op -> postpone(op, timer));
    }
    isDrained &= held.holds(timer);
    return true;
  }

  private void begin() {
    if (!isBegun) {
      again.addAll(failedBefore());
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
    return List.copyOf(failures.values());
  }

  private boolean nothingIsDue() {
    return scope.read(
        "lms.advance",
        "",
        reader ->
            reader.list(TimerHandlers.dueBy(scope.engine().now()).limit(1)).isEmpty());
  }

  /** The next ones that depend on none that is held. */
  private List<Timer> next(Operation op) {
    isBatch = singlyUpTo == null;
    int most = isBatch ? BATCH : 1;
    List<Timer> free = new ArrayList<>();
    Query<Timer> due = TimerHandlers.dueBy(op.present()).limit(BATCH);
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
    forget(op, List.of(timer.id()));
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
        begun = 0;
        chosen.clear();
        held.begin(op);
        op.seesToEverybody(learner -> held.require(learner, Objects.requireNonNull(current)));
        chosen.addAll(wanted.apply(op));
        return see(op);
      });
    } catch (HeldTimers.Waits e) {
      if (!comesApart(culprit())) {
        held.waits(culprit());
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
    op.due().add(chosen, mayFollow(op));
    // what is left comes with the next transaction
    while (op.effort() < ENOUGH && (current = op.due().next()) != null) {
      begun++;
      op.setApart(apart.contains(current));
      timers.see(op, current);
      if (apart.contains(current)) {
        break; // each of those whom it concerns is committed before he is seen to
      }
    }
    current = null;
    return begun;
  }

  /** What is set meanwhile takes its place among those that were chosen, and comes later if it is due behind them. */
  private Predicate<Timer> mayFollow(Operation op) {
    if (isBatch && chosen.size() < BATCH) {
      return timer -> !timer.at().isAfter(op.present()) && held.isFree(timer);
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
    chosen.forEach(failures::remove);
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
    if (isBatch && (current == null || isConflict) && (chosen.size() > 1 || begun > 1)) {
      singlyUpTo = chosen.get(chosen.size() - 1); // which of them it is shows one by one
      return;
    }
    Timer failed = culprit();
    if (comesApart(failed)) {
      return;
    }
    held.fails(failed);
    TimerFailure failure =
        scope.writeUntold("lms.advance", failed.id(), op -> remember(op, failed, problem));
    failures.put(failed, failure);
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

  private static TimerFailure remember(Operation op, Timer failed, RuntimeException problem) {
    Stored<TimerFailure> before = op.tx().find(TimerFailure.KIND, failed.id()).orElse(null);
    if (before == null) {
      TimerFailure first = TimerFailure.first(failed.id(), problem);
      op.tx().insert(TimerFailure.KIND, first);
      return first;
    }
    TimerFailure next = before.value().again(problem);
    op.tx().update(before, next);
    return next;
  }

  private int postpone(Operation op, Timer timer) {
    op.tx().find(TimerFailure.KIND, timer.id()).ifPresent(stored -> {
      TimerFailure next = stored.value().waits();
      op.tx().update(stored, next);
      failures.put(timer, next);
    });
    return 0;
  }

  /** The timers that failed in earlier calls and are still due, the least tried first; what is known of others is forgotten. */
  private List<Timer> failedBefore() {
    Map<String, Integer> tries = new HashMap<>();
    List<Timer> due = scope.read("lms.advance", "", reader -> {
      tries.clear();
      reader
          .list(Query.of(TimerFailure.KIND))
          .forEach(stored -> tries.put(stored.id(), stored.value().tries()));
      return reader.findAll(Timer.KIND, tries.keySet()).stream()
          .map(Stored::value)
          .filter(timer -> !timer.at().isAfter(scope.engine().now()))
          .toList();
    });
    List<Timer> fair = due.stream()
        .sorted(Comparator.<Timer>comparingInt(timer -> tries.getOrDefault(timer.id(), 0))
            .thenComparing(Timer.ORDER))
        .toList();
    due.forEach(timer -> tries.remove(timer.id()));
    if (!tries.isEmpty()) {
      scope.writeUntold("lms.advance", "", op -> forget(op, tries.keySet()));
    }
    return fair;
  }

  private static int forget(Operation op, Collection<String> timers) {
    List<Stored<TimerFailure>> old = op.tx().findAll(TimerFailure.KIND, timers);
    op.tx().delete(old);
    return old.size();
  }
}
