package org.lmskit.internal;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.lmskit.store.Kind;

/**
 * How far a listener has heard a tenant's events, and who is telling it.
 *
 * @param listener the listener's name
 * @param position all events up to here were taken
 * @param holder the engine that tells it at the moment; null if none
 * @param leasedUntil when another engine may take over
 * @param failures how many tries in a row failed
 * @param retryAt not before this time
 */
record ListenerPosition(
    String listener,
    long position,
    @Nullable String holder,
    Instant leasedUntil,
    int failures,
    Instant retryAt) {
  static final Kind<ListenerPosition> KIND = Kind.mutable(
          "listener_position", ListenerPosition::listener)
      .body(JsonBody.of(ListenerPosition.class));

  private static final Duration LEASE = Duration.ofSeconds(30);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
  private static final int MOST_DOUBLINGS = 9;

  static ListenerPosition start(String listener) {
    return new ListenerPosition(listener, 0, null, Instant.EPOCH, 0, Instant.EPOCH);
  }

  boolean mayBeTaken(String engine, Instant now) {
    boolean free = holder == null || holder.equals(engine) || !leasedUntil.isAfter(now);
    return free && !retryAt.isAfter(now);
  }

  boolean isHeldFor(String engine, Instant now) {
    return engine.equals(holder) && leasedUntil.isAfter(now.plus(LEASE.dividedBy(2)));
  }

  ListenerPosition leased(String engine, Instant now) {
    return new ListenerPosition(listener, position, engine, now.plus(LEASE), failures, retryAt);
  }

  ListenerPosition taken(String engine, long upTo, Instant now) {
    return new ListenerPosition(listener, upTo, engine, now.plus(LEASE), 0, Instant.EPOCH);
  }

  ListenerPosition failed(Instant now) {
    Duration pause = Duration.ofSeconds(1L << Math.min(failures, MOST_DOUBLINGS));
    Instant next = now.plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
    return new ListenerPosition(listener, position, null, Instant.EPOCH, failures + 1, next);
  }
}
