package org.lmskit.store.jdbc;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rising positions in one row: the first, and the distances of the others as variable-length numbers. */
final class Block {
  /** The most positions in a row that is written here. */
  static final int MAX = 1_024;

  /** Rows of up to this many bytes stay in PostgreSQL's page instead of beside it. */
  static final int LONG = 1_900;

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

  /** Rising positions in pieces that are not {@link #LONG}er than a row may be. */
  static List<long[]> pieces(long[] positions) {
    List<long[]> pieces = new ArrayList<>();
    int from = 0;
    int bytes = 0;
    for (int i = 1; i < positions.length; i++) {
      bytes += length(positions[i] - positions[i - 1]);
      if (bytes > LONG) {
        pieces.add(Arrays.copyOfRange(positions, from, i));
        from = i;
        bytes = 0;
      }
    }
    pieces.add(Arrays.copyOfRange(positions, from, positions.length));
    return pieces;
  }

  /** How many bytes a number takes. */
  static int length(long number) {
    return number == 0 ? 1 : (Long.SIZE - Long.numberOfLeadingZeros(number) + BITS - 1) / BITS;
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
