package org.lmskit.store.jdbc;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/**
 * A list of positions, asked in one direction: upwards or downwards. Each question must lie at or
 * beyond the last one.
 */
interface Positions {
  /** There is no further position. */
  long NONE = -1;

  /** So many neighbours are tried one by one before steps grow: lists that alternate need no more. */
  int NEIGHBOURS = 8;

  /** The position that is at this bound or comes next beyond it, or {@link #NONE}. */
  long seek(long bound);

  /** Sorted, each once. */
  static long[] rising(LongStream some) {
    long[] sorted = some.toArray();
    Arrays.sort(sorted);
    int count = 0;
    for (long position : sorted) {
      if (count == 0 || sorted[count - 1] != position) {
        sorted[count] = position;
        count++;
      }
    }
    return Arrays.copyOf(sorted, count);
  }

  /** What stands in a rising list. */
  static Positions of(long[] rising, boolean descending) {
    return bound -> {
      int found = Arrays.binarySearch(rising, bound);
      int at = found >= 0 ? found : descending ? -found - 2 : -found - 1;
      return at < 0 || at == rising.length ? NONE : rising[at];
    };
  }

  /**
   * The place of the greatest position up to a bound, looked for from a place downwards: mostly it is near.
   *
   * @return -1 if all are beyond the bound
   */
  static int downTo(long[] rising, int from, long bound) {
    int near = from;
    for (int last = Math.max(from - NEIGHBOURS, -1); near > last; near--) {
      if (rising[near] <= bound) {
        return near;
      }
    }
    int end = near + 1;
    for (int step = 1; near >= 0 && rising[near] > bound; step *= 2) {
      end = near;
      near -= step;
    }
    int found = Arrays.binarySearch(rising, Math.max(near, 0), end, bound);
    return found >= 0 ? found : -found - 2;
  }

  /**
   * The place of the least position from a bound on, looked for from a place upwards.
   *
   * @return the length if all are below the bound
   */
  static int upTo(long[] rising, int from, long bound) {
    int near = from;
    for (int last = Math.min(from + NEIGHBOURS, rising.length); near < last; near++) {
      if (rising[near] >= bound) {
        return near;
      }
    }
    int start = near;
    for (int step = 1; near < rising.length && rising[near] < bound; step *= 2) {
      start = near + 1;
      near += step;
    }
    int found = Arrays.binarySearch(rising, start, Math.min(near + 1, rising.length), bound);
    return found >= 0 ? found : -found - 1;
  }

  /** What stands in all of them: leaps from list to list until they agree. */
  static Positions allOf(List<Positions> lists) {
    if (lists.size() == 1) {
      return lists.get(0);
    }
    Positions[] all = lists.toArray(Positions[]::new);
    return bound -> {
      long candidate = bound;
      int agreed = 0;
      for (int i = 0; agreed < all.length; i = i + 1 < all.length ? i + 1 : 0) {
        long next = all[i].seek(candidate);
        if (next == NONE) {
          return NONE;
        }
        agreed = next == candidate ? agreed + 1 : 1;
        candidate = next;
      }
      return candidate;
    };
  }

  /** What stands in any of them. */
  static Positions anyOf(List<Positions> lists, boolean descending) {
    if (lists.size() == 1) {
      return lists.get(0);
    }
    long[] next = new long[lists.size()];
    Arrays.fill(next, descending ? Long.MAX_VALUE : Long.MIN_VALUE);
    return bound -> {
      long best = NONE;
      for (int i = 0; i < next.length; i++) {
        boolean passed = descending ? next[i] > bound : next[i] < bound;
        if (next[i] != NONE && passed) {
          next[i] = lists.get(i).seek(bound);
        }
        if (next[i] != NONE && (best == NONE || (descending ? next[i] > best : next[i] < best))) {
          best = next[i];
        }
      }
      return best;
    };
  }
}
