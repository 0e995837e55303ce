package org.lmskit.ledger;

import java.time.Instant;
import java.util.Optional;
import org.lmskit.internal.JsonBody;
import org.lmskit.store.Kind;
import org.lmskit.store.Query;
import org.lmskit.store.Reader;
import org.lmskit.store.Stored;

/**
 * Where a stretch of entries stands among the store's positions: so an event's index is found by reading one stretch.
 *
 * @param index of the first entry of the stretch
 * @param after the position before the stretch
 * @param last the position of its last entry
 */
record LedgerMark(long index, long after, long last) {
  /** How many entries a stretch has at most. */
  static final int STRETCH = 32;

  /** By their last positions, which stand in the time so that a store can range over them. */
  static final Kind<LedgerMark> KIND = Kind.<LedgerMark>mutable(
          "ledger_mark", mark -> Long.toString(mark.index()))
      .time(mark -> Instant.ofEpochMilli(mark.last()))
      .body(JsonBody.of(LedgerMark.class));

  /** The stretch that holds the entry of a position. */
  static Optional<LedgerMark> of(Reader reader, long position) {
    return reader
        .list(Query.of(KIND).between(Instant.ofEpochMilli(position), null).limit(1))
        .stream()
        .map(Stored::value)
        .findFirst();
  }
}
