package org.lmskit.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lmskit.model.ConflictException;
import org.lmskit.model.StoreFailureException;
import org.lmskit.store.Query;
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

  /** One transaction takes no more timers once it recorded so many events. */
  private static final int ENOUGH_EVENTS = 20_000;

  private final Scope scope;
  private final TimerHandlers timers;
  private final Deque<Timer> again = new ArrayDeque<>();
  private final HeldTimers held;
  private final List<TimerFailure> failures = new ArrayList<>();
  private final Set<String> traced = new HashSet<>();
  private int most = BATCH;
  private int seenTo;
  private boolean isBegun;
  private @Nullable Timer current;

  Advancing(Scope scope, TimerHandlers timers) {
    this.scope = scope;
    this.timers = timers;
    this.held = new HeldTimers(timers);
  }

  /** What a tenant's timers failed with, as far as they are still there. */
  public static List<TimerFailure> failures(Scope scope) {
    return scope.read("lms.health", "", reader -> {
      List<TimerFailure> known =
          reader.list(Query.of(TimerFailure.KIND)).stream().map(Stored::value).toList();
      List<String> ids = known.stream().map(TimerFailure::timer).toList();
      Set<String> there =
          reader.findAll(Timer.KIND, ids).stream().map(Stored::id).collect(Collectors.toSet());
      return known.stream().filter(failure -> there.contains(failure.timer())).toList();
    });
  }

  /**
   * Sees to the next timers in one transaction; those that failed in earlier calls come last, each alone.
   *
   * @return false if there is nothing left that this call can see to
   * @throws ConflictException if others were faster ten times in a row
   */
  public boolean step() {
    if (!isBegun) {
      again.addAll(failedBefore());
      again.forEach(held::fails);
      isBegun = true;
    }
    return attempt(this::next) || retry();
  }

  /** How many timers it saw to. */
  public int seenTo() {
    return seenTo;
  }

  /** Those that could not be seen to. */
  public List<TimerFailure> failures() {
    return List.copyOf(failures);
  }

  private boolean nothingIsDue() {
    return scope.read(
        "lms.advance",
        "",
        reader -> reader.list(TimerHandlers.dueBy(scope.engine().now()).limit(1)).isEmpty());
  }

  /** The next ones that depend on none that is held. */
  private List<Timer> next(Operation op) {
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

  private List<Timer> find(Operation op, Timer timer) {
    return op.tx().find(Timer.KIND, timer.id()).stream()
        .map(Stored::value)
        .filter(held::isFree)
        .toList();
  }

  private boolean retry() {
    Timer timer = again.poll();
    if (timer == null) {
      return false;
    }
    held.release(timer);
    boolean isSeenTo = attempt(op -> find(op, timer));
    if (isSeenTo && !held.holds(timer)) {
      scope.write("lms.advance", timer.id(), op -> forget(op, List.of(timer.id())));
      held.releaseWaiting();
    }
    return true;
  }

  /** @return whether there was anything to see to */
  private boolean attempt(Function<Operation, List<Timer>> wanted) {
    List<Timer> chosen = new ArrayList<>();
    try {
      if (nothingIsDue()) {
        return false;
      }
      seenTo += scope.write("lms.advance", "", op -> {
        current = null;
        chosen.clear();
        held.begin(op);
        op.seesToEverybody(held::require);
        chosen.addAll(wanted.apply(op));
        return see(op, chosen);
      });
      return !chosen.isEmpty();
    } catch (ConflictException e) {
      throw e;
    } catch (HeldTimers.Waits e) {
      held.waits(culprit(chosen));
    } catch (RuntimeException e) { // whatever a reaction of the host throws: it must stop nobody but itself
      afterFailure(chosen, e);
    }
    return true;
  }

  private int see(Operation op, List<Timer> chosen) {
    timers.foresee(op, chosen);
    op.due().add(chosen, mayFollow(chosen, op));
    int seen = 0;
    // what is left comes with the next transaction
    while (op.recorded() < ENOUGH_EVENTS && (current = op.due().next()) != null) {
      timers.see(op, current);
      seen++;
    }
    current = null;
    return seen;
  }

  /** What is set meanwhile takes its place among those that were chosen, and comes later if it is due behind them. */
  private Predicate<Timer> mayFollow(List<Timer> chosen, Operation op) {
    boolean isAll = chosen.size() < most;
    return timer -> (isAll
            ? !timer.at().isAfter(op.present())
            : Timer.ORDER.compare(timer, chosen.get(chosen.size() - 1)) <= 0)
        && held.isFree(timer);
  }

  private void afterFailure(List<Timer> chosen, RuntimeException problem) {
    boolean isOfTheStore = current == null || problem instanceof StoreFailureException;
    if (chosen.isEmpty() || (isOfTheStore && scope.engine().store().isJoined())) {
      throw problem;
    }
    if (current == null && chosen.size() > 1) { // one of them cannot be read or written: it shows one by one
      most = 1;
      return;
    }
    most = BATCH;
    Timer failed = culprit(chosen);
    held.fails(failed);
    TimerFailure failure =
        scope.write("lms.advance", failed.id(), op -> remember(op, failed, problem));
    failures.add(failure);
    LOG.warn(
        "timer {} of tenant {} failed {} times in a row; it is tried again later",
        failed.id(),
        scope.tenant(),
        failure.tries(),
        traced.add(failure.problem()) ? problem : null);
  }

  private Timer culprit(List<Timer> chosen) {
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

  /** The timers that failed in earlier calls and are still due; what is known of others is forgotten. */
  private List<Timer> failedBefore() {
    List<String> gone = new ArrayList<>();
    List<Timer> due = scope.read("lms.advance", "", reader -> {
      gone.clear();
      gone.addAll(
          reader.list(Query.of(TimerFailure.KIND)).stream().map(Stored::id).toList());
      List<Timer> found = reader.findAll(Timer.KIND, gone).stream()
          .map(Stored::value)
          .filter(timer -> !timer.at().isAfter(scope.engine().now()))
          .sorted(Timer.ORDER)
          .toList();
      found.forEach(timer -> gone.remove(timer.id()));
      return found;
    });
    if (!gone.isEmpty()) {
      scope.write("lms.advance", "", op -> forget(op, gone));
    }
    return due;
  }

  private static int forget(Operation op, Collection<String> timers) {
    List<Stored<TimerFailure>> old = op.tx().findAll(TimerFailure.KIND, timers);
    op.tx().delete(old);
    return old.size();
  }
}
