package org.lmskit.ledger;

import java.util.List;
import org.lmskit.model.Sha256;

/**
 * Shows that a log only grew: its first entries are still those of an earlier head (RFC 9162 2.1.4).
 *
 * @param from entries of the earlier log, 0 or more
 * @param to entries of the later log
 * @param path the hashes of which both roots can be made; empty if {@code from} is 0 or equals {@code to}
 */
public record ConsistencyProof(long from, long to, List<Sha256> path) {
  /** @throws IllegalArgumentException unless {@code 0 <= from <= to} */
  public ConsistencyProof {
    if (from < 0 || from > to) {
      throw new IllegalArgumentException("a log of " + to + " entries did not grow from " + from);
    }
    path = List.copyOf(path);
  }

  /** Whether it proves that the later head continues the earlier one (RFC 9162 2.1.4.2). */
  public boolean verifies(TreeHead earlier, TreeHead later) {
    List<byte[]> hashes = path.stream().map(Sha256::bytes).toList();
    return earlier.size() == from
        && later.size() == to
        && ProofVerifier.consistent(
            from, to, hashes, earlier.root().bytes(), later.root().bytes());
  }
}
