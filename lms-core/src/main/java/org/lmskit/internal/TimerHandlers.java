package org.lmskit.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lmskit.model.LearnerKey;
import org.lmskit.store.Query;
import org.lmskit.store.Stored;

/**
 * What is done when something becomes due: one handler per name, given the timer. All that follows from a timer is done before
 * the next one is seen to, and all of it happens at the time for which the timer was set.
 */
public final class TimerHandlers {
  private static final int BATCH = 200;

  private final Map<String, Handler> handlers;
  private final Map<String, Concern> concerns;
  private final List<BiConsumer<Collection<String>, Operation>> ofLearners;

  /** What sees to a timer, and what reads beforehand all that it will need for many. */
  private record Handler(
      BiConsumer<Timer, Operation> fire, BiConsumer<Collection<String>, Operation> foresee) {}

  private TimerHandlers(Builder of) {
    this.handlers = Map.copyOf(of.handlers);
    this.concerns = Map.copyOf(of.concerns);
    this.ofLearners = List.copyOf(of.ofLearners);
  }

  /**
   * Emits what is due for these learners, the earliest first, and what timers about nobody in particular are due to change of
   * them; reads together what that needs.
   */
  void catchUp(Operation operation, Collection<LearnerKey> learners) {
    Set<LearnerKey> due = dueLearners(operation, learners);
    for (List<String> some : parts(keys(due), BATCH)) {
      Set<LearnerKey> whom = some.stream().map(LearnerKey::new).collect(Collectors.toSet());
      List<Timer> timers = timers(operation, dueBy(operation.present()).whereAny("learner", some));
      foresee(operation, timers);
      timers.addAll(common(operation));
      operation
          .due()
          .add(
              timers,
              timer -> isDue(timer, operation)
                  && timer.learner().filter(whom::contains).isPresent());
      seeToAll(operation, whom);
    }
  }

  /** Emits what is due for these owners, the earliest first; a handler may set new timers. */
  void catchUpOwners(Operation operation, Set<String> owners) {
    List<Timer> due = new ArrayList<>();
    for (List<String> some : parts(owners, Query.MAX_VALUES)) {
      due.addAll(timers(operation, dueBy(operation.present()).whereAny("owner", some)));
    }
    operation.due().add(due, timer -> isDue(timer, operation) && owners.contains(timer.owner()));
    seeToAll(operation, null);
  }

  private static boolean isDue(Timer timer, Operation operation) {
    return !timer.at().isAfter(operation.present());
  }

  /** Begins a call of {@code advance()} for one tenant. */
  public Advancing advancing(Scope scope) {
    return new Advancing(scope, this);
  }

  /** The timers that are due by a time, the earliest first. */
  public static Query<Timer> dueBy(Instant now) {
    return Query.of(Timer.KIND).between(null, now.plusMillis(1));
  }

  /** Those of these learners for whom something is due. */
  Set<LearnerKey> dueLearners(Operation operation, Collection<LearnerKey> learners) {
    Set<LearnerKey> due = new LinkedHashSet<>();
    List<Timer> common = common(operation);
    for (List<String> some : parts(keys(learners), Query.MAX_VALUES)) {
      timers(operation, dueBy(operation.present()).whereAny("learner", some))
          .forEach(timer -> timer.learner().ifPresent(due::add));
      for (Timer timer : common) {
        due.addAll(concern(timer).whom(timer, some, operation));
      }
    }
    return due;
  }

  /**
   * Those of these learners for whom something may be due: asked when they were changed already, by which nobody can say any more
   * whom what is due about nobody in particular would have changed.
   */
  Set<LearnerKey> mayBeOwed(Operation operation, Collection<LearnerKey> learners) {
    return common(operation).isEmpty()
        ? dueLearners(operation, learners)
        : new LinkedHashSet<>(learners);
  }

  /** What is due about nobody in particular and yet changes learners. */
  private List<Timer> common(Operation operation) {
    return concerns.isEmpty()
        ? List.of()
        : timers(operation, dueBy(operation.present()).where("learner", Timer.NOBODY)).stream()
            .filter(this::isShared)
            .toList();
  }

  private static List<Timer> timers(Operation operation, Query<Timer> query) {
    return operation.tx().list(query).stream().map(Stored::value).collect(Collectors.toList());
  }

  void foresee(Operation operation, List<Timer> due) {
    Map<String, Set<String>> owners = new LinkedHashMap<>();
    due.forEach(timer ->
        owners.computeIfAbsent(timer.handler(), name -> new LinkedHashSet<>()).add(timer.owner()));
    operation.tx().foresee(Timer.KIND, due.stream().map(Timer::id).toList());
    Set<LearnerKey> learners = new LinkedHashSet<>();
    due.forEach(timer -> timer.learner().ifPresent(learners::add));
    if (learners.size() > 1) {
      ofLearners.forEach(foreseen -> foreseen.accept(keys(learners), operation));
    }
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

  /** @param whom timers about nobody in particular change these learners alone; null: all whom they concern */
  private void seeToAll(Operation operation, @Nullable Set<LearnerKey> whom) {
    DueTimers due = operation.due();
    for (Timer timer = due.next(); timer != null; timer = due.next()) {
      Timer next = timer;
      if (whom != null && next.learnerOrNull() == null) {
        operation.at(next.at(), () -> concern(next).settle(next, whom, operation));
      } else {
        see(operation, next);
      }
    }
  }

  /** Does what a timer is for, and all that follows from it. */
  void see(Operation operation, Timer timer) {
    operation.at(timer.at(), () -> fire(operation, timer));
  }

  /** Whether a timer is about nobody in particular and yet changes learners. */
  boolean isShared(Timer timer) {
    return timer.learnerOrNull() == null && concerns.containsKey(timer.handler());
  }

  /** Those of these learners whom a timer about nobody in particular is to change. */
  Set<LearnerKey> whom(Timer timer, Collection<LearnerKey> learners, Operation operation) {
    Concern concern = concerns.get(timer.handler());
    Set<LearnerKey> whom = new LinkedHashSet<>();
    if (concern != null) {
      parts(keys(learners), Query.MAX_VALUES)
          .forEach(some -> whom.addAll(concern.whom(timer, some, operation)));
    }
    return whom;
  }

  private void fire(Operation operation, Timer timer) {
    Handler handler = handlers.get(timer.handler());
    if (handler == null) {
      throw new IllegalStateException("nobody handles the timer " + timer.id());
    }
    operation.tx().find(Timer.KIND, timer.id()).ifPresent(stored -> {
      operation.tx().delete(stored);
      if (timer.learnerOrNull() != null && concerns.containsKey(timer.handler())) {
        concern(timer).settle(timer, Set.of(timer.learnerOrNull()), operation);
      } else {
        handler.fire().accept(timer, operation);
      }
      if (operation.due().holds(timer)) {
        throw new IllegalStateException(
            "the timer " + timer.id() + " was set to its own time again");
      }
    });
  }

  private Concern concern(Timer timer) {
    return Objects.requireNonNull(concerns.get(timer.handler()));
  }

  private static List<String> keys(Collection<LearnerKey> learners) {
    return learners.stream().map(LearnerKey::value).toList();
  }

  void replace(Operation operation, String owner, List<Timer> next) {
    replace(operation, Map.of(owner, next));
  }

  void replace(Operation operation, Map<String, List<Timer>> next) {
    Map<String, Timer> wanted = new LinkedHashMap<>();
    next.values().stream()
        .flatMap(List::stream)
        .forEach(timer -> wanted.put(timer.id(), timer.notBefore(operation.now())));
    for (List<String> some : parts(next.keySet(), Query.MAX_VALUES)) {
      for (Stored<Timer> stored :
          operation.tx().list(Query.of(Timer.KIND).whereAny("owner", some))) {
        Timer kept = wanted.remove(stored.id());
        if (kept == null) {
          operation.tx().delete(stored);
          operation.due().drop(stored.value());
        } else if (!kept.equals(stored.value())) {
          operation.tx().update(stored, kept);
          operation.due().drop(stored.value());
          operation.due().set(kept);
        }
      }
    }
    operation.tx().insert(Timer.KIND, List.copyOf(wanted.values()));
    wanted.values().forEach(operation.due()::set);
  }

  /** Sets these beside others of their owners; one that is there already stays. */
  void add(Operation operation, Collection<Timer> timers) {
    Map<String, Timer> missing = new LinkedHashMap<>();
    timers.forEach(timer -> missing.put(timer.id(), timer.notBefore(operation.now())));
    operation
        .tx()
        .findAll(Timer.KIND, List.copyOf(missing.keySet()))
        .forEach(stored -> missing.remove(stored.id()));
    operation.tx().insert(Timer.KIND, List.copyOf(missing.values()));
    missing.values().forEach(operation.due()::set);
  }

  /** Sets for each learner of these records a timer of his own, in place of one that is about nobody in particular. */
  <T> void setApart(Operation operation, Timer timer, List<Stored<T>> records) {
    Set<Timer> own = new LinkedHashSet<>();
    for (Stored<T> stored : records) {
      stored.kind().indexes().stream()
          .filter(index -> index.name().equals("learner"))
          .flatMap(index -> index.values().apply(stored.value()).stream())
          .forEach(key -> own.add(timer.of(new LearnerKey(key))));
    }
    add(operation, own);
  }

  void drop(Operation operation, LearnerKey learner) {
    for (Stored<Timer> stored :
        operation.tx().list(Query.of(Timer.KIND).where("learner", learner.value()))) {
      operation.tx().delete(stored);
      operation.due().drop(stored.value());
    }
  }

  private static List<List<String>> parts(Collection<String> values, int size) {
    List<String> all = List.copyOf(values);
    List<List<String>> parts = new ArrayList<>();
    for (int from = 0; from < all.size(); from += size) {
      parts.add(all.subList(from, Math.min(all.size(), from + size)));
    }
    return parts;
  }

  /**
   * Whom a timer about nobody in particular changes, such as the sunset of a course. An operation about one of them first does
   * for him alone what is due; the timer stays for the others, and finds nothing left to do for him.
   */
  public interface Concern {
    /**
     * Those of these learners for whom there is something to do.
     *
     * @param learners their keys, at most 1,000
     */
    Set<LearnerKey> whom(Timer timer, Collection<String> learners, Operation operation);

    /** Does it for these; harmless for whom it does not concern. */
    void settle(Timer timer, Set<LearnerKey> learners, Operation operation);
  }

  /** Collects handlers. */
  public static final class Builder {
    private final Map<String, Handler> handlers = new HashMap<>();
    private final Map<String, Concern> concerns = new HashMap<>();
    private final List<BiConsumer<Collection<String>, Operation>> ofLearners = new ArrayList<>();

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

    /** Adds whom the timers of a handler change although they are about nobody in particular. */
    public Builder concerning(String name, Concern concern) {
      concerns.put(name, concern);
      return this;
    }

    /**
     * Adds what reads together what all that follows from timers will need of their learners, whoever handles them.
     *
     * @param foresee is called with the keys of several learners for whom something is due
     */
    public Builder foreseeing(BiConsumer<Collection<String>, Operation> foresee) {
      ofLearners.add(foresee);
      return this;
    }

    /** All that were added. */
    public TimerHandlers build() {
      return new TimerHandlers(this);
    }
  }
}
