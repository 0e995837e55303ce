package org.lmskit.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.lmskit.content.Blob;
import org.lmskit.event.EventHeader;
import org.lmskit.event.LmsEvent;
import org.lmskit.model.EventId;
import org.lmskit.model.LearnerKey;
import org.lmskit.model.PrincipalId;
import org.lmskit.model.RejectedException;
import org.lmskit.model.Sha256;
import org.lmskit.model.TenantId;
import org.lmskit.store.Query;
import org.lmskit.store.Stored;
import org.lmskit.store.Transaction;

/**
 * One operation in its transaction: reads and writes, the one present of the whole operation, and
 * the events that it records. It ends with the work that it was given to.
 */
public final class Operation {
  /** So many records are seen to for one timer before others have their turn. */
  private static final int PART = 1_000;

  /** The most events of one operation, which are in memory until it ends. */
  static final int MOST_EVENTS = 1_000_000;

  private final Engine engine;
  private final TenantId tenant;
  private final @Nullable PrincipalId principal;
  private final Transaction tx;
  private final Instant present;
  private final boolean isRehearsal;
  private final Arrears arrears;
  private final DueTimers due = new DueTimers();
  private final Consequences consequences;
  private final Map<Object, Object> remembered = new HashMap<>();
  private @Nullable LearnerKey by;
  private Consumer<LmsEvent> observer = event -> {};
  private Instant now;
  private int recorded;
  private int lookedAt;
  private boolean isApart;

  /** @param isRehearsal whether it will not be committed */
  Operation(
      Engine engine,
      TenantId tenant,
      @Nullable PrincipalId principal,
      Transaction tx,
      boolean isRehearsal) {
    this.isRehearsal = isRehearsal;
    this.engine = engine;
    this.tenant = tenant;
    this.principal = principal;
    this.present = engine.now();
    this.now = present;
    this.arrears = new Arrears(this, engine.timers());
    this.tx = new Watched(tx, arrears::looksAt);
    this.consequences = new Consequences(this, engine.reactions());
  }

  /** Whose data it is. */
  public TenantId tenant() {
    return tenant;
  }

  /** The records, own writes visible. */
  public Transaction tx() {
    return tx;
  }

  /**
   * The time at which what is being done happens: the present, or for what time alone brings the time at which it became due,
   * however late that is seen to.
   */
  public Instant now() {
    return now;
  }

  /** The present of this operation, at which everything in it is recorded. */
  Instant present() {
    return present;
  }

  /** The timers that it sees to. */
  DueTimers due() {
    return due;
  }

  /** Does something, and all that follows from it, at a time that may be past. */
  void at(Instant time, Runnable work) {
    Instant before = now;
    now = time;
    work.run();
    consequences.draw();
    now = before;
  }

  /**
   * It sees to all that is due in the order of time, so that nobody is owed anything when he is changed.
   *
   * @param changed is told whom it changes, and may break it off
   */
  void seesToEverybody(Consumer<LearnerKey> changed) {
    arrears.forgive(changed);
  }

  /** The zone of the tenant's civil days. */
  public ZoneId zone() {
    return engine.zone().apply(tenant);
  }

  /** The civil day of {@link #now()}, in the tenant's zone. */
  public LocalDate today() {
    return LocalDate.ofInstant(now, zone());
  }

  /** A new time-ordered id. */
  public String newId() {
    return engine.ids().get();
  }

  /** The source of chance. */
  public RandomGenerator random() {
    return engine.random();
  }

  /** The key of whoever performs this, {@link EventHeader#SYSTEM} without a principal. */
  public LearnerKey by() {
    if (by == null) {
      by = principal == null ? EventHeader.SYSTEM : Principals.keyOf(this, principal);
    }
    return by;
  }

  /** The header of an event that happens now, on the tenant's civil day. */
  public EventHeader header() {
    return header(now, today());
  }

  /** The header of an event that happens now and takes effect on this civil day. */
  public EventHeader header(LocalDate effectiveOn) {
    return header(now, effectiveOn);
  }

  /**
   * The header of a fact from outside.
   *
   * @throws RejectedException FUTURE_FACT if it occurred after now
   */
  public EventHeader header(Instant occurredAt, LocalDate effectiveOn) {
    if (occurredAt.isAfter(present)) {
      throw new RejectedException(
          EngineReason.FUTURE_FACT,
          "a fact of " + occurredAt + " cannot be recorded at " + present,
          Map.of("occurredAt", occurredAt.toString(), "now", present.toString()));
    }
    Instant occurred = Instant.ofEpochMilli(occurredAt.toEpochMilli());
    return new EventHeader(new EventId(newId()), present, occurred, effectiveOn, by());
  }

  /** Records an event; reactions to it run before the operation ends. */
  public void record(LmsEvent event) {
    recorded++;
    if (recorded > MOST_EVENTS) {
      throw tooMuch(event);
    }
    event.learners().stream().findFirst().ifPresent(arrears::changes);
    tx.insert(engine.events(), event);
    consequences.add(event);
    observer.accept(event);
  }

  private RuntimeException tooMuch(LmsEvent last) {
    String what = "more than " + MOST_EVENTS + " events in one operation, the last " + last + ": ";
    return isRehearsal
        ? new RejectedException(
            EngineReason.DRY_RUN_TOO_LARGE,
            what
                + "import the tenant's archive into another store and do it there, where advance() works in parts",
            Map.of("most", String.valueOf(MOST_EVENTS)))
        : new IllegalStateException(
            what + "call advance() before if much is due, else reactions never come to rest");
  }

  /** How much it did so far: the events that it recorded, and the records that it looked at part by part. */
  int effort() {
    return recorded + lookedAt;
  }

  /** Asks the packages above; see {@link Questions}. */
  public <A> List<A> ask(Questions.Question<A> question) {
    return asking().ask(question);
  }

  /** For asking the packages above of this operation's records. */
  public Questions.Asking asking() {
    return new Questions.Asking(tx, engine.questions());
  }

  /**
   * Emits what is due by now for these learners, so that what follows finds it done. The engine does so by itself for
   * everybody whom an operation changes; an operation about many that says so before it begins is not run twice.
   */
  public void catchUp(Collection<LearnerKey> learners) {
    arrears.settle(learners);
  }

  /**
   * Emits what is due by now for these owners, who are no learners, with all that follows from it; before anything else is
   * recorded.
   */
  public void catchUpOwners(Collection<String> owners) {
    engine.timers().catchUpOwners(this, Set.copyOf(owners));
  }

  /** Replaces all timers of an owner. */
  public void replaceTimers(String owner, List<Timer> next) {
    engine.timers().replace(this, owner, next);
  }

  /** Replaces all timers of each of these owners. */
  public void replaceTimers(Map<String, List<Timer>> next) {
    engine.timers().replace(this, next);
  }

  /**
   * Does work on many records in bounded parts: on the first of them now, and for the rest the timer is set anew, which goes on
   * from there whoever sees to it. A rehearsal does it all, so that it tells all.
   *
   * @param timer the one that is seen to, or one that is due now; with a {@link TimerHandlers.Concern}, by which the learners of
   *     a part that fails are seen to one by one
   * @param all in the order of their time; with an index {@code learner}
   */
  public <T> void inParts(Timer timer, Query<T> all, Consumer<List<Stored<T>>> work) {
    Timer rest = timer;
    List<Stored<T>> part;
    do {
      part = tx.list(rest.rest(all).limit(PART));
      lookedAt += part.size();
      if (isApart) {
        engine.timers().setApart(this, timer, part);
      } else {
        work.accept(part);
      }
      rest = part.isEmpty() ? rest : rest.upTo(part.get(part.size() - 1));
    } while (isRehearsal && part.size() == PART);
    if (part.size() == PART) {
      engine.timers().add(this, List.of(rest));
    }
  }

  /** Whether parts are not worked on, but a timer is set for each learner in them. */
  void setApart(boolean value) {
    isApart = value;
  }

  /** Removes all timers that are about a learner, whoever set them. */
  public void dropTimers(LearnerKey learner) {
    engine.timers().drop(this, learner);
  }

  /**
   * Has work done when no event is pending any more: once for all of whom it was asked until then.
   *
   * @param what names the work
   * @param whom for whom, in a form that the work understands
   */
  public void gather(String what, String whom, BiConsumer<Set<String>, Operation> work) {
    consequences.gather(what, whom, work);
  }

  /** What was found under this key before in this operation, else what is found now; never null. */
  public <T> T remember(Class<T> type, Object key, Supplier<T> find) {
    Object found = remembered.get(key);
    if (found == null) {
      found = find.get();
      remembered.put(key, found);
    }
    return type.cast(found);
  }

  /** Has what was remembered under this key found anew. */
  public void forget(Object key) {
    remembered.remove(key);
  }

  /** Claims a blob; see {@link #claim(Collection, String)}. */
  public void claim(Blob blob, String owner) {
    claim(List.of(blob.hash()), owner);
  }

  /**
   * Claims blobs for an owner, so that they are kept; repeating it is harmless.
   *
   * @throws RejectedException CONTENT_MISSING if one was collected since it was put: put it again
   */
  public void claim(Collection<Sha256> blobs, String owner) {
    BlobUse.claim(this, engine.content(), blobs, owner);
  }

  /** Drops all claims of an owner. */
  public void unclaim(String owner) {
    BlobUse.drop(tx, owner);
  }

  /**
   * Does the work, and all that follows from it.
   *
   * @param first what is due for these learners is emitted before
   * @throws Arrears.Owed if that is to be done for others too: the work has to be run again
   */
  <R> R run(Set<LearnerKey> first, Function<Operation, R> work, Consumer<LmsEvent> recordedEvents) {
    observer = recordedEvents;
    arrears.begin(first);
    consequences.draw();
    return arrears.judge(() -> {
      R result = work.apply(this);
      consequences.draw();
      return result;
    });
  }
}
