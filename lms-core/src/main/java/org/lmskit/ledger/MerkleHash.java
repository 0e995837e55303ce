package org.lmskit.ledger;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * The two hash functions of RFC 9162 2.1.1. Depends on the JDK alone, since {@link ProofVerifier} uses it; one instance
 * serves one thread.
 */
final class MerkleHash {
  static final int LENGTH = 32;

  private static final byte LEAF = 0;
  private static final byte NODE = 1;

  private final MessageDigest sha256;

  MerkleHash() {
    try {
      sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** The head of a tree without entries. */
  byte[] empty() {
    return sha256.digest();
  }

  byte[] leaf(byte[] entry) {
    sha256.update(LEAF);
    return sha256.digest(entry);
  }

  byte[] node(byte[] left, byte[] right) {
    sha256.update(NODE);
    sha256.update(left);
    return sha256.digest(right);
  }

  /** The root over a power of two of neighbouring hashes in a tile. */
  byte[] perfect(byte[] tile, int from, int count) {
    byte[] level = new byte[count * LENGTH];
    System.arraycopy(tile, from * LENGTH, level, 0, level.length);
    for (int width = count; width > 1; width /= 2) {
      for (int pair = 0; pair < width / 2; pair++) {
        sha256.update(NODE);
        sha256.update(level, pair * 2 * LENGTH, 2 * LENGTH);
        System.arraycopy(sha256.digest(), 0, level, pair * LENGTH, LENGTH);
      }
    }
    return Arrays.copyOf(level, LENGTH);
  }
}
