package org.lmskit.ledger;

import java.util.List;
import org.lmskit.model.Sha256;

/**
 * Shows that an entry stands at an index of a log (RFC 9162 2.1.3).
 *
 * @param index of the entry, from 0
 * @param treeSize entries of the log that the proof speaks of
 * @param path the hashes beside the way from the leaf to the root, from the bottom
 */
public record InclusionProof(long index, long treeSize, List<Sha256> path) {
  /** @throws IllegalArgumentException if the index is not within the log */
  public InclusionProof {
    if (index < 0 || index >= treeSize) {
      throw new IllegalArgumentException("no entry " + index + " in a log of " + treeSize);
    }
    path = List.copyOf(path);
  }

  /** Whether it proves that exactly these bytes are the entry under that head (RFC 9162 2.1.3.2). */
  public boolean verifies(byte[] entry, TreeHead head) {
    List<byte[]> hashes = path.stream().map(Sha256::bytes).toList();
    return head.size() == treeSize
        && ProofVerifier.included(entry, index, treeSize, hashes, head.root().bytes());
  }
}
