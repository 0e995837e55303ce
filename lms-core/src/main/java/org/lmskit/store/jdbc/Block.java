package org.lmskit.store.jdbc;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Rising positions in one row: the first, and the distances of the others as variable-length numbers. */
final class Block {
  /** The most positions in a row that is written here. */
  static final int MAX = 1_024;

  private static final int BITS = 7;
  private static final int MORE = 0x80;

  private Block() {}

  /** What stands in {@code blk}; null if there is one position. */
  static byte @Nullable [] encode(long[] positions) {
    if (positions.length == 1) {
      return null;
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(positions.length * 2);
    for (int i = 1; i < positions.length; i++) {
      long distance = positions[i] - positions[i - 1];
      while (distance >= MORE) {
        bytes.write((int) (distance & (MORE - 1)) | MORE);
        distance >>>= BITS;
      }
      bytes.write((int) distance);
    }
    return bytes.toByteArray();
  }

  static long[] decode(long first, byte @Nullable [] block) {
    if (block == null) {
      return new long[] {first};
    }
    long[] positions = new long[block.length + 1];
    positions[0] = first;
    int count = 1;
    long distance = 0;
    int shift = 0;
    for (byte part : block) {
      distance |= (long) (part & (MORE - 1)) << shift;
      shift += BITS;
      if (part >= 0) {
        positions[count] = positions[count - 1] + distance;
        count++;
        distance = 0;
        shift = 0;
      }
    }
    return Arrays.copyOf(positions, count);
  }
}
