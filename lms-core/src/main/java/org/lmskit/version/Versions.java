package org.lmskit.version;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lmskit.event.EventHeader;
import org.lmskit.event.LmsEvent;
import org.lmskit.internal.Operation;
import org.lmskit.internal.Rebuilt;
import org.lmskit.internal.Timer;
import org.lmskit.internal.TimerHandlers;
import org.lmskit.model.Id;
import org.lmskit.model.RejectedException;
import org.lmskit.store.Kind;
import org.lmskit.store.Reader;
import org.lmskit.store.Stored;

/**
 * All versions of courses, or of learning paths.
 *
 * <p>For a subject {@code course} the timers of the days of a version are {@code course-effective}, {@code course-rest} for what
 * is left to be done on that day, and {@code course-sunset}; their owners go on with the key of the version.
 *
 * @param <E> what lists the versions of one course or path
 * @param <V> a version
 */
public final class Versions<E extends Versions.Entry, V extends Published> {
  private final String subject;
  private final Kind<E> entries;
  private final Kind<V> kind;
  private final Listing<E, V> listing;
  private final Telling<V> telling;

  /** A course or path with all its versions. */
  public interface Entry {
    /** At least one, the oldest first. */
    List<? extends Version> versions();
  }

  /** Adds a version to an entry. */
  public interface Listing<E, V> {
    /** @param before null for the first version */
    E with(@Nullable E before, V version);
  }

  /**
   * The events that tell of a version.
   *
   * @param published that it was published
   * @param tookEffect that it took effect, where that was later
   */
  public record Telling<V>(
      BiFunction<EventHeader, V, LmsEvent> published,
      BiFunction<EventHeader, V, LmsEvent> tookEffect) {}

  /**
   * Versions of these kinds.
   *
   * @param subject what they are versions of; names their timers
   */
  public Versions(
      String subject, Kind<E> entries, Kind<V> kind, Listing<E, V> listing, Telling<V> telling) {
    this.subject = subject;
    this.entries = entries;
    this.kind = kind;
    this.listing = listing;
    this.telling = telling;
  }

  /** Registers what happens on effective days. */
  public void register(TimerHandlers.Builder timers) {
    timers.on(effective(), (timer, op) -> {
      V version = of(op.tx(), timer);
      op.record(telling.tookEffect().apply(op.header(timer.at(), version.effectiveOn()), version));
    });
  }

  /** What the event that a version was published makes of the records. */
  public void project(V version, Rebuilt records) {
    records.put(kind, version);
    E before = records.find(entries, version.id().value()).orElse(null);
    records.put(entries, listing.with(before, version));
  }

  /** Whether any version was ever published. */
  public boolean isPublished(Reader reader, Id id) {
    return reader.find(entries, id.value()).isPresent();
  }

  /** A certain version. */
  public Optional<V> find(Reader reader, Id id, int number) {
    return reader.find(kind, Published.key(id, number)).map(Stored::value);
  }

  /** The version that is current on a day of the tenant. */
  public Optional<V> current(Reader reader, Id id, LocalDate day) {
    return reader
        .find(entries, id.value())
        .flatMap(
            entry -> find(reader, id, Version.on(entry.value().versions(), day).number()));
  }

  /** The newest version; it may take effect later. */
  public Optional<V> newest(Reader reader, Id id) {
    return reader
        .find(entries, id.value())
        .flatMap(entry -> find(reader, id, newestNumber(entry.value())));
  }

  /** The number of the newest version, 0 if none is published. */
  public int newestNumber(Reader reader, Id id) {
    return reader
        .find(entries, id.value())
        .map(entry -> newestNumber(entry.value()))
        .orElse(0);
  }

  private static int newestNumber(Entry entry) {
    List<? extends Version> all = entry.versions();
    return all.get(all.size() - 1).number();
  }

  /** The version that is current on a day and all that take effect later, the current one first. */
  public List<V> live(Reader reader, Id id, LocalDate day) {
    return reader.find(entries, id.value()).stream()
        .map(stored -> stored.value().versions())
        .flatMap(all ->
            all.stream().filter(one -> one.number() >= Version.on(all, day).number()))
        .flatMap(version -> find(reader, id, version.number()).stream())
        .toList();
  }

  /** The versions from a number on that took effect by now. */
  public List<V> inEffect(Operation op, Id id, int from) {
    return op.tx().find(entries, id.value()).stream()
        .flatMap(entry -> entry.value().versions().stream())
        .filter(version -> version.number() >= from)
        .filter(version -> !version.effectiveOn().isAfter(op.today()))
        .flatMap(version -> find(op.tx(), id, version.number()).stream())
        .toList();
  }

  /**
   * Publishes the next version, and throws the draft of it away. What became due for the versions before is emitted first.
   *
   * @return the new version, or the newest if that is the same
   * @throws RejectedException if the plan does not lead from the newest version to this
   */
  public V publish(Operation op, Candidate<V> candidate, Drafts<?> drafts) {
    Optional<Stored<E>> entry = op.tx().find(entries, candidate.id().value());
    V before = entry
        .map(known -> newestNumber(known.value()))
        .map(number -> find(op.tx(), candidate.id(), number).orElseThrow())
        .orElse(null);
    if (before != null && before.digest().equals(candidate.digest())) {
      return before;
    }
    candidate.check(before, op.today());
    entry.ifPresent(known -> catchUp(op, candidate.id(), known.value()));
    V version = candidate.version(op, before == null ? 1 : before.number() + 1);
    write(op, entry.orElse(null), version);
    drafts.discard(op, version.id());
    op.record(telling.published().apply(op.header(version.effectiveOn()), version));
    if (version.effectiveOn().isAfter(op.today())) {
      setTimer(op, effective(), version, version.effectiveOn(), "effective");
    }
    return version;
  }

  private void write(Operation op, @Nullable Stored<E> entry, V version) {
    E next = listing.with(entry == null ? null : entry.value(), version);
    if (entry == null) {
      op.tx().insert(entries, next);
    } else {
      op.tx().update(entry, next);
    }
    op.tx().insert(kind, version);
  }

  private void catchUp(Operation op, Id id, E entry) {
    op.catchUpOwners(entry.versions().stream()
        .map(version -> Published.key(id, version.number()))
        .flatMap(key -> Stream.of(effective(), rest(), sunset()).map(of -> of + ":" + key))
        .toList());
  }

  /** Sets the timer of a day on which something happens to a version, at its beginning in the tenant's zone. */
  static void setTimer(
      Operation op, String handler, Published version, LocalDate day, String what) {
    String owner = handler + ":" + version.key();
    Instant at = day.atStartOfDay(op.zone()).toInstant();
    op.replaceTimers(owner, List.of(Timer.of(at, owner, what)));
  }

  /** The version whose timer it is. */
  V of(Reader reader, Timer timer) {
    String key = timer.owner().substring(timer.handler().length() + 1);
    return reader.find(kind, key).map(Stored::value).orElseThrow();
  }

  /** The name of the timers of effective days. */
  String effective() {
    return subject + "-effective";
  }

  /** The name of the timers of what is left to be done on such a day. */
  String rest() {
    return subject + "-rest";
  }

  /** The name of the timers of sunset days. */
  String sunset() {
    return subject + "-sunset";
  }
}
