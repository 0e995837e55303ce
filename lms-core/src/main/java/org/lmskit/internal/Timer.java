package org.lmskit.internal;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lmskit.event.EventHeader;
import org.lmskit.model.Id;
import org.lmskit.model.LearnerKey;
import org.lmskit.store.Kind;
import org.lmskit.store.Query;
import org.lmskit.store.Stored;
import org.lmskit.store.TextOrder;

/**
 * Something that becomes due.
 *
 * @param at when
 * @param owner who will see to it: a handler's name, a colon, and what that handler needs to know
 * @param what which of the owner's timers it is
 * @param learnerOrNull whom it is about: what changes him emits it first; null if it is about nobody in particular
 * @param doneOrNull up to which record it was seen to, where that takes more than one part; null if it was not yet
 */
public record Timer(
    Instant at,
    String owner,
    String what,
    @Nullable LearnerKey learnerOrNull,
    @Nullable Done doneOrNull) {
  /** A place in the order of the records that a timer is for. */
  public record Done(Instant time, String id) {}

  /** By this instead of a learner those are found that are about nobody in particular. */
  static final String NOBODY = EventHeader.SYSTEM.value();

  /**
   * In which order timers are seen to: the earliest first; of one instant the smaller id, as every store orders them. What comes of
   * several of one instant so is the same everywhere.
   */
  static final Comparator<Timer> ORDER =
      Comparator.comparing(Timer::at).thenComparing(Timer::id, TextOrder::compare);

  /** Timers by owner and name, found by learner too, in the order in which they become due. */
  public static final Kind<Timer> KIND = Kind.mutable("timer", Timer::id)
      .time(Timer::at)
      .index("owner", Timer::owner)
      .index("learner", timer -> timer.learner().map(LearnerKey::value).orElse(NOBODY))
      .body(JsonBody.of(Timer.class));

  /** @throws IllegalArgumentException if owner and name are too long for an id together */
  public Timer {
    Id.check(owner + "/" + what);
  }

  /** Something that is seen to at once. */
  public Timer(Instant at, String owner, String what, @Nullable LearnerKey learnerOrNull) {
    this(at, owner, what, learnerOrNull, null);
  }

  /** Something that is about nobody in particular. */
  public static Timer of(Instant at, String owner, String what) {
    return new Timer(at, owner, what, null);
  }

  /** The same, seen to up to this record. */
  <T> Timer upTo(Stored<T> last) {
    Done done = new Done(last.kind().timeOf(last.value()), last.id());
    return new Timer(at, owner, what, learnerOrNull, done);
  }

  /** The same for one of those whom it concerns although it is about nobody in particular. */
  Timer of(LearnerKey learner) {
    return new Timer(at, owner, learner.value(), learner);
  }

  /** What is left of these records. */
  <T> Query<T> rest(Query<T> all) {
    return doneOrNull == null
        ? all
        : all.after(new Query.After(doneOrNull.time(), doneOrNull.id(), 0));
  }

  /** The same, but due at this time if it was due before: what is heard of late is seen to when it was heard of. */
  Timer notBefore(Instant time) {
    return at.isBefore(time) ? new Timer(time, owner, what, learnerOrNull, doneOrNull) : this;
  }

  /** Whom it is about. */
  public Optional<LearnerKey> learner() {
    return Optional.ofNullable(learnerOrNull);
  }

  /** The name of the handler. */
  public String handler() {
    return owner.substring(0, Math.max(owner.indexOf(':'), 0));
  }

  String id() {
    return owner + "/" + what;
  }
}
