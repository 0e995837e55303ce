package org.lmskit.ledger;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lmskit.internal.Operation;
import org.lmskit.store.Change;
import org.lmskit.store.Kind;
import org.lmskit.store.Query;
import org.lmskit.store.Stored;
import org.lmskit.store.Transaction;

/** Seals the next events in one transaction, in the order of their positions: their index has no gaps. */
final class Sealing {
  /** How many entries one transaction seals at most. */
  static final int BATCH = 4_096;

  private final Operation operation;
  private final Transaction tx;
  private final Kind<String> events;

  Sealing(Operation operation, Kind<String> events) {
    this.operation = operation;
    this.tx = operation.tx();
    this.events = events;
  }

  /** Takes the lease; false if another seals, or nothing is to be sealed, signed or published. */
  boolean begin(String token) {
    Optional<Stored<LedgerState>> stored = LedgerState.find(tx);
    LedgerState state = LedgerState.of(tx);
    if (!state.isFree(operation.now())) {
      return false;
    }
    keep(stored, state.leased(token, operation.now()));
    return true;
  }

  /** Seals the next batch; how many entries it had, -1 if the lease was lost. */
  int next(String token) {
    Optional<Stored<LedgerState>> stored = LedgerState.find(tx);
    LedgerState state = LedgerState.of(tx);
    if (!state.isHeldBy(token)) {
      return -1;
    }
    List<Stored<String>> batch = tx.list(
        Query.of(events).afterPosition(state.position()).upTo(tx.position()).limit(BATCH));
    if (batch.isEmpty()) {
      return 0;
    }
    TreeAppender log = TreeAppender.resume(LedgerTile.in(tx), state.size());
    batch.forEach(event -> log.append(event.body().getBytes(StandardCharsets.UTF_8)));
    tx.insert(LedgerMark.KIND, marks(state, batch));
    keepTiles(log.takeTiles());
    long last = batch.get(batch.size() - 1).position();
    keep(stored, state.sealed(log.size(), last, operation.now()));
    return batch.size();
  }

  /** Gives the lease back. */
  boolean end(String token) {
    LedgerState.find(tx)
        .filter(stored -> stored.value().isHeldBy(token))
        .ifPresent(stored -> tx.update(stored, stored.value().released()));
    return true;
  }

  private void keep(Optional<Stored<LedgerState>> old, LedgerState next) {
    if (old.isPresent()) {
      tx.update(old.get(), next);
    } else {
      tx.insert(LedgerState.KIND, next);
    }
  }

  private static List<LedgerMark> marks(LedgerState state, List<Stored<String>> batch) {
    List<LedgerMark> marks = new ArrayList<>();
    long after = state.position();
    for (int from = 0; from < batch.size(); from += LedgerMark.STRETCH) {
      int to = Math.min(from + LedgerMark.STRETCH, batch.size());
      long last = batch.get(to - 1).position();
      marks.add(new LedgerMark(state.size() + from, after, last));
      after = last;
    }
    return marks;
  }

  private void keepTiles(List<Tile> tiles) {
    Map<String, Stored<LedgerTile>> known = new HashMap<>();
    List<String> ids = tiles.stream().map(tile -> LedgerTile.id(tile.id())).toList();
    tx.findAll(LedgerTile.KIND, ids).forEach(stored -> known.put(stored.id(), stored));
    List<Change<LedgerTile>> grown = new ArrayList<>();
    List<LedgerTile> begun = new ArrayList<>();
    for (Tile tile : tiles) {
      Stored<LedgerTile> old = known.get(LedgerTile.id(tile.id()));
      if (old == null) {
        begun.add(LedgerTile.of(tile));
      } else {
        grown.add(new Change<>(old, LedgerTile.of(tile)));
      }
    }
    tx.update(grown);
    tx.insert(LedgerTile.KIND, begun);
  }
}
