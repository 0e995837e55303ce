package org.lmskit.store.jdbc;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rising positions in one row, the first beside the others: as their distances in numbers of variable
 * length or, where that is shorter, as a {@link DenseBlock}.
 */
final class Block {
  /** The most positions in a row that gains single ones. */
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
    Size size = new Size(positions[0]);
    for (int i = 1; i < positions.length; i++) {
      size.add(positions[i]);
    }
    return size.isDense() ? DenseBlock.encode(positions) : distances(positions);
  }

  private static byte[] distances(long[] positions) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(positions.length * 2);
    for (int i = 1; i < positions.length; i++) {
      write(bytes, positions[i] - positions[i - 1]);
    }
    return bytes.toByteArray();
  }

  /** Rising positions in pieces that are not {@link #LONG}er than a row may be. */
  static List<long[]> pieces(long[] positions) {
    List<long[]> pieces = new ArrayList<>();
    int from = 0;
    Size size = new Size(positions[0]);
    for (int i = 1; i < positions.length; i++) {
      size.add(positions[i]);
      if (size.least() > LONG) {
        pieces.add(Arrays.copyOfRange(positions, from, i));
        from = i;
        size = new Size(positions[i]);
      }
    }
    pieces.add(Arrays.copyOfRange(positions, from, positions.length));
    return pieces;
  }

  /** How long a row becomes, in either form. */
  private static final class Size {
    private final DenseBlock.Size dense;
    private int distances;
    private long last;

    Size(long first) {
      dense = new DenseBlock.Size(first);
      last = first;
    }

    void add(long position) {
      dense.add(position);
      distances += length(position - last);
      last = position;
    }

    boolean isDense() {
      return dense.bytes() < distances;
    }

    int least() {
      return Math.min(dense.bytes(), distances);
    }
  }

  /** How many bytes a number takes. */
  static int length(long number) {
    return number == 0 ? 1 : (Long.SIZE - Long.numberOfLeadingZeros(number) + BITS - 1) / BITS;
  }

  static void write(ByteArrayOutputStream bytes, long number) {
    long left = number;
    while (left >= MORE) {
      bytes.write((int) (left & (MORE - 1)) | MORE);
      left >>>= BITS;
    }
    bytes.write((int) left);
  }

  static long read(ByteBuffer bytes) {
    long number = 0;
    int shift = 0;
    byte part = bytes.get();
    while (part < 0) {
      number |= (long) (part & (MORE - 1)) << shift;
      shift += BITS;
      part = bytes.get();
    }
    return number | (long) part << shift;
  }

  static long[] decode(long first, byte @Nullable [] block) {
    if (block == null) {
      return new long[] {first};
    }
    return DenseBlock.is(block) ? DenseBlock.decode(first, block) : decodeDistances(first, block);
  }

  private static long[] decodeDistances(long first, byte[] block) {
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
