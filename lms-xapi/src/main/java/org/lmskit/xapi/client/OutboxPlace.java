package org.lmskit.xapi.client;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.lmskit.internal.JsonBody;
import org.lmskit.store.Kind;

/**
 * Who delivers the statements of an outbox, and when it may be tried again.
 *
 * @param outbox its name
 * @param holder who delivers at the moment; null if nobody
 * @param leasedUntil when somebody else may take over
 * @param failures how many tries in a row failed
 * @param retryAt not before this time
 */
record OutboxPlace(
    String outbox, @Nullable String holder, Instant leasedUntil, int failures, Instant retryAt) {
  static final Kind<OutboxPlace> KIND =
      Kind.mutable("xapi_outbox_place", OutboxPlace::outbox).body(JsonBody.of(OutboxPlace.class));

  private static final Duration LEASE = Duration.ofMinutes(2);
  private static final long FIRST_PAUSE_MILLIS = 1_000;
  private static final int MOST_DOUBLINGS = 9;
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

  static OutboxPlace start(String outbox) {
    return new OutboxPlace(outbox, null, Instant.EPOCH, 0, Instant.EPOCH);
  }

  boolean mayBeTaken(String by, Instant now) {
    boolean free = holder == null || holder.equals(by) || !leasedUntil.isAfter(now);
    return free && !retryAt.isAfter(now);
  }

  OutboxPlace leased(String by, Instant now) {
    return new OutboxPlace(outbox, by, now.plus(LEASE), failures, retryAt);
  }

  OutboxPlace released() {
    return new OutboxPlace(outbox, null, Instant.EPOCH, failures, retryAt);
  }

  OutboxPlace succeeded(Instant now) {
    return new OutboxPlace(outbox, holder, now.plus(LEASE), 0, Instant.EPOCH);
  }

  /** Doubles the pause up to five minutes, takes half of it by chance; waits at least as long as asked. */
  OutboxPlace failed(Instant now, @Nullable Duration asked, RandomGenerator random) {
    long most = FIRST_PAUSE_MILLIS << Math.min(failures, MOST_DOUBLINGS);
    long bounded = Math.min(most, LONGEST_PAUSE.toMillis());
    Duration pause = Duration.ofMillis(random.nextLong(bounded / 2, bounded + 1));
    Duration waited = asked != null && asked.compareTo(pause) > 0 ? asked : pause;
    return new OutboxPlace(outbox, null, Instant.EPOCH, failures + 1, now.plus(waited));
  }
}
