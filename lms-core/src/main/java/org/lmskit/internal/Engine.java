package org.lmskit.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.lmskit.content.ContentStore;
import org.lmskit.event.LmsEvent;
import org.lmskit.model.Authorizer;
import org.lmskit.model.TenantId;
import org.lmskit.store.Kind;
import org.lmskit.store.Store;

/**
 * What every operation runs on: the stores, the clock, ids, the reactions inside a transaction and
 * the listeners behind it. Immutable and thread-safe; built once by {@code Lms}.
 *
 * @param store where records live
 * @param content where files live
 * @param clock the only source of time
 * @param ids gives a new id with each call; time-ordered
 * @param random the only source of chance
 * @param zone the civil days of a tenant are in this zone where a person has none
 * @param authorizer the host's say
 * @param events the kind under which events are stored
 * @param reactions what follows from an event in its transaction
 * @param questions what packages ask of those above them
 * @param timers what is done when something becomes due
 * @param deliveries who hears after the commit
 */
public record Engine(
    Store store,
    ContentStore content,
    Clock clock,
    Supplier<String> ids,
    RandomGenerator random,
    Function<TenantId, ZoneId> zone,
    Authorizer authorizer,
    Kind<LmsEvent> events,
    Reactions reactions,
    Questions questions,
    TimerHandlers timers,
    Deliveries deliveries) {
  /** What the engine itself stores, next to the events. */
  public static final List<Kind<?>> KINDS =
      List.of(Principals.KIND, ListenerPosition.KIND, Timer.KIND, TimerFailures.KIND, BlobUse.KIND);

  /** The present, cut to milliseconds as stores keep it. */
  public Instant now() {
    return Instant.ofEpochMilli(clock.millis());
  }
}
