package org.lmskit.ledger;

/** Where the tiles of a log are read from: a store, files, a web server. */
@FunctionalInterface
public interface TileSource {
  /**
   * The hashes of a tile, one after the other, 32 bytes each.
   *
   * @param width how many hashes the caller needs, 1 to 256; a tile that has grown since may be returned whole
   * @throws org.lmskit.model.NotFoundException if there is no such tile
   */
  byte[] read(TileId tile, int width);
}
