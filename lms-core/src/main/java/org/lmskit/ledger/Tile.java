package org.lmskit.ledger;

/**
 * 1 to 256 neighbouring hashes of a log. A tile only ever grows at its end; a full one never changes again.
 */
public final class Tile {
  private final TileId id;
  private final byte[] bytes;

  /**
   * A tile of the given hashes.
   *
   * @param bytes 1 to 256 hashes of 32 bytes, one after the other
   * @throws IllegalArgumentException if that is not what the bytes are
   */
  public Tile(TileId id, byte[] bytes) {
    if (bytes.length == 0 || bytes.length % MerkleHash.LENGTH != 0 || width(bytes) > TileId.WIDTH) {
      throw new IllegalArgumentException(
          "a tile has 1 to 256 hashes of 32 bytes, this has " + bytes.length + " bytes");
    }
    this.id = id;
    this.bytes = bytes.clone();
  }

  /** Its place in the log. */
  public TileId id() {
    return id;
  }

  /** How many hashes it has, 1 to 256. */
  public int width() {
    return width(bytes);
  }

  /** Its hashes, one after the other, 32 bytes each. */
  public byte[] bytes() {
    return bytes.clone();
  }

  @Override
  public String toString() {
    return "tile " + id.level() + "/" + id.index() + " of " + width();
  }

  private static int width(byte[] bytes) {
    return bytes.length / MerkleHash.LENGTH;
  }
}
