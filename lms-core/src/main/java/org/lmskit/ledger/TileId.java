package org.lmskit.ledger;

/**
 * The place of a tile: tile {@code index} of {@code level} holds the roots of up to 256 neighbouring perfect subtrees of
 * 256<sup>level</sup> entries each, beginning with subtree {@code 256 * index}. Level 0 holds the leaf hashes.
 *
 * @param level 0 to 7
 * @param index 0 or more
 */
public record TileId(int level, long index) {
  /** How many hashes a full tile has. */
  public static final int WIDTH = 256;

  /** @throws IllegalArgumentException if the level or the index is out of range */
  public TileId {
    if (level < 0 || level > 7 || index < 0) {
      throw new IllegalArgumentException("no such tile: level " + level + ", index " + index);
    }
  }
}
