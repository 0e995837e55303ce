package org.lmskit.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.lmskit.model.LearnerKey;
import org.lmskit.store.Query;
import org.lmskit.store.Stored;

/** What is done when something becomes due: one handler per name, given the timer. */
public final class TimerHandlers {
  private static final int BATCH = 200;

  private final Map<String, Handler> handlers;

  /** What sees to a timer, and what reads beforehand all that it will need for many. */
  private record Handler(
      BiConsumer<Timer, Operation> fire, BiConsumer<Collection<String>, Operation> foresee) {}

  private TimerHandlers(Map<String, Handler> handlers) {
    this.handlers = Map.copyOf(handlers);
  }

  /** Emits what is due for these owners, the earliest first; a handler may set new timers. */
  void catchUpOwners(Operation operation, Collection<String> owners) {
    catchUp(operation, "owner", owners);
  }

  /** Emits what is due for one learner, whoever sees to it, the earliest first. */
  void catchUp(Operation operation, LearnerKey learner) {
    catchUp(operation, "learner", List.of(learner.value()));
  }

  /** Emits what is due for these learners, the one who owes the earliest first, and reads together what that needs. */
  void catchUp(Operation operation, Collection<LearnerKey> learners) {
    if (learners.size() <= BATCH) {
      foreseeTimers(operation, learners);
    }
    List<LearnerKey> due = List.copyOf(dueLearners(operation, learners));
    for (int from = 0; from < due.size(); from += BATCH) {
      List<LearnerKey> some = due.subList(from, Math.min(due.size(), from + BATCH));
      foresee(operation, some);
      some.forEach(learner -> catchUp(operation, learner));
    }
  }

  private static void foreseeTimers(Operation operation, Collection<LearnerKey> learners) {
    operation
        .tx()
        .foresee(Timer.KIND, "learner", learners.stream().map(LearnerKey::value).toList());
  }

  private void foresee(Operation operation, List<LearnerKey> learners) {
    foreseeTimers(operation, learners);
    List<String> keys = learners.stream().map(LearnerKey::value).toList();
    Map<String, Set<String>> owners = new LinkedHashMap<>();
    operation
        .tx()
        .list(dueBy(operation.now()).whereAny("learner", keys))
        .forEach(stored -> owners
            .computeIfAbsent(stored.value().handler(), name -> new LinkedHashSet<>())
            .add(stored.value().owner()));
    owners.forEach((name, whose) -> {
      operation.tx().foresee(Timer.KIND, "owner", whose);
      Handler handler = handlers.get(name);
      if (handler != null) {
        int prefix = name.length() + 1;
        handler
            .foresee()
            .accept(whose.stream().map(owner -> owner.substring(prefix)).toList(), operation);
      }
    });
  }

  private void catchUp(Operation operation, String index, Collection<String> values) {
    Query<Timer> due = dueBy(operation.now()).whereAny(index, values).limit(1);
    for (List<Stored<Timer>> next = operation.tx().list(due);
        !next.isEmpty();
        next = operation.tx().list(due)) {
      fire(operation, next.get(0));
    }
  }

  /** Those of these learners for whom something is due, in the order of the first that is. */
  Set<LearnerKey> dueLearners(Operation operation, Collection<LearnerKey> learners) {
    Set<LearnerKey> due = new LinkedHashSet<>();
    for (List<String> some : parts(learners.stream().map(LearnerKey::value).toList())) {
      operation
          .tx()
          .list(dueBy(operation.now()).whereAny("learner", some))
          .forEach(stored -> stored.value().learner().ifPresent(due::add));
    }
    return due;
  }

  void replace(Operation operation, String owner, List<Timer> next) {
    replace(operation, Map.of(owner, next));
  }

  void replace(Operation operation, Map<String, List<Timer>> next) {
    Map<String, Timer> wanted = new LinkedHashMap<>();
    next.values().forEach(timers -> timers.forEach(timer -> wanted.put(timer.id(), timer)));
    for (List<String> some : parts(next.keySet())) {
      for (Stored<Timer> stored :
          operation.tx().list(Query.of(Timer.KIND).whereAny("owner", some))) {
        Timer kept = wanted.remove(stored.id());
        if (kept == null) {
          operation.tx().delete(stored);
        } else if (!kept.equals(stored.value())) {
          operation.tx().update(stored, kept);
        }
      }
    }
    operation.tx().insert(Timer.KIND, List.copyOf(wanted.values()));
  }

  private static List<List<String>> parts(Collection<String> owners) {
    List<String> all = List.copyOf(owners);
    List<List<String>> parts = new ArrayList<>();
    for (int from = 0; from < all.size(); from += Query.MAX_VALUES) {
      parts.add(all.subList(from, Math.min(all.size(), from + Query.MAX_VALUES)));
    }
    return parts;
  }

  /**
   * Emits the next due timers in one transaction.
   *
   * @return how many timers were due; 0 when none is left
   */
  public int advance(Scope scope) {
    Instant now = scope.engine().now();
    List<Stored<Timer>> due =
        scope.read("lms.advance", "", reader -> reader.list(dueBy(now).limit(BATCH)));
    if (due.isEmpty()) {
      return 0;
    }
    return scope.write("lms.advance", "", operation -> {
      emit(operation, due);
      return due.size();
    });
  }

  /** The timers that are due by a time, the earliest first. */
  public static Query<Timer> dueBy(Instant now) {
    return Query.of(Timer.KIND).between(null, now.plusMillis(1));
  }

  /** Emits what these owe, learners who follow each other together. */
  private void emit(Operation operation, List<Stored<Timer>> due) {
    List<LearnerKey> learners = new ArrayList<>();
    for (Stored<Timer> stored : due) {
      Timer timer = stored.value();
      timer.learner().ifPresent(learners::add);
      if (timer.learnerOrNull() == null) {
        operation.catchUp(learners);
        learners.clear();
        catchUpOwners(operation, List.of(timer.owner()));
      }
    }
    operation.catchUp(learners);
  }

  private void fire(Operation operation, Stored<Timer> stored) {
    operation.tx().delete(stored);
    Handler handler = handlers.get(stored.value().handler());
    if (handler == null) {
      throw new IllegalStateException("nobody handles the timer " + stored.id());
    }
    handler.fire().accept(stored.value(), operation);
  }

  /** Collects handlers. */
  public static final class Builder {
    private final Map<String, Handler> handlers = new HashMap<>();

    /**
     * Adds a handler. The timer is already gone when it is called.
     *
     * @throws IllegalArgumentException if the name is taken
     */
    public Builder on(String name, BiConsumer<Timer, Operation> handler) {
      return on(name, handler, (owners, operation) -> {});
    }

    /**
     * Adds a handler that can have read together what it needs for many timers.
     *
     * @param foresee is called before several timers are handled one after the other, with what of their owners
     *     stands behind the colon
     * @throws IllegalArgumentException if the name is taken
     */
    public Builder on(
        String name,
        BiConsumer<Timer, Operation> handler,
        BiConsumer<Collection<String>, Operation> foresee) {
      if (handlers.put(name, new Handler(handler, foresee)) != null) {
        throw new IllegalArgumentException("two timer handlers are named " + name);
      }
      return this;
    }

    /** All that were added. */
    public TimerHandlers build() {
      return new TimerHandlers(handlers);
    }
  }
}
