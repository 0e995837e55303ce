package org.lmskit.ledger;

import java.util.Base64;
import org.lmskit.internal.JsonBody;
import org.lmskit.model.NotFoundException;
import org.lmskit.store.Kind;
import org.lmskit.store.Reader;

/**
 * A tile as it is stored.
 *
 * @param level its level
 * @param index its index there
 * @param hashes in base64
 */
record LedgerTile(int level, long index, String hashes) {
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
}
