package org.lmskit.xapi.lrs;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lmskit.internal.JsonBody;
import org.lmskit.store.Kind;

/**
 * How far statements were forwarded to another LRS, and who is doing it.
 *
 * @param name the forwarding's name
 * @param position all statements up to here were taken or refused
 * @param holder who forwards at the moment; null if nobody
 * @param leasedUntil when somebody else may take over
 * @param failures how many tries in a row failed
 * @param retryAt not before this time
 * @param refusals how many statements the other LRS refused
 * @param refused the ids of the newest of them
 */
record ForwardRecord(
    String name,
    long position,
    @Nullable String holder,
    Instant leasedUntil,
    int failures,
    Instant retryAt,
    long refusals,
    List<String> refused) {
  static final Kind<ForwardRecord> KIND =
      Kind.mutable("xapi_forward", ForwardRecord::name).body(JsonBody.of(ForwardRecord.class));

  private static final Duration LEASE = Duration.ofSeconds(60);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
  private static final int MOST_DOUBLINGS = 9;
  private static final int MOST_REFUSED = 100;

  ForwardRecord {
    refused = List.copyOf(refused);
  }

  static ForwardRecord start(String name) {
    return new ForwardRecord(name, 0, null, Instant.EPOCH, 0, Instant.EPOCH, 0, List.of());
  }

  boolean mayBeTaken(String by, Instant now) {
    boolean free = holder == null || holder.equals(by) || !leasedUntil.isAfter(now);
    return free && !retryAt.isAfter(now);
  }

  ForwardRecord leased(String by, Instant now) {
    return new ForwardRecord(
        name, position, by, now.plus(LEASE), failures, retryAt, refusals, refused);
  }

  ForwardRecord released() {
    return new ForwardRecord(
        name, position, null, Instant.EPOCH, failures, retryAt, refusals, refused);
  }

  ForwardRecord advanced(long upTo, List<String> newlyRefused, Instant now) {
    List<String> all = new ArrayList<>(refused);
    all.addAll(newlyRefused);
    List<String> newest = all.subList(Math.max(0, all.size() - MOST_REFUSED), all.size());
    return new ForwardRecord(
        name,
        upTo,
        holder,
        now.plus(LEASE),
        0,
        Instant.EPOCH,
        refusals + newlyRefused.size(),
        newest);
  }

  /** Doubles the pause up to five minutes; waits at least as long as the other LRS asks. */
  ForwardRecord failed(Instant now, @Nullable Duration asked) {
    Duration doubled = Duration.ofSeconds(1L << Math.min(failures, MOST_DOUBLINGS));
    Duration pause = doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    Duration waited = asked != null && asked.compareTo(pause) > 0 ? asked : pause;
    return new ForwardRecord(
        name, position, null, Instant.EPOCH, failures + 1, now.plus(waited), refusals, refused);
  }
}
