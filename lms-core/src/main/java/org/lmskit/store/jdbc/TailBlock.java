package org.lmskit.store.jdbc;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongPredicate;

/**
 * Many keys in one row: how far below the row's position its writes began, then for each key, rising,
 * the key, how many positions follow, and the distances from the row's position down to each.
 */
final class TailBlock {
  /** Takes what stands in a row, key by key, positions downwards. */
  @FunctionalInterface
  interface Sink {
    void add(long key, long position);
  }

  private static final int COUNT_BYTES = 3;

  private final long base;
  private final long low;
  private final List<byte[]> rows = new ArrayList<>();
  private final ByteArrayOutputStream row = new ByteArrayOutputStream();
  private final ByteArrayOutputStream list = new ByteArrayOutputStream();

  private TailBlock(long base, long low) {
    this.base = base;
    this.low = low;
  }

  /**
   * The rows for the entries of some lists, none longer than a row may be.
   *
   * @param base the greatest position that their writes owned
   * @param low the lowest one; a list may go below it, where an older record gained a key
   */
  static List<byte[]> encode(long base, long low, List<TailEntry> sorted) {
    TailBlock block = new TailBlock(base, low);
    Block.write(block.row, base - low);
    TailEntry.byKey(sorted, block::add);
    block.rows.add(block.row.toByteArray());
    return block.rows;
  }

  private void add(List<TailEntry> ofKey) {
    long key = ofKey.get(0).key();
    long from = base;
    int count = 0;
    for (int i = ofKey.size() - 1; i >= 0; i--) {
      long position = ofKey.get(i).position();
      int more = Block.length(from - position);
      if (row.size() + Long.BYTES + COUNT_BYTES + list.size() + more > Block.LONG) {
        end(key, count);
        nextRow();
        count = 0;
        from = base;
      }
      Block.write(list, from - position);
      from = position;
      count++;
    }
    end(key, count);
  }

  private void end(long key, int count) {
    if (count > 0) {
      row.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(key).array());
      Block.write(row, count);
      row.writeBytes(list.toByteArray());
      list.reset();
    }
  }

  private void nextRow() {
    rows.add(row.toByteArray());
    row.reset();
    Block.write(row, base - low);
  }

  /** The lowest position that the writes of a row owned. */
  static long low(long base, byte[] row) {
    return base - Block.read(ByteBuffer.wrap(row));
  }

  /** Gives the wanted keys of a row. */
  static void decode(long base, byte[] row, LongPredicate wanted, Sink sink) {
    ByteBuffer bytes = ByteBuffer.wrap(row);
    Block.read(bytes);
    while (bytes.hasRemaining()) {
      long key = bytes.getLong();
      boolean isWanted = wanted.test(key);
      long count = Block.read(bytes);
      long position = base;
      for (long i = 0; i < count; i++) {
        position -= Block.read(bytes);
        if (isWanted) {
          sink.add(key, position);
        }
      }
    }
  }

  /** Everything that stands in a row. */
  static List<TailEntry> decode(long base, byte[] row) {
    List<TailEntry> entries = new ArrayList<>();
    decode(base, row, key -> true, (key, position) -> entries.add(new TailEntry(key, position)));
    return entries;
  }
}
