package org.lmskit.scorm.sequencing;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A persistent array of a fixed length: setting a slot copies 32 references per level and shares the
 * rest, so that 10,000 activities cost three small copies. An empty slot holds the default.
 */
final class Slots<T> {
  private static final int BITS = 5;
  private static final int WIDTH = 1 << BITS;
  private final T empty;
  private final int shift;
  private final @Nullable Object @Nullable [] root;

  private Slots(T empty, int shift, @Nullable Object @Nullable [] root) {
    this.empty = empty;
    this.shift = shift;
    this.root = root;
  }

  static <T> Slots<T> of(int length, T empty) {
    int shift = 0;
    while (length > WIDTH << shift) {
      shift += BITS;
    }
    return new Slots<>(empty, shift, null);
  }

  @SuppressWarnings("unchecked")
  T get(int index) {
    @Nullable Object @Nullable [] node = root;
    for (int level = shift; level > 0 && node != null; level -= BITS) {
      node = (@Nullable Object[]) node[index >> level & WIDTH - 1];
    }
    var value = node == null ? null : node[index & WIDTH - 1];
    return value == null ? empty : (T) value;
  }

  Slots<T> with(int index, T value) {
    return new Slots<>(empty, shift, set(root, shift, index, value));
  }

  private static @Nullable Object[] set(
      @Nullable Object @Nullable [] node, int level, int index, Object value) {
    var copy = node == null ? new @Nullable Object[WIDTH] : Arrays.copyOf(node, WIDTH);
    int at = index >> level & WIDTH - 1;
    copy[at] = level == 0
        ? value
        : set((@Nullable Object @Nullable []) copy[at], level - BITS, index, value);
    return copy;
  }

  /** Empties all. */
  Slots<T> cleared() {
    return new Slots<>(empty, shift, null);
  }
}
