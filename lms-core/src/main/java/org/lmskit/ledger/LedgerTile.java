package org.lmskit.ledger;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.lmskit.internal.JsonBody;
import org.lmskit.model.NotFoundException;
import org.lmskit.store.Kind;
import org.lmskit.store.OverlayTransaction;
import org.lmskit.store.Reader;

/**
 * A tile as it is stored.
 *
 * @param level its level
 * @param index its index there
 * @param hashes in base64
 */
record LedgerTile(int level, long index, String hashes) {
  private static final int BITS = Integer.numberOfTrailingZeros(TileId.WIDTH);

  static final Kind<LedgerTile> KIND = Kind.<LedgerTile>mutable(
          "ledger_tile", tile -> id(new TileId(tile.level(), tile.index())))
      .body(JsonBody.of(LedgerTile.class));

  static LedgerTile of(Tile tile) {
    String hashes = Base64.getEncoder().encodeToString(tile.bytes());
    return new LedgerTile(tile.id().level(), tile.id().index(), hashes);
  }

  static String id(TileId tile) {
    return tile.level() + "/" + tile.index();
  }

  /** The tiles that a reader sees. */
  static TileSource in(Reader reader) {
    return (tile, width) -> reader
        .find(KIND, id(tile))
        .map(stored -> Base64.getDecoder().decode(stored.value().hashes()))
        .orElseThrow(() -> new NotFoundException("no tile " + id(tile) + " in the ledger"));
  }

  /** The same, of which those are read together that prove an entry: on each level the one above it, and the last. */
  static TileSource above(Reader reader, long index, long size) {
    List<String> ids = new ArrayList<>();
    long at = index;
    long count = size;
    for (int level = 0; count > 0; level++) {
      ids.add(id(new TileId(level, at >> BITS)));
      ids.add(id(new TileId(level, (count - 1) >> BITS)));
      at >>= BITS;
      count >>= BITS;
    }
    OverlayTransaction together = new OverlayTransaction(reader);
    together.foresee(KIND, ids);
    return in(together);
  }
}
