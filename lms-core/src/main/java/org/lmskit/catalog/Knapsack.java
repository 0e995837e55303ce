package org.lmskit.catalog;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Chooses among items that share nothing: enough of them, with enough credits, for the least cost. */
final class Knapsack {
  private static final long UNREACHED = -1;

  /** What one item takes and earns. */
  record Item(BitSet subjects, long credits) {
    int cost() {
      return subjects.cardinality();
    }
  }

  private final List<Item> items;
  private final int count;
  private final int most;

  /** The most credits by (how many items, up to the count; cost). */
  private final long[][] credits;

  /** From how many items taking item i leads to (count, cost), one more than that; 0 where it is not taken. */
  private final int[][][] taken;

  private Knapsack(List<Item> items, int count, int most) {
    this.items = items;
    this.count = count;
    this.most = most;
    credits = new long[count + 1][most + 1];
    taken = new int[items.size()][count + 1][most + 1];
  }

  /** The subjects of the cheapest choice that costs no more than {@code most}; null if there is none. */
  static @Nullable BitSet cheapest(List<Item> items, int count, long owed, int most) {
    int all = items.stream().mapToInt(Item::cost).sum();
    return new Knapsack(items, count, Math.min(most, all)).solve(owed);
  }

  private @Nullable BitSet solve(long owed) {
    for (long[] row : credits) {
      Arrays.fill(row, UNREACHED);
    }
    credits[0][0] = 0;
    for (int i = 0; i < items.size(); i++) {
      offer(i);
    }
    for (int cost = 0; cost <= most; cost++) {
      if (credits[count][cost] >= owed && credits[count][cost] != UNREACHED) {
        return chosen(cost);
      }
    }
    return null;
  }

  private void offer(int i) {
    Item item = items.get(i);
    for (int cost = most; cost >= item.cost(); cost--) {
      for (int n = count; n >= 0; n--) {
        int before = before(n, cost, item);
        long reached = before < 0 ? UNREACHED : credits[before][cost - item.cost()];
        if (reached != UNREACHED && reached + item.credits() > credits[n][cost]) {
          credits[n][cost] = reached + item.credits();
          taken[i][n][cost] = before + 1;
        }
      }
    }
  }

  /** From how many items one more leads to n: beyond the count, any number is as good as the count. */
  private int before(int n, int cost, Item item) {
    if (n < count) {
      return n - 1;
    }
    long stay = credits[count][cost - item.cost()];
    return n == 0 || stay != UNREACHED && stay > credits[n - 1][cost - item.cost()] ? n : n - 1;
  }

  private BitSet chosen(int reachedCost) {
    BitSet subjects = new BitSet();
    int n = count;
    int cost = reachedCost;
    for (int i = items.size() - 1; i >= 0; i--) {
      int before = taken[i][n][cost];
      if (before > 0) {
        subjects.or(items.get(i).subjects());
        cost -= items.get(i).cost();
        n = before - 1;
      }
    }
    return subjects;
  }
}
