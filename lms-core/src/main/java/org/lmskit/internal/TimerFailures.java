package org.lmskit.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lmskit.store.Kind;
import org.lmskit.store.Query;
import org.lmskit.store.Reader;
import org.lmskit.store.Stored;

/**
 * What timers of one tenant fail with: what is kept of it, and what one call of {@code advance()} met. A failure is one of a timer
 * in a certain form; an owner may set another one of the same id for another time. For one thread.
 */
final class TimerFailures {
  static final Kind<Kept> KIND = Kind.mutable(
          "timer_failure", (Kept kept) -> kept.failure().timer())
      .body(JsonBody.of(Kept.class));

  private final Map<Timer, TimerFailure> met = new LinkedHashMap<>();
  private final Set<String> kept = new HashSet<>();

  /** @param at the time of the timer that failed */
  record Kept(TimerFailure failure, Instant at) {
    boolean isOf(Timer timer) {
      return timer.id().equals(failure.timer()) && timer.at().equals(at);
    }
  }

  /** What is kept, as far as those timers are still there. */
  static List<TimerFailure> of(Reader reader) {
    List<Kept> all = all(reader);
    Set<Kept> there = new HashSet<>(there(reader, all).values());
    return all.stream().filter(there::contains).map(Kept::failure).toList();
  }

  private static List<Kept> all(Reader reader) {
    return reader.list(Query.of(KIND)).stream().map(Stored::value).toList();
  }

  private static Map<Timer, Kept> there(Reader reader, List<Kept> all) {
    Map<String, Kept> byId = new LinkedHashMap<>();
    all.forEach(one -> byId.put(one.failure().timer(), one));
    Map<Timer, Kept> there = new LinkedHashMap<>();
    for (Stored<Timer> timer : reader.findAll(Timer.KIND, byId.keySet())) {
      Optional.ofNullable(byId.get(timer.id()))
          .filter(one -> one.isOf(timer.value()))
          .ifPresent(one -> there.put(timer.value(), one));
    }
    return there;
  }

  /** The timers that failed in earlier calls and are due, the least tried first; what is kept of others is deleted. */
  List<Timer> begin(Scope scope) {
    List<Kept> gone = new ArrayList<>();
    Map<Timer, Kept> due = scope.read("lms.advance", "", reader -> {
      gone.clear();
      gone.addAll(all(reader));
      return there(reader, gone);
    });
    due.keySet().removeIf(timer -> timer.at().isAfter(scope.engine().now()));
    gone.removeAll(Set.copyOf(due.values()));
    if (!gone.isEmpty()) {
      scope.writeUntold("lms.advance", "", op -> delete(op, gone));
    }
    due.keySet().forEach(timer -> kept.add(timer.id()));
    return due.entrySet().stream()
        .sorted(Comparator.<Map.Entry<Timer, Kept>>comparingInt(
                one -> one.getValue().failure().tries())
            .thenComparing(Map.Entry::getKey, Timer.ORDER))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static int delete(Operation op, Collection<Kept> gone) {
    List<String> ids = gone.stream().map(one -> one.failure().timer()).toList();
    List<Stored<Kept>> old = op.tx().findAll(KIND, ids);
    op.tx().delete(old);
    return old.size();
  }

  /** These were seen to, if this is committed. */
  void forget(Operation op, Collection<Timer> seen) {
    List<Timer> known = seen.stream().filter(timer -> kept.contains(timer.id())).toList();
    if (!known.isEmpty()) {
      List<String> ids = known.stream().map(Timer::id).distinct().toList();
      op.tx()
          .delete(op.tx().findAll(KIND, ids).stream()
              .filter(stored -> known.stream().anyMatch(stored.value()::isOf))
              .toList());
    }
  }

  /** That was committed. */
  void forgotten(Collection<Timer> seen) {
    seen.forEach(met::remove);
  }

  /** One more call in which it fails. */
  TimerFailure fails(Scope scope, Timer failed, RuntimeException problem) {
    TimerFailure failure = scope.writeUntold("lms.advance", failed.id(), op -> {
      Stored<Kept> before = op.tx().find(KIND, failed.id()).orElse(null);
      if (before == null) {
        TimerFailure first = TimerFailure.first(failed.id(), problem);
        op.tx().insert(KIND, new Kept(first, failed.at()));
        return first;
      }
      TimerFailure next = before.value().isOf(failed)
          ? before.value().failure().again(problem)
          : TimerFailure.first(failed.id(), problem);
      op.tx().update(before, new Kept(next, failed.at()));
      return next;
    });
    kept.add(failed.id());
    met.put(failed, failure);
    return failure;
  }

  /** It had its turn, and waits for another one that fails. */
  void waits(Scope scope, Timer timer) {
    scope
        .writeUntold("lms.advance", timer.id(), op -> {
          Optional<Stored<Kept>> stored = op.tx().find(KIND, timer.id());
          Optional<TimerFailure> next =
              stored.map(before -> before.value().failure().waits());
          next.ifPresent(
              failure -> op.tx().update(stored.orElseThrow(), new Kept(failure, timer.at())));
          return next;
        })
        .ifPresent(failure -> met.put(timer, failure));
  }

  /** Those that this call met and that still fail. */
  List<TimerFailure> met() {
    return List.copyOf(met.values());
  }
}
