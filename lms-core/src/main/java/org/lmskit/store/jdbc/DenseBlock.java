package org.lmskit.store.jdbc;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.BitSet;

/**
 * Rising positions of which many are neighbours, such as those of a value that every third statement has:
 * a mark, then groups. A group is the distance from the last position to its first, how many bytes follow,
 * and in them a bit for each position behind the first. A bit costs a quarter of what a distance costs if half
 * of the positions are there.
 */
final class DenseBlock {
  /** No distance of rising positions is 0, so this tells the forms apart. */
  private static final byte MARK = 0;

  /** A wider gap takes more bytes as bits than a new group does. */
  private static final int WIDEST_GAP = 2 * Byte.SIZE;

  private DenseBlock() {}

  static boolean is(byte[] block) {
    return block[0] == MARK;
  }

  static byte[] encode(long[] positions) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(MARK);
    int from = 1;
    while (from < positions.length) {
      int to = from + 1;
      while (to < positions.length && isNear(positions[to] - positions[to - 1])) {
        to++;
      }
      Block.write(bytes, positions[from] - positions[from - 1]);
      byte[] bits = bits(positions, from, to);
      Block.write(bytes, bits.length);
      bytes.writeBytes(bits);
      from = to;
    }
    return bytes.toByteArray();
  }

  private static boolean isNear(long distance) {
    return distance <= WIDEST_GAP;
  }

  private static byte[] bits(long[] positions, int from, int to) {
    BitSet bits = new BitSet();
    for (int i = from + 1; i < to; i++) {
      bits.set((int) (positions[i] - positions[from]) - 1);
    }
    return bits.toByteArray();
  }

  static long[] decode(long first, byte[] block) {
    ByteBuffer bytes = ByteBuffer.wrap(block, 1, block.length - 1);
    long[] positions = new long[block.length * 2];
    positions[0] = first;
    int count = 1;
    while (bytes.hasRemaining()) {
      long base = positions[count - 1] + Block.read(bytes);
      int length = (int) Block.read(bytes);
      int most = count + 1 + length * Byte.SIZE;
      if (most > positions.length) {
        positions = Arrays.copyOf(positions, most * 2);
      }
      positions[count++] = base;
      for (int i = 0; i < length; i++) {
        int bits = bytes.get() & 0xff;
        while (bits != 0) {
          positions[count++] = base + 1 + i * Byte.SIZE + Integer.numberOfTrailingZeros(bits);
          bits &= bits - 1;
        }
      }
    }
    return Arrays.copyOf(positions, count);
  }

  /** How long a block of some positions becomes. */
  static final class Size {
    private int closed = 1;
    private long base;
    private long last;
    private int bits;

    Size(long first) {
      last = first;
      base = -1;
    }

    void add(long position) {
      if (base < 0 || !isNear(position - last)) {
        closed = bytes() + Block.length(position - last);
        base = position;
      }
      bits = (int) (position - base);
      last = position;
    }

    int bytes() {
      int inGroup = (bits + Byte.SIZE - 1) / Byte.SIZE;
      return base < 0 ? closed : closed + Block.length(inGroup) + inGroup;
    }
  }
}
