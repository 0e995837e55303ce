package org.lmskit.ledger;

import org.lmskit.model.Sha256;

/**
 * What a log contained at one moment: how many entries, and the one hash that stands for all of them.
 *
 * @param size entries, 0 or more
 * @param root the Merkle tree hash of RFC 9162 2.1.1
 */
public record TreeHead(long size, Sha256 root) {
  /** The head of a log without entries. */
  public static final TreeHead EMPTY = new TreeHead(0, Sha256.of(new byte[0]));

  /** @throws IllegalArgumentException if the size is negative */
  public TreeHead {
    if (size < 0) {
      throw new IllegalArgumentException("a log has 0 or more entries, not " + size);
    }
  }
}
